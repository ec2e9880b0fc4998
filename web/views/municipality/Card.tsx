/** Card of one municipality: the number, who says so, how sure it is, both rounds, and its account. */
import { useEffect, useRef } from 'preact/hooks';
import type { AllocationResult, MunicipalityRow, PublishedFigure } from '../../../wasm/index.ts';
import { chosenVintage, findVintage } from '../../../wasm/rounds/catalogue.ts';
import { acidTestText, recordText } from '../../../wasm/words/evidence-text.ts';
import { besides, conflicting, handText, printedBy } from '../../../wasm/words/print-text.ts';
import { day, whole } from '../../format.ts';
import { catalogue, chosen, chosenCode, language, result, round, texts } from '../../state/page.ts';
import { spokenName } from '../../state/search.ts';
import { AfterFirstFrame } from '../../components/AfterFirstFrame.tsx';
import { basisText, figureText, perThousandText } from '../../components/Figure.tsx';
import { Account } from './Account.tsx';
import { BothRounds } from './BothRounds.tsx';
import { computedSentence } from './computed-sentence.ts';
import { WithSources } from '../../components/WithSources.tsx';
import './accountable.css';
import './answer.css';

export function Fact(props: { name: string; value: string }) {
  return (
    <div class="fact">
      <dt>{props.name}</dt>
      <dd>
        <WithSources text={props.value} />
      </dd>
    </div>
  );
}

const shownDay = (date: string): string => day(date, language.value);
const by = (print: PublishedFigure): string => printedBy(print, shownDay, language.value);
const placesBy = (print: PublishedFigure): string =>
  texts.value.answer.placesBy(whole(print.places, language.value), by(print));

/** The number, large, with its source in one line. */
function Number(props: { row: MunicipalityRow }) {
  const t = texts.value;
  const { row } = props;
  const print = row.published;
  const number = print === null ? figureText(row.total) : whole(print.places, language.value);
  const isNumber = print !== null || row.total.places !== null;
  const kind = t.answer.indicative(round.value.title[language.value]);
  return (
    <>
      <p class={isNumber ? 'figure__number' : 'figure__range'} data-testid="getal">
        {number} <span class="figure__unit">{t.places}</span>
      </p>
      <p class="figure__basis" data-testid="bron">
        {print === null ? (
          basisText()
        ) : (
          <>
            {by(print)}
            {/^https?:\/\//i.test(print.url) && (
              <>
                {' · '}
                <a
                  class="utrecht-link utrecht-link--html-a"
                  href={print.url}
                  rel="noreferrer noopener"
                >
                  {t.accordingLink}
                </a>
              </>
            )}
          </>
        )}{' '}
        · {kind}
      </p>
    </>
  );
}

/** Of a printed number: its hand, the way it came here, and the prints beside it. */
function SureOfPrint(props: { print: PublishedFigure; prints: readonly PublishedFigure[] }) {
  const t = texts.value.answer;
  const shown = language.value;
  const { print, prints } = props;
  const vintage = findVintage(catalogue, print.file.replace(/\.csv$/, ''));
  const differing = conflicting(prints, print);
  const same = besides(prints, print).filter((other) => !differing.includes(other));
  return (
    <>
      {differing.length > 0 && (
        <p class="figure__note" data-testid="strijd">
          {t.conflict([print, ...differing].map(placesBy).join('; '))}
        </p>
      )}
      <p>
        {handText(print.hand, shown)} {same.length > 0 && t.same(same.map(by).join(', '))}
      </p>
      {prints
        .filter(({ number }) => number === 'own_sum')
        .map((sum) => (
          <p key={`${sum.source}${sum.places}`} data-testid="eigen-som">
            {t.ownSum(whole(sum.places, shown), sum.source, shownDay(sum.date))}
          </p>
        ))}
      {vintage?.print != null && (
        <details>
          <summary>{t.how}</summary>
          <p>{vintage.print.chain[shown]}</p>
          <p>{vintage.print.checked[shown]}</p>
        </details>
      )}
    </>
  );
}

/** Among all of the country and of the province, those with most places per inhabitant first. */
function rankText(
  rank: NonNullable<MunicipalityRow['rank']>,
  province: string,
  { municipalities, provinces }: AllocationResult,
): string {
  const shown = language.value;
  const own = provinces.find(({ name }) => name === province)?.municipalities ?? 0;
  return texts.value.answer.ranks(
    whole(rank.inCountry, shown),
    whole(municipalities.length, shown),
    whole(rank.inProvince, shown),
    whole(own, shown),
    province,
  );
}

