/** View of accountability (Verantwoording): question, inputs, rules, figures, findings and version. */
import { useState } from 'preact/hooks';
import type { SourceFile } from '../../../wasm/index.ts';
import { day, decimal, whole } from '../../format.ts';
import {
  answer,
  bringerOf,
  catalogue,
  chosen,
  core,
  language,
  ownMinors,
  ownNeed,
  result,
  round,
  texts,
} from '../../state/page.ts';
import { findingText, severityWord } from '../../../wasm/words/messages.ts';
import { Fact } from '../municipality/Card.tsx';
import { EstimateNote } from '../../components/EstimateNote.tsx';
import { basisName, basisText, figureText } from '../../components/Figure.tsx';
import { Verify } from './Verify.tsx';
import { receipt } from './take.ts';

function TheQuestion() {
  const t = texts.value;
  const shown = language.value;
  const { need, minors, population, scores, invented, title, referenceDay } = round.value;
  const sourced = (
    places: number | null,
    own: boolean,
    source: { source: string; date: string } | null,
  ): string => {
    if (places === null) return t.unknown;
    const from = own
      ? t.proof.needOwn
      : source === null
        ? ''
        : t.according(source.source, day(source.date, shown));
    return `${whole(places, shown)} (${from})`;
  };
  return (
    <section class="section" aria-labelledby="vraag-titel">
      <h2 id="vraag-titel" class="utrecht-heading-2">
        {t.proof.questionTitle}
      </h2>
      <dl class="facts">
        <Fact name={t.proof.round} value={`${title[shown]}, ${day(referenceDay, shown)}`} />
        <Fact
          name={t.proof.need}
          value={sourced(result.value?.need ?? null, ownNeed.value !== undefined, need)}
        />
        <Fact
          name={t.proof.minors}
          value={sourced(result.value?.minors ?? null, ownMinors.value !== undefined, minors)}
        />
        <Fact name={t.proof.basis} value={basisText()} />
      </dl>
      {!invented && (
        <ul>
          <li>
            {t.inhabitantsOf(day(`${population.year}-01-01`, shown))}.{' '}
            {t.certainty.population[population.certainty]}
          </li>
          <li>
            {t.scoreOf(scores.year)}. {t.certainty.scores[scores.certainty]}
          </li>
        </ul>
      )}
      <p>{t.standing}</p>
      {receipt.value !== null && (
        <p>
          {t.proof.claim}: <code class="fingerprint">{receipt.value.claim}</code>
          <br />
          <span class="hint">{t.proof.claimText}</span>
        </p>
      )}
    </section>
  );
}

