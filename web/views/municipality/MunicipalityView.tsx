/** View of one municipality: the search box, and the answer once it is there. */
import { later } from '../../page/later.ts';
import { Start } from '../shell/Start.tsx';

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
