/** Card of one municipality: the figure, its source and how sure it is. */
import { useRef } from 'preact/hooks';
import type { CarriedRow, MunicipalityRow, PublishedFigure } from '../../../wasm/index.ts';
import { day, whole } from '../../format.ts';
import { type Derived, derived } from '../../state/implied.ts';
import { chosen, language, texts } from '../../state/page.ts';
import { basisText, figureText, perThousandText } from '../../components/Figure.tsx';
import { Account } from './Account.tsx';
import { WithSources } from '../../components/WithSources.tsx';
import './accountable.css';

function Published(props: { figure: PublishedFigure }) {
  const t = texts.value;
  const { figure } = props;
  const official = figure.hand === 'first';
  const source = (official ? t.published : t.according)(
    figure.source,
    day(figure.date, language.value),
  );
  return (
    <section class="figure">
      <h3 class="utrecht-heading-3">{official ? t.officialFigure : t.reported}</h3>
      <p class="figure__number">
        {whole(figure.places, language.value)} <span class="figure__unit">{t.places}</span>
      </p>
      <p class="figure__basis">
        {source}.{' '}
        <a class="utrecht-link utrecht-link--html-a" href={figure.url} rel="noreferrer noopener">
          {t.accordingLink}
        </a>
      </p>
      {figure.disputed !== '' && (
        <p class="figure__note">
          {t.disputed} <span lang="nl">{figure.disputed}</span>
        </p>
      )}
      <dl class="facts">
        {figure.minors !== null && (
          <Fact name={t.ofWhichMinors} value={whole(figure.minors, language.value)} />
        )}
        <Fact name={t.perThousand} value={perThousandText(figure.perThousand)} />
      </dl>
    </section>
  );
}

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

/** The range that a complete earlier table gives under unchanged scores; narrower than an estimate. */
function CarriedFigure(props: { row: CarriedRow; from: Derived }) {
  const t = texts.value;
  const { row, from } = props;
  const of = from.of.title[language.value];
  return (
    <section class="figure" data-testid="afgeleid">
      <h3 class="utrecht-heading-3">{t.accountable.derivedTitle}</h3>
      <p class="figure__range">
        {figureText(row.total)} <span class="figure__unit">{t.places}</span>
      </p>
      <p class="figure__basis">
        <span class="utrecht-badge">{t.accountable.derivedBasis(of)}</span>
      </p>
      <p class="figure__note">{t.accountable.derivedText(from.table, of)}</p>
      <dl class="facts">
        <Fact name={t.perThousand} value={perThousandText(row.perThousand)} />
      </dl>
    </section>
  );
}

/** The own figure; a click on it leads to its sum, and there to every number in it. */
function Computed(props: { row: MunicipalityRow; onExplain: () => void }) {
  const t = texts.value;
  const { row } = props;
  return (
    <section class="figure">
      <h3 class="utrecht-heading-3">{t.computed}</h3>
      <p class={row.total.places === null ? 'figure__range' : 'figure__number'}>
        <button
          type="button"
          class="total-link"
          data-testid="totaal"
          aria-label={t.accountable.toSum(`${figureText(row.total)} ${t.places}`)}
          onClick={props.onExplain}
        >
          {figureText(row.total)}
        </button>{' '}
        <span class="figure__unit">{t.places}</span>
      </p>
      <p class="figure__basis">
        <span class="utrecht-badge">{basisText()}</span>
      </p>
      <dl class="facts">
        <Fact
          name={t.ofWhichMinors}
          value={row.minors === null ? t.unknown : figureText(row.minors)}
        />
        <Fact name={t.perThousand} value={perThousandText(row.perThousand)} />
      </dl>
    </section>
  );
}

/** One municipality: the best-founded figure first, and how it comes about. */
export function Card() {
  const t = texts.value;
  const row = chosen.value;
  const calculation = useRef<HTMLDetailsElement>(null);
  if (row === null) return null;
  // A number, wherever there is one, is better founded than a range.
  const carried = row.total.places === null ? derived.value?.rows.get(row.code) : undefined;
  return (
    <article class="card" data-testid="kaart" aria-labelledby="kaart-titel">
      <h2 id="kaart-titel" class="utrecht-heading-2">
        {t.howMany(row.name)}
      </h2>
      <p class="card__place">
        {row.province} · {whole(row.inhabitants, language.value)} {t.inhabitants}
      </p>
      <div class="card__figures">
        {row.published !== null && <Published figure={row.published} />}
        {carried !== undefined && derived.value !== null && (
          <CarriedFigure row={carried} from={derived.value} />
        )}
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
      </div>
      <p class="card__standing">{t.standing}</p>
      <Account row={row} calculation={calculation} />
    </article>
  );
}