function TheInputs() {
  const t = texts.value;
  const current = result.value;
  if (current === null) return null;
  const columns = t.proof.inputColumns;
  const row = (what: 'population' | 'scores', source: SourceFile) => (
    <tr key={what}>
      <th scope="row">{t.proof.inputs[what]}</th>
      <td>{source.file}</td>
      <td>
        {source.status === 'invented'
          ? t.basis.invented
          : basisName(source.basis, bringerOf(source.file))}
        {source.sameAs === null ? '' : ` (${t.input.sameAs(source.sameAs)})`}
      </td>
      <td class="number">{whole(source.rows, language.value)}</td>
      <td>
        <code class="fingerprint">{source.sha256}</code>
      </td>
    </tr>
  );
  return (
    <section class="section" aria-labelledby="bestanden-titel">
      <h2 id="bestanden-titel" class="utrecht-heading-2">
        {t.proof.inputsTitle}
      </h2>
      <div class="table-scroll" tabIndex={0} role="group" aria-labelledby="bestanden-titel">
        <table class="utrecht-table utrecht-table--html-table" data-testid="bestanden-tabel">
          <thead>
            <tr>
              {[columns.what, columns.file, columns.basis, columns.rows, columns.sha256].map(
                (name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {row('population', current.population)}
            {row('scores', current.scores)}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function TheRules() {
  const t = texts.value.proof;
  return (
    <section class="section" aria-labelledby="regels-titel">
      <h2 id="regels-titel" class="utrecht-heading-2">
        {t.rulesTitle}
      </h2>
      <ul>
        {t.rules.map(({ article, url, text }) => (
          <li key={url}>
            <a class="utrecht-link utrecht-link--html-a" href={url} rel="noreferrer noopener">
              {article}
            </a>
            : {text}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface FigureRow {
  readonly key: string;
  readonly name: string;
  readonly cells: readonly string[];
}

function FigureTable(props: {
  id: string;
  caption: string;
  columns: readonly string[];
  rows: readonly FigureRow[];
}) {
  return (
    <div
      class="table-scroll proof-table"
      tabIndex={0}
      role="group"
      aria-labelledby={`${props.id}-titel`}
    >
      <table class="utrecht-table utrecht-table--html-table" data-testid={props.id}>
        <caption id={`${props.id}-titel`} class="utrecht-table__caption">
          {props.caption}
        </caption>
        <thead>
          <tr>
            {props.columns.map((name, index) => (
              <th key={name} scope="col" class={index === 0 ? '' : 'number'}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(({ key, name, cells }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {cells.map((cell, index) => (
                <td key={props.columns[index + 1]} class="number">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TheFigures() {
  const t = texts.value;
  const shown = language.value;
  const current = result.value;
  const [all, setAll] = useState(false);
  if (current === null) return null;
  const exact = current.basis !== 'estimate';
  const columns = t.columns;
  const municipalities = current.municipalities.filter(
    (row) => all || row.code === chosen.value?.code,
  );
  return (
    <section class="section" aria-labelledby="getallen-titel">
      <h2 id="getallen-titel" class="utrecht-heading-2">
        {t.proof.figuresTitle}
      </h2>
      <p class="check no-print">
        <input
          id="alle-gemeenten"
          type="checkbox"
          checked={all}
          onChange={(event) => {
            setAll(event.currentTarget.checked);
          }}
        />
        <label for="alle-gemeenten">{t.proof.allMunicipalities}</label>
      </p>
      {municipalities.length > 0 && (
        <FigureTable
          id="verantwoording-gemeenten"
          caption={t.municipalities}
          columns={[
            columns.name,
            columns.inhabitants,
            ...(exact ? [t.steps.score, t.proof.weight, t.proof.unrounded] : []),
            columns.total,
            columns.minors,
          ]}
          rows={municipalities.map((row) => ({
            key: row.code,
            name: `${row.name} (${row.code})`,
            cells: [
              whole(row.inhabitants, shown),
              ...(exact
                ? [
                    decimal(row.score ?? '', shown),
                    decimal(row.weight ?? '', shown),
                    decimal(row.share?.decimal ?? '', shown),
                  ]
                : []),
              figureText(row.total),
              row.minors === null ? t.unknown : figureText(row.minors),
            ],
          }))}
        />
      )}
      <FigureTable
        id="verantwoording-provincies"
        caption={t.provinces}
        columns={[columns.province, columns.inhabitants, columns.task, columns.minors]}
        rows={current.provinces.map((row) => ({
          key: row.name,
          name: row.name,
          cells: [
            whole(row.inhabitants, shown),
            figureText(row.total),
            row.minors === null ? t.unknown : figureText(row.minors),
          ],
        }))}
      />
      {current.totals.places !== null && current.totals.difference !== null && (
        <p>
          {current.totals.difference === 0
            ? t.noDifference(whole(current.need, shown))
            : t.difference(
                whole(current.totals.places, shown),
                whole(current.need, shown),
                whole(current.totals.difference, shown),
              )}
        </p>
      )}
    </section>
  );
}

function TheFindings() {
  const t = texts.value;
  const found = answer.value?.findings ?? [];
  return (
    <section class="section" aria-labelledby="gevonden-titel">
      <h2 id="gevonden-titel" class="utrecht-heading-2">
        {t.input.findings}
      </h2>
      {found.length === 0 ? (
        <p>{t.proof.findingsNone}</p>
      ) : (
        <ul>
          {found.map((finding, index) => (
            <li key={index}>
              {finding.file === '' ? '' : `${finding.file}, `}
              {t.input.place(String(finding.row), String(finding.column))}:{' '}
              {severityWord(finding.severity, language.value)}.{' '}
              {findingText(finding, language.value).what}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function MadeWith() {
  const t = texts.value.proof;
  const version = core.value?.version();
  if (version === undefined) return null;
  const shown = language.value;
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  return (
    <section class="section" aria-labelledby="gemaakt-titel">
      <h2 id="gemaakt-titel" class="utrecht-heading-2">
        {t.madeTitle}
      </h2>
      <p>
        {t.made(
          version.version,
          version.commit,
          day(catalogue.dataUntil, shown),
          day(today, shown),
        )}
      </p>
    </section>
  );
}

/** Accountability (Verantwoording): what a figure rests on, on paper as on the screen, and to hand over. */
export function ProofView() {
  return (
    <>
      <EstimateNote />
      {result.value !== null && (
        <>
          <TheQuestion />
          <TheInputs />
          <TheRules />
          <TheFigures />
          <TheFindings />
          <MadeWith />
        </>
      )}
      <Verify />
    </>
  );
}
