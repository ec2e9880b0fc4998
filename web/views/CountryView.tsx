import { result } from '../state.ts';
import { Estimate } from './Estimate.tsx';
import { Tables } from './Tables.tsx';

/** All municipalities and provinces. */
export function CountryView() {
  return (
    <>
      <Estimate />
      {result.value !== null && <Tables />}
    </>
  );
}
