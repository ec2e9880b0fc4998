/** Answer below the search box: card, account, next steps and round. */
import { openView } from '../../page/navigation.ts';
import { chooseRound, chosen, language, round, rounds, texts } from '../../state/page.ts';
import { AboutRound } from './AboutRound.tsx';
import { Card } from './Card.tsx';
import { OwnScores } from './OwnScores.tsx';
import { ToProof } from '../proof/Take.tsx';

/** Brings a field of this view into sight, ready to be used. */
function goTo(selector: string): void {
  const field = document.querySelector<HTMLElement>(selector);
  field?.focus({ preventScroll: true });
  field?.closest('section')?.scrollIntoView({ block: 'start' });
}

/** Everything else, one step from the answer. */
function NextSteps() {
  const t = texts.value.shell;
  if (chosen.value === null) return null;
  const earlier = rounds.find(
    (known) => !known.invented && known.referenceDay < round.value.referenceDay,
  );
  const steps: [string, () => void][] = [
    [
      t.nextWhatIf,
      () => {
        goTo('[data-testid=wat-als] input');
      },
    ],
    ...(round.value.invented || earlier === undefined
      ? []
      : [
          [
            t.nextPrevious(earlier.title[language.value].toLowerCase()),
            () => {
              chooseRound(earlier.id);
            },
          ] satisfies [string, () => void],
        ]),
    [
      t.nextProvince,
      () => {
        openView('country');
      },
    ],
    [
      t.nextOwn,
      () => {
        openView('input');
      },
    ],
    [
      t.nextReport,
      () => {
        openView('report');
      },
    ],
    [
      t.print,
      () => {
        print();
      },
    ],
  ];
  return (
    <section class="next" aria-labelledby="verder-titel">
      <h2 id="verder-titel" class="utrecht-heading-3">
        {t.next}
      </h2>
      <ul class="buttons">
        {steps.map(([title, act]) => (
          <li key={title}>
            <button
              type="button"
              class="utrecht-button utrecht-button--secondary-action"
              onClick={act}
            >
              {title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What stands below the search box: the answer for one municipality, where to go from there, and the round. */
export function Answer() {
  return (
    <>
      <div id="antwoord" tabIndex={-1}>
        <Card />
      </div>
      <NextSteps />
      {chosen.value !== null && <ToProof />}
      <AboutRound />
      <OwnScores />
    </>
  );
}
