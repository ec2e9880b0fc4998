/** The whole country: pictures and tables. */
import { result } from '../../state/page.ts';
import { EstimateNote } from '../../components/EstimateNote.tsx';
import { Pictures } from './Pictures.tsx';
import { Tables } from './Tables.tsx';

/** All municipalities and provinces, in pictures and tables. */
export function CountryView() {
  return (
    <>
      <EstimateNote />
      {result.value !== null && (
        <>
          <Pictures result={result.value} />
          <Tables />
        </>
      )}
    </>
  );
}
