/** Files in use: what the figures rest on, what was brought, what it changed, and what was found in it. */
import { useEffect } from 'preact/hooks';
import { chosenVintage } from '../../../wasm/rounds/catalogue.ts';
import { basisName } from '../../components/Figure.tsx';
import { arrival } from '../../state/inputs.ts';
import { bringerOf, catalogue, language, result, round, texts } from '../../state/page.ts';
import { DropZone } from './DropZone.tsx';
import { FileCards } from './FileCards.tsx';
import { Findings } from './Findings.tsx';
import { Guide } from './Guide.tsx';
import { Arrived, Stopped } from './Notices.tsx';
import { Numbers } from './Numbers.tsx';
import { ReviewPanel } from './ReviewPanel.tsx';
import { Refusals, Working } from './Working.tsx';
import './input.css';

/** What the figures in view rest on now: the program's own files, or a person's. */
function InUse() {
  const t = texts.value;
  const current = result.value;
  if (current === null) return null;
  return (
    <dl class="facts" data-testid="in-gebruik">
      {(['population', 'scores'] as const).map((what) => {
        const source = current[what];
        const bundled = catalogue.vintages.find(({ id }) => `${id}.csv` === source.file);
        const own = chosenVintage(catalogue, round.value[what]);
        const name = (bundled ?? (source.sameAs === own.id ? own : undefined))?.title;
        return (
          <div class="fact" key={what}>
            <dt>{t.proof.inputs[what]}</dt>
            <dd>
              {name?.[language.value] ?? source.file} (
              {source.status === 'invented'
                ? t.basis.invented
                : basisName(source.basis, bringerOf(source.file))}
              )
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** A person's own files and numbers, and what was found in them. */
export function InputView() {
  const t = texts.value.input;
  // What was seen here is not said once more when this closes.
  useEffect(
    () => () => {
      arrival.value = null;
    },
    [],
  );
  return (
    <>
      <Stopped />
      <Arrived />
      <section class="section" aria-labelledby="eigen-titel">
        <h2 id="eigen-titel" class="utrecht-heading-3" tabIndex={-1}>
          {t.title}
        </h2>
        <InUse />
        <FileCards />
        <p class="utrecht-paragraph">{t.intro}</p>
        <div class="arrival">
          <DropZone />
          <Guide />
        </div>
        <Working />
        <Refusals />
        <ReviewPanel />
        <Numbers />
      </section>
      <Findings />
    </>
  );
}
