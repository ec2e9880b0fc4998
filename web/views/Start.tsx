import { mayBeOutdated } from '../age.ts';
import { today } from '../dossier/work.ts';
import { day } from '../format.ts';
import { openView } from '../navigation.ts';
import {
  catalogue,
  chooseRound,
  chosen,
  chosenCode,
  language,
  result,
  round,
  rounds,
  texts,
} from '../state.ts';
import { RoundChooser } from './Header.tsx';
import { Search } from './Search.tsx';
import { startTour } from './Tour.tsx';
import './start.css';

/** Said when the data inside have aged; a page kept offline cannot look for newer ones. */
export function Age() {
  const t = texts.value.shell;
  if (!mayBeOutdated(catalogue.dataUntil, today())) return null;
  return (
    <p class="age" data-testid="verouderd">
      <strong>{t.outdated(day(catalogue.dataUntil, language.value))}</strong> {t.outdatedWhat}
    </p>
  );
}

/** The first screen: one question, one box. It shrinks once a municipality has been chosen. */
export function Start() {
  const t = texts.value;
  const open = chosenCode.value === null;
  return (
    <div class={open ? 'start start--open' : 'start'}>
      <h1 class="utrecht-heading-1">{t.purpose}</h1>
      {result.value !== null && <Search />}
      {open && (
        <p class="start__hint">
          {t.shell.startHint}{' '}
          <button type="button" class="utrecht-button utrecht-button--subtle" onClick={startTour}>
            {t.shell.tour}
          </button>
        </p>
      )}
      <RoundChooser />
      <Age />
    </div>
  );
}

/** Brings a field of this view into sight, ready to be used. */
function goTo(selector: string): void {
  const field = document.querySelector<HTMLElement>(selector);
  field?.focus({ preventScroll: true });
  field?.closest('section')?.scrollIntoView({ block: 'start' });
}

/** Everything else, one step from the answer. */
export function NextSteps() {
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
