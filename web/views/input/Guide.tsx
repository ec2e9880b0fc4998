/** Guide to the CBS files that the round wants. */
import { day } from '../../format.ts';
import { language, round, texts } from '../../state/page.ts';

const address = (table: string): string =>
  `https://opendata.cbs.nl/statline/#/CBS/nl/dataset/${table}/table`;

function Wanted(props: {
  title: string;
  text: string;
  table: string | null;
  steps: readonly string[];
}) {
  const t = texts.value.input;
  return (
    <section class="wanted">
      <h3 class="utrecht-heading-3">{props.title}</h3>
      <p>{props.text}</p>
      {props.table !== null && (
        <p>
          <a
            class="utrecht-link utrecht-link--html-a"
            href={address(props.table)}
            rel="noreferrer noopener"
            target="_blank"
          >
            {t.table(props.table)}
          </a>
        </p>
      )}
      <ol>
        {props.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  );
}

/** Which files the round wants, where CBS has them, and what to tick there. */
export function Guide() {
  const t = texts.value.input;
  const { population, scores, invented } = round.value;
  if (invented) return null;
  return (
    <details class="guide" data-testid="ophalen">
      <summary>
        {t.guide} <span class="utrecht-badge">{t.notWalked}</span>
      </summary>
      <div class="guide__files">
        <Wanted
          title={t.wanted.scores}
          text={t.wantedScores(String(scores.year))}
          table={scores.table}
          steps={t.stepsScores(String(scores.year))}
        />
        <Wanted
          title={t.wanted.population}
          text={t.wantedPopulation(day(`${population.year}-01-01`, language.value))}
          table={population.table}
          steps={t.stepsPopulation(String(population.year))}
        />
      </div>
      <p class="figure__note">{t.notWalkedText}</p>
    </details>
  );
}
