import { AboutRound } from './AboutRound.tsx';
import { Card } from './Card.tsx';
import { Estimate } from './Estimate.tsx';
import { NextSteps, Start } from './Start.tsx';

/** Where the page opens: one search box, and the answer for one municipality. */
export function MunicipalityView() {
  return (
    <>
      <Start />
      <div id="antwoord" tabIndex={-1}>
        <Estimate />
        <Card />
      </div>
      <NextSteps />
      <AboutRound />
    </>
  );
}
