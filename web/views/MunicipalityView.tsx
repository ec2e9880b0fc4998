import { chosen } from '../state.ts';
import { AboutRound } from './AboutRound.tsx';
import { Card } from './Card.tsx';
import { Estimate } from './Estimate.tsx';
import { NextSteps, Start } from './Start.tsx';
import { ToProof } from './proof/Take.tsx';

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
      {chosen.value !== null && <ToProof />}
      <AboutRound />
    </>
  );
}
