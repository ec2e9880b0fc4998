/** View of own data: bringing files, the guide to them, their cards, own needs, and findings. */
import { texts } from '../../state/page.ts';
import { DropZone } from './DropZone.tsx';
import { FileCards } from './FileCards.tsx';
import { Findings } from './Findings.tsx';
import { Guide } from './Guide.tsx';
import { Numbers } from './Numbers.tsx';
import { ReviewPanel } from './ReviewPanel.tsx';
import { Refusals, Working } from './Working.tsx';
import './input.css';

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
