import { later } from '../later.ts';
import { Start } from './Start.tsx';

/** Where the page opens: one search box, and the answer for one municipality. */
export function MunicipalityView() {
  const Answer = later.value?.Answer;
  return (
    <>
      <Start />
      {Answer !== undefined && <Answer />}
    </>
  );
}
