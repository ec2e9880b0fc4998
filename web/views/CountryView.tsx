import { result } from '../state.ts';
import { Estimate } from './Estimate.tsx';
import { Pictures } from './country/Pictures.tsx';
import { Tables } from './country/Tables.tsx';
import { ToProof } from './proof/Take.tsx';

/** All municipalities and provinces, in pictures and tables. */
export function CountryView() {
  return (
    <>
      <Estimate />
      {result.value !== null && (
        <>
          <Pictures result={result.value} />
          <Tables />
          <ToProof />
        </>
      )}
    </>
  );
}
