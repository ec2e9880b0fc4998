import type { MunicipalityRow, PublishedFigure, ShareSteps } from '../../wasm/index.ts';
import { day, decimal, digits, whole } from '../format.ts';
import { catalogue, chosen, language, result, round, texts } from '../state.ts';
import { figureText, perThousandText } from './Figure.tsx';

const decree = 'https://wetten.overheid.nl/BWBR0049310/2024-03-30#Hoofdstuk2_Artikel2.1';

/** On what the shown figures rest, in words. */
export function basisText(): string {
  const t = texts.value;
  const basis = result.value?.basis ?? 'estimate';
  return round.value.invented && basis === 'own_input' ? t.basis.invented : t.basis[basis];
}

function Published(props: { figure: PublishedFigure }) {
  const t = texts.value;
  const { figure } = props;
  const table = catalogue.vintages.find((vintage) => vintage.id === round.value.published);
  const official = table?.status === 'publication';
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
      <dd>{props.value}</dd>
    </div>
  );
}

function Computed(props: { row: MunicipalityRow }) {
  const t = texts.value;
  const { row } = props;
  return (
    <section class="figure">
      <h3 class="utrecht-heading-3">{t.computed}</h3>
      <p class={row.total.places === null ? 'figure__range' : 'figure__number'}>
        {figureText(row.total)} <span class="figure__unit">{t.places}</span>
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

function Steps(props: { row: MunicipalityRow; share: ShareSteps }) {
  const t = texts.value;
  const { row, share } = props;
  const shown = language.value;
  const totals = result.value?.totals;
  if (row.score === null || row.weight === null || typeof totals?.totalWeight !== 'string')
    return null;
  const weight = decimal(row.weight, shown);
  const total = decimal(totals.totalWeight, shown);
  return (
    <dl class="steps">
      <Fact name={t.steps.score} value={decimal(row.score, shown)} />
      <Fact
        name={t.steps.weight}
        value={t.steps.weightSum(
          decimal(row.score, shown),
          whole(row.inhabitants, shown),
          whole(totals.inhabitants, shown),
          weight,
        )}
      />
      <Fact name={t.steps.total} value={total} />
      <Fact
        name={t.steps.share}
        value={t.steps.shareSum(
          whole(result.value?.need ?? 0, shown),
          weight,
          total,
          decimal(share.decimal, shown),
        )}
      />
      <Fact
        name={t.steps.exact}
        value={`${digits(share.fraction.numerator, shown)} ÷ ${digits(share.fraction.denominator, shown)}`}
      />
      <Fact name={t.steps.rounded} value={figureText(row.total)} />
    </dl>
  );
}

/** One municipality: the best-founded figure first, and how it comes about. */
export function Card() {
  const t = texts.value;
  const row = chosen.value;
  if (row === null) return null;
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
        <Computed row={row} />
      </div>
      <p class="card__standing">{t.standing}</p>
      <details class="how">
        <summary>{t.how}</summary>
        <p class="utrecht-paragraph">{t.howWords}</p>
        {row.share === null ? (
          <p class="utrecht-paragraph">{t.howEstimate}</p>
        ) : (
          <Steps row={row} share={row.share} />
        )}
        {row.share?.nearHalf === true && <p class="utrecht-paragraph">{t.steps.nearHalf}</p>}
        <p class="utrecht-paragraph">
          <a class="utrecht-link utrecht-link--html-a" href={decree} rel="noreferrer noopener">
            {t.article}
          </a>
        </p>
      </details>
    </article>
  );
}
