import { texts } from '../state.ts';
import { DropZone } from './input/DropZone.tsx';
import { FileCards } from './input/FileCards.tsx';
import { Findings } from './input/Findings.tsx';
import { Guide } from './input/Guide.tsx';
import { Numbers } from './input/Numbers.tsx';
import { ReviewPanel } from './input/ReviewPanel.tsx';
import { Refusals, Working } from './input/Working.tsx';
import './input/input.css';

/** A person's own files and numbers, and what was found in them. */
export function InputView() {
  const t = texts.value.input;
  return (
    <>
      <section class="section" aria-labelledby="eigen-titel">
        <h2 id="eigen-titel" class="utrecht-heading-2" tabIndex={-1}>
          {t.title}
        </h2>
        <p class="utrecht-paragraph">{t.intro}</p>
        <div class="arrival">
          <DropZone />
          <Guide />
        </div>
        <Working />
        <Refusals />
        <ReviewPanel />
        <FileCards />
        <Numbers />
      </section>
      <Findings />
    </>
  );
}
