import { result } from '../state.ts';
import { AboutRound } from './AboutRound.tsx';
import { Card } from './Card.tsx';
import { Estimate } from './Estimate.tsx';
import { Search } from './Search.tsx';

/** Where the page opens: one search box, and the answer for one municipality. */
export function MunicipalityView() {
  return (
    <>
      {result.value !== null && <Search />}
      <div id="antwoord" tabIndex={-1}>
        <Estimate />
        <Card />
      </div>
      <AboutRound />
    </>
  );
}