function Sure(props: { row: MunicipalityRow }) {
  const t = texts.value;
  const { row } = props;
  const current = result.value;
  const print = row.published;
  if (current === null) return null;
  // Who has a print with minors in it says how many; else the computed figure, where there is one.
  const minors =
    row.prints.find(({ number, minors: told }) => number === 'indicative' && told !== null)
      ?.minors ?? null;
  const minorsText =
    minors !== null
      ? whole(minors, language.value)
      : row.minors === null
        ? null
        : print !== null && current.basis === 'estimate'
          ? t.answer.minorsFollow(figureText(row.minors))
          : figureText(row.minors);
  return (
    <section class="answer__sure" aria-labelledby="zeker-titel" data-testid="zekerheid">
      <h3 id="zeker-titel" class="utrecht-heading-3">
        {t.answer.sure}
      </h3>
      {print === null ? (
        <>
          <p>{computedSentence(current, row)}</p>
          {current.record !== null && (
            <p data-testid="hoe-vaak-raak">{recordText(current.record, language.value)}</p>
          )}
        </>
      ) : (
        <SureOfPrint print={print} prints={row.prints} />
      )}
      <p>{t.standing}</p>
      {minorsText === null && <p>{t.answer.minorsUnknown}</p>}
      <dl class="facts">
        {minorsText !== null && <Fact name={t.ofWhichMinors} value={minorsText} />}
        <Fact name={t.perThousand} value={perThousandText(print?.perThousand ?? row.perThousand)} />
        {row.rank !== null && (
          <Fact name={t.answer.rank} value={rankText(row.rank, row.province, current)} />
        )}
      </dl>
    </section>
  );
}

/** The own figure beside a printed one; a click on it leads to its sum, and there to every number in it. */
function Computed(props: { row: MunicipalityRow; onExplain: () => void }) {
  const t = texts.value;
  const { row } = props;
  const test = result.value === null ? null : acidTestText(result.value, language.value);
  return (
    <>
      <p class="answer__own">
        {t.answer.computedTitle}:{' '}
        <button
          type="button"
          class="total-link"
          data-testid="totaal"
          aria-label={t.accountable.toSum(`${figureText(row.total)} ${t.places}`)}
          onClick={props.onExplain}
        >
          {figureText(row.total)}
        </button>{' '}
        {t.places} <span class="utrecht-badge">{basisText()}</span>
      </p>
      {test !== null && (
        <p class="answer__own" data-testid="proef">
          {test}
        </p>
      )}
    </>
  );
}

/** What was chosen is not among the municipalities that a person's own files have. */
function NotThere() {
  const code = chosenCode.value;
  if (code === null || result.value === null) return null;
  const { csv } = chosenVintage(catalogue, round.value.population);
  const name = new RegExp(`^${code},([^,]*)`, 'm').exec(csv)?.[1] ?? code;
  return (
    <p class="figure__note" data-testid="niet-in-bestand">
      {texts.value.answer.notInFiles(spokenName(name))}
    </p>
  );
}

/** One municipality: the number first, then how sure it is, then both rounds, then how it came about. */
export function Card() {
  const t = texts.value;
  const row = chosen.value;
  const calculation = useRef<HTMLDetailsElement>(null);
  const code = row?.code ?? '';
  const of = round.value.id;
  // However it was chosen, the figure comes into sight: on a small screen other things stand above it.
  useEffect(() => {
    if (code === '' || of === '') return;
    const frame = requestAnimationFrame(() => {
      for (const part of ['#kaart-titel', '.figure__basis'])
        document.querySelector(`.card ${part}`)?.scrollIntoView({ block: 'nearest' });
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [code, of]);
  if (row === null) return <NotThere />;
  return (
    <article class="card" data-testid="kaart" aria-labelledby="kaart-titel">
      <h2 id="kaart-titel" class="utrecht-heading-2">
        {t.howMany(spokenName(row.name))}
      </h2>
      <Number row={row} />
      <p class="card__place">
        {row.province} · {whole(row.inhabitants, language.value)} {t.inhabitants}
      </p>
      <Sure row={row} />
      <AfterFirstFrame>
        <BothRounds />
        <Computed
          row={row}
          onExplain={() => {
            const details = calculation.current;
            if (details === null) return;
            details.open = true;
            details.querySelector('summary')?.focus();
            details.scrollIntoView({ block: 'start' });
          }}
        />
        <Account row={row} calculation={calculation} />
      </AfterFirstFrame>
    </article>
  );
}
