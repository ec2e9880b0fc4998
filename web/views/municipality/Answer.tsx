/** Answer below the search box: card, account, next steps and round. */
import { openView } from '../../page/navigation.ts';
import {
  chooseRound,
  chosen,
  language,
  round,
  rounds,
  shownProvince,
  texts,
} from '../../state/page.ts';
import { AboutRound } from './AboutRound.tsx';
import { Card } from './Card.tsx';
import { OwnScores } from './OwnScores.tsx';

/** The same municipality in another round, and the places around it. */
function NextSteps() {
  const t = texts.value.shell;
  const row = chosen.value;
  if (row === null) return null;
  const earlier = rounds.find(
    (known) => !known.invented && known.referenceDay < round.value.referenceDay,
  );
  const steps: [string, () => void][] = [
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
      t.nextProvince(row.province),
      () => {
        shownProvince.value = row.province;
        openView('country');
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
      <AboutRound />
      <OwnScores />
    </>
  );
}
