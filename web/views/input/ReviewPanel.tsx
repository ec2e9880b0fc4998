/** Review of a document before it is used: its tables, or the distribution read from it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Distribution } from '../../../wasm/files/distribution.ts';
import { columnLetters } from '../../../wasm/files/part.ts';
import { whole } from '../../format.ts';
import { type Review, accept, dismiss, reviews } from '../../state/inputs.ts';
import { language, texts } from '../../state/page.ts';
import { Labelled } from '../../components/Labelled.tsx';

/** A cell is shown to a hundred characters: a name of ten thousand is text like any other. */
export const shortened = (text: string): string => {
  const characters = Array.from(text.slice(0, 400));
  return characters.length > 100 ? `${characters.slice(0, 100).join('')}…` : text;
};

/** The first rows of a table, with the letters and numbers a spreadsheet gives them. */
function Beginning(props: { rows: readonly (readonly string[])[] }) {
  const t = texts.value.input;
  const width = Math.min(Math.max(0, ...props.rows.map((row) => row.length)), 12);
  const columns = Array.from({ length: width }, (_, at) => at);
  return (
    <div class="table-scroll" role="region" aria-label={t.beginning} tabIndex={0}>
      <table class="utrecht-table utrecht-table--html-table preview">
        <caption class="visually-hidden">{t.beginning}</caption>
        <thead>
          <tr>
            <td />
            {columns.map((at) => (
              <th key={at} scope="col">
                {columnLetters(at + 1)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row, at) => (
            <tr key={at}>
              <th scope="row">{at + 1}</th>
              {columns.map((column) => (
                <td key={column}>{shortened(row[column] ?? '')}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function NotUnderstood(props: { read: Distribution }) {
  const t = texts.value.input;
  const { notUnderstood, missing } = props.read;
  const shown = (count: number): string => whole(count, language.value);
  return (
    <>
      {missing.length > 0 && (
        <details class="disclosure">
          <summary>{t.missing(shown(missing.length))}</summary>
          <p>{missing.join(', ')}</p>
        </details>
      )}
      {notUnderstood.length === 0 ? (
        <p>{t.allUnderstood}</p>
      ) : (
        <details class="disclosure" open={notUnderstood.length <= 20}>
          <summary>{t.notUnderstood(shown(notUnderstood.length))}</summary>
          <div
            class="table-scroll"
            role="region"
            aria-label={t.notUnderstood(shown(notUnderstood.length))}
            tabIndex={0}
          >
            <table class="utrecht-table utrecht-table--html-table">
              <thead>
                <tr>
                  {(['place', 'text', 'why'] as const).map((column) => (
                    <th key={column} scope="col">
                      {t.notUnderstoodColumns[column]}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {notUnderstood.slice(0, 200).map((entry, at) => (
                  <tr key={at}>
                    <td>{t.notUnderstoodPlace(String(entry.table), String(entry.row))}</td>
                    <td>{shortened(entry.text)}</td>
                    <td>{t.misunderstandings[entry.why]}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </>
  );
}

function DistributionReview(props: { review: Review; read: Distribution }) {
  const t = texts.value.input;
  const { read } = props;
  const shown = (count: number): string => whole(count, language.value);
  const parts = [
    ...(read.municipalities > 0 ? [t.municipalities(shown(read.municipalities))] : []),
    ...(read.provinces > 0 ? [t.provinces(shown(read.provinces))] : []),
  ].join(', ');
  return (
    <>
      <p class="review__found" data-testid="herkend">
        {t.recognisedDistribution(
          parts,
          shown(read.municipalities > 0 ? read.sum : read.provinceSum),
        )}
      </p>
      <ul>
        {read.minorsSum !== null && <li>{t.minorsSum(shown(read.minorsSum))}</li>}
        {read.provinces > 0 && read.municipalities > 0 && (
          <li>{t.provinceSum(shown(read.provinceSum))}</li>
        )}
        {read.country !== null && <li>{t.countrySays(shown(read.country))}</li>}
        <li>{t.wholeNumbers}</li>
      </ul>
      <NotUnderstood read={read} />
      <p class="buttons">
        <button
          type="button"
          class="utrecht-button utrecht-button--primary-action"
          onClick={() => {
            accept(props.review, 'distribution');
          }}
        >
          {t.useDistribution}
        </button>
        <Dismiss review={props.review} />
      </p>
    </>
  );
}

function Dismiss(props: { review: Review }) {
  return (
    <button
      type="button"
      class="utrecht-button utrecht-button--secondary-action"
      onClick={() => {
        dismiss(props.review);
      }}
    >
      {texts.value.input.dismiss}
    </button>
  );
}

function TableReview(props: { review: Review; dismissable: boolean }) {
  const t = texts.value.input;
  const { document } = props.review;
  const [at, choose] = useState(document.proposed);
  const table = document.tables[at];
  return (
    <>
      {document.tables.length > 1 && (
        <Labelled for="welke-tabel" label={t.sheet}>
          <select
            id="welke-tabel"
            class="utrecht-select utrecht-select--html-select"
            value={at}
            onChange={(event) => {
              choose(Number(event.currentTarget.value));
            }}
          >
            {document.tables.map(({ name, title, rows }, index) => (
              <option key={index} value={index}>
                {t.tableOption(name, shortened(title), whole(rows, language.value))}
              </option>
            ))}
          </select>
        </Labelled>
      )}
      <Beginning rows={table?.beginning ?? []} />
      <p class="buttons">
        <button
          type="button"
          class="utrecht-button utrecht-button--primary-action"
          onClick={() => {
            accept(props.review, at);
          }}
        >
          {t.useTable}
        </button>
        {props.dismissable && <Dismiss review={props.review} />}
      </p>
    </>
  );
}

/** What was read from a page or a paste, before anything of it is used. */
export function ReviewPanel() {
  const t = texts.value.input;
  const review = reviews.value[0];
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (review !== undefined) title.current?.focus();
  }, [review]);
  if (review === undefined) return null;
  const { distribution } = review.document;
  return (
    <section class="review" data-testid="bekijken" aria-labelledby="bekijken-titel">
      <h3 id="bekijken-titel" ref={title} class="utrecht-heading-3" tabIndex={-1}>
        {t.review}
      </h3>
      <p class="file__name">{t.reviewTitle(review.name)}</p>
      {distribution === null ? (
        <TableReview key={review.name} review={review} dismissable />
      ) : (
        <>
          <DistributionReview review={review} read={distribution.read} />
          <details class="disclosure">
            <summary>{t.otherTables}</summary>
            <TableReview key={review.name} review={review} dismissable={false} />
          </details>
        </>
      )}
    </section>
  );
}
