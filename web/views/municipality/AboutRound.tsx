/** Need, minors and years under the chosen round, with how sure each is. */
import { day, whole } from '../../format.ts';
import { language, round, texts } from '../../state/page.ts';
import { PrintDifferences } from '../../components/PrintDifferences.tsx';
import { Fact } from './Card.tsx';
import { Evidence } from './Evidence.tsx';

/** What the chosen round rests on, and how sure each choice is. */
export function AboutRound() {
  const t = texts.value;
  const shown = language.value;
  const { need, minors, population, scores, invented } = round.value;
  const sourced = (number: { places: number; source: string; date: string }): string =>
    `${whole(number.places, shown)} (${t.according(number.source, day(number.date, shown))})`;
  return (
    <>
      {invented && <p class="figure__note">{t.inventedSentence}</p>}
      <details class="section about" data-testid="over-ronde">
        <summary>
          <h2 id="ronde-titel" class="utrecht-heading-3">
            {t.about}
          </h2>
        </summary>
        <dl class="facts">
          <Fact name={invented ? t.needCountry : t.need} value={sourced(need)} />
          <Fact name={t.minorsNeed} value={minors === null ? t.unknown : sourced(minors)} />
        </dl>
        <p>{t.minorsExplained}</p>
        <PrintDifferences />
        {!invented && (
          <ul>
            {[population, scores].map((choice) => (
              <li key={choice.kind}>
                {choice.kind === 'population'
                  ? t.inhabitantsOf(day(`${choice.year}-01-01`, shown))
                  : t.scoreOf(choice.year)}
                {'. '}
                {t.certainty[choice.kind][choice.certainty]} {choice.reason?.[shown] ?? ''}
              </li>
            ))}
          </ul>
        )}
        {[population, scores].some(({ certainty }) => certainty === 'inferred') && <Evidence />}
      </details>
    </>
  );
}
