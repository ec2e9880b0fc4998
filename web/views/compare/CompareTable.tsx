/** Published table beside the own result: bringing it, its findings, and every difference with its class. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CompareResult, ComparedRow, DifferenceClass, Finding } from '../../../wasm/index.ts';
import { type Cell, csvText } from '../../../wasm/files/csv-text.ts';
import { errorText, findingText, severityWord } from '../../../wasm/words/messages.ts';
import { classText, reasonText } from '../../../wasm/words/sentences.ts';
import { fileName, fullestPrint } from '../../../wasm/rounds/catalogue.ts';
import { otherRoundTexts } from '../../../wasm/rounds/other-rounds.ts';
import { decimal, whole } from '../../format.ts';
import {
  announcement,
  catalogue,
  files,
  kindOf,
  language,
  merging,
  panel,
  round,
  texts,
} from '../../state/page.ts';
import { saveFile } from '../../page/save.ts';
import { arrival } from '../../state/inputs.ts';
import { copyText, tabText } from '../../components/tab-text.ts';
import { figureText } from '../../components/Figure.tsx';
import { Labelled } from '../../components/Labelled.tsx';
import { PrintDifferences } from '../../components/PrintDifferences.tsx';
import { PrintedKind } from '../../components/PrintedKind.tsx';
import { fitText, missesText, untriedText } from '../../../wasm/words/evidence-text.ts';
import { SmallTable } from '../../components/SmallTable.tsx';
import { vintageName } from '../municipality/Certainty.tsx';
import { Columns } from '../input/Columns.tsx';
import { refusalText } from '../input/Working.tsx';
import { SaveReceipt } from '../proof/SaveReceipt.tsx';
import { Implied } from './Implied.tsx';
import { Pairs } from './Pairs.tsx';
import {
  bring,
  bringFile,
  bringKnown,
  chooseTable,
  compared,
  comparison,
  inspected,
  isOwn,
  origin,
  refusal,
  reproduction,
  saidOfColumns,
  sayColumns,
  table,
  tableTitle,
  takeAway,
} from './published.ts';
import { spokenName } from '../../state/search.ts';
import '../municipality/accountable.css';

/** A table by dropping, choosing or pasting it; or the figures that came with the round. */
function Bring() {
  const t = texts.value.accountable;
  const [pasted, setPasted] = useState('');
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = async (file: File | undefined): Promise<void> => {
    if (file !== undefined) await bringFile(file);
  };
  const known = fullestPrint(catalogue, round.value);
  const takePasted = (event: ClipboardEvent): void => {
    const data = event.clipboardData;
    const html = data?.getData('text/html') ?? '';
    const text = data?.getData('text/plain') ?? '';
    const [file] = data?.files ?? [];
    if (file === undefined && !/<table[\s>]/i.test(html) && !/[\t;,]/.test(text)) return;
    event.preventDefault();
    if (file !== undefined) void take(file);
    else if (/<table[\s>]/i.test(html)) void take(new File([html], t.pastedName));
    else bring(new TextEncoder().encode(text), t.pastedName);
  };
  // Ctrl+V works anywhere in this room, not only in the field.
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const { target } = event;
      const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
      if (panel.value === null && !event.defaultPrevented && !isField) takePasted(event);
    };
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('paste', onPaste);
    };
  });
  return (
    <div
      class={over ? 'drop drop--over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take(event.dataTransfer?.files[0]);
      }}
    >
      <p>{t.compareText}</p>
      <p>
        <label class="utrecht-form-label" for="vergelijk-bestand">
          {t.compareFile}
        </label>{' '}
        <input
          id="vergelijk-bestand"
          ref={input}
          type="file"
          accept=".csv,.tsv,.txt,.xlsx,.ods,.html,.htm,.xml,text/csv"
          onChange={(event) => {
            void take(event.currentTarget.files?.[0]);
          }}
        />
      </p>
      <Labelled for="vergelijk-plak" label={t.comparePaste}>
        <span id="vergelijk-plak-uitleg">{t.comparePasteHint}</span>
        <textarea
          id="vergelijk-plak"
          class="utrecht-textbox utrecht-textbox--html-input paste"
          spellcheck={false}
          aria-describedby="vergelijk-plak-uitleg"
          value={pasted}
          onInput={(event) => {
            setPasted(event.currentTarget.value);
          }}
          onPaste={takePasted}
        />
      </Labelled>
      {refusal.value !== null && (
        <p class="field__error" role="alert">
          {refusalText(refusal.value)}
        </p>
      )}
      <div class="buttons">
        <button
          type="button"
          class="utrecht-button utrecht-button--primary-action"
          disabled={pasted.trim() === ''}
          onClick={() => {
            bring(new TextEncoder().encode(pasted), t.pastedName);
          }}
        >
          {t.comparePasteButton}
        </button>
        {files.value
          .filter(({ recognised }) => recognised.ok && recognised.result.kind === 'published')
          .map(({ name }) => (
            <button
              key={name}
              type="button"
              class="utrecht-button utrecht-button--secondary-action"
              onClick={() => {
                bringKnown(name, name);
              }}
            >
              {t.compareLoaded(name)}
            </button>
          ))}
        {known !== undefined && (
          <button
            type="button"
            class="utrecht-button utrecht-button--secondary-action"
            onClick={() => {
              bringKnown(fileName(known), known.title[language.value]);
            }}
          >
            {t.compareKnown}
          </button>
        )}
      </div>
    </div>
  );
}

const mostNotes = 50;

/** What was found in a table, errors first, each at its place. */
export function Notes(props: { findings: readonly Finding[] }) {
  const shown = language.value;
  if (props.findings.length === 0) return null;
  const rest = props.findings.length - mostNotes;
  return (
    <>
      <ul>
        {props.findings.slice(0, mostNotes).map((finding, at) => {
          const { what, todo } = findingText(finding, shown);
          return (
            <li key={at}>
              {severityWord(finding.severity, shown)},{' '}
              {texts.value.input.place(String(finding.row), String(finding.column))}: {what}{' '}
              {finding.raw !== '' && <code>{finding.raw}</code>} {todo}
            </li>
          );
        })}
      </ul>
      {rest > 0 && <p>{texts.value.input.more(whole(rest, shown))}</p>}
    </>
  );
}

/** The own figure, or its ends where it is an interval or a band. */
function ownText({ own, ownRange }: ComparedRow): string {
  if (own !== null) return whole(own, language.value);
  return ownRange === null ? '' : figureText({ places: null, low: ownRange[0], high: ownRange[1] });
}

/** Why a row differs; of one that cannot be checked exactly, whether it lies within the own ends. */
function outcomeText(row: ComparedRow): string {
  const t = texts.value.accountable;
  if (row.class !== null || row.inside === null) return reasonText(row, language.value);
  return row.inside ? t.inside : t.outside;
}

/** The comparison as it stands here, to be taken along. */
function TakeAlong(props: { rows: readonly ComparedRow[] }) {
  const t = texts.value;
  const shown = language.value;
  const [said, setSaid] = useState('');
  const head = t.accountable.compareColumns;
  const rows: readonly (readonly Cell[])[] = [
    [head.name, head.own, head.published, head.difference, head.class],
    ...props.rows.map((row): Cell[] => [
      row.name,
      row.own ?? ownText(row),
      row.published,
      row.difference,
      outcomeText(row),
    ]),
  ];
  const button = (text: string, testId: string, act: () => void) => (
    <button
      type="button"
      class="utrecht-button utrecht-button--secondary-action"
      data-testid={testId}
      onClick={act}
    >
      {text}
    </button>
  );
  const save = (dialect: 'nl' | 'international') => (): void => {
    const ending = dialect === 'nl' ? '' : `-${t.internationalFile}`;
    saveFile(
      `spreidingswijzer-${round.value.id}-${t.accountable.compareFileName}${ending}.csv`,
      csvText(rows, dialect),
      'text/csv',
    );
  };
  return (
    <p class="buttons" role="group" aria-label={t.download}>
      <span>{t.download}:</span>
      {button(t.downloadDutch, 'vergelijking-nl', save('nl'))}
      {button(t.downloadInternational, 'vergelijking-csv', save('international'))}
      {button(t.country.copy, 'vergelijking-kopie', () => {
        void copyText(tabText(rows, shown)).then((done) => {
          setSaid(done ? t.country.copied : t.country.notCopied);
        });
      })}
      <span role="status" class="buttons__said">
        {said}
      </span>
    </p>
  );
}

function Rows(props: { rows: readonly ComparedRow[] }) {
  const t = texts.value.accountable;
  const shown = language.value;
  const [onlyDifferent, setOnlyDifferent] = useState(false);
  const number = (value: number | null): string => (value === null ? '' : whole(value, shown));
  const isDifferent = (row: ComparedRow): boolean =>
    row.class === null ? row.inside !== true : row.class !== 'equal';
  const rows = onlyDifferent ? props.rows.filter(isDifferent) : props.rows;
  return (
    <>
      <p>
        <label>
          <input
            type="checkbox"
            checked={onlyDifferent}
            onChange={(event) => {
              setOnlyDifferent(event.currentTarget.checked);
            }}
          />{' '}
          {t.onlyDifferent}
        </label>
      </p>
      <SmallTable
        label={`${t.compareColumns.own}, ${t.compareColumns.published}`}
        testId="vergelijking"
        columns={[
          t.compareColumns.name,
          { number: t.compareColumns.own },
          { number: t.compareColumns.published },
          { number: t.compareColumns.difference },
          t.compareColumns.class,
        ]}
      >
        {rows.map((row) => (
          <tr key={row.row}>
            <th scope="row">{spokenName(row.name)}</th>
            <td class="number">{ownText(row)}</td>
            <td class="number">{number(row.published)}</td>
            <td class="number">{number(row.difference)}</td>
            <td>{outcomeText(row)}</td>
          </tr>
        ))}
      </SmallTable>
    </>
  );
}

function Result(props: { result: CompareResult }) {
  const t = texts.value.accountable;
  const shown = language.value;
  const { headline, within, totals, classes, cause, notPrinted, rows } = props.result;
  return (
    <>
      {headline === null ? (
        <>
          <p class="headline">{t.recognised(whole(rows.length, shown))}</p>
          {within !== null && (
            <p role="status" data-testid="binnen">
              {t.within(whole(within.inside, shown), whole(within.rows, shown))}
            </p>
          )}
          <p>{t.compareEstimate}</p>
        </>
      ) : (
        <p class="headline" role="status" data-testid="kop">
          {t.headline(whole(headline.equal, shown), whole(headline.rows, shown))}
          {headline.minorsRows > 0 &&
            `; ${t.headlineMinors(whole(headline.minorsEqual, shown), whole(headline.minorsRows, shown))}`}
        </p>
      )}
      {totals !== null && totals.published > 0 && (
        <p data-testid="samen">
          {t.totals(
            whole(totals.own, shown),
            whole(totals.published, shown),
            whole(totals.difference, shown),
          )}
          {Object.entries(classes ?? {})
            .filter(([name, count]) => name !== 'equal' && count > 0)
            .map(
              ([name, count]) =>
                ` ${whole(count, shown)} × ${classText(name as DifferenceClass, shown)}.`,
            )}
        </p>
      )}
      {(classes?.unexplained ?? 0) > 0 && <p class="figure__note">{t.unexplained}</p>}
      {cause !== null && (
        <p class="figure__note">
          {cause.need === null
            ? t.causeInputs(
                vintageName(cause.population ?? ''),
                vintageName(cause.scores ?? ''),
                whole(cause.reproduced, shown),
              )
            : t.causeNeed(whole(cause.need, shown), whole(cause.reproduced, shown))}
        </p>
      )}
      {otherRoundTexts(catalogue, round.value, rows, shown).map((sentence) => (
        <p key={sentence} class="figure__note" data-testid="andere-ronde">
          {sentence}
        </p>
      ))}
      {notPrinted.length > 0 && (
        <p>
          {t.notPrinted(
            whole(notPrinted.length, shown),
            notPrinted
              .slice(0, 5)
              .map(({ name }) => name)
              .join(', ') + (notPrinted.length > 5 ? ', …' : ''),
          )}
        </p>
      )}
      <TakeAlong rows={rows} />
      <Rows rows={rows} />
    </>
  );
}

function Reproduction() {
  const t = texts.value.accountable;
  const shown = language.value;
  const found = reproduction.value;
  if (found === null) return null;
  const { ranking, needs } = found.result;
  return (
    <section class="question" aria-labelledby="namaken-titel">
      <h3 id="namaken-titel" class="utrecht-heading-3">
        {t.reproduceTitle}
      </h3>
      <p>
        {t.reproduceText(
          whole(ranking.length, shown),
          whole(needs.first, shown),
          whole(needs.last, shown),
          whole(Math.ceil(found.milliseconds), shown),
        )}
      </p>
      <SmallTable
        label={`${t.reproduceColumns.population}, ${t.reproduceColumns.scores}`}
        testId="namaken"
        columns={[
          t.reproduceColumns.population,
          t.reproduceColumns.scores,
          { number: t.reproduceColumns.matches },
          { number: t.reproduceColumns.need },
          { number: t.reproduceColumns.total },
          { number: t.reproduceColumns.factor },
          { number: t.reproduceColumns.median },
        ]}
      >
        {ranking.slice(0, 20).map((each) => (
          <tr key={each.population + each.scores}>
            <th scope="row">{vintageName(each.population)}</th>
            <td>
              {vintageName(each.scores)}
              {each.isEstimate && ` (${t.estimated})`}
            </td>
            <td class="number">{t.ofRows(whole(each.matches, shown), whole(each.rows, shown))}</td>
            <td class="number">
              {each.need === null || each.firstNeed === null || each.lastNeed === null
                ? ''
                : each.firstNeed === each.lastNeed
                  ? whole(each.need, shown)
                  : `${whole(each.firstNeed, shown)} – ${whole(each.lastNeed, shown)}`}
            </td>
            <td class="number">
              {each.totalDifference === null ? '' : whole(each.totalDifference, shown)}
            </td>
            <td class="number">
              {each.fit !== null &&
                t.ofRows(whole(each.fit.matches, shown), whole(each.fit.rows, shown))}
            </td>
            <td class="number">{each.fit !== null && `${decimal(each.fit.median, shown)} %`}</td>
          </tr>
        ))}
      </SmallTable>
      {ranking[0] !== undefined && (
        <>
          <p>{fitText(ranking[0], vintageName, shown)}</p>
          <p data-testid="ernaast-lijst">{missesText(ranking[0], shown)}</p>
        </>
      )}
      <p>{untriedText(catalogue.vintages, ranking, shown)}</p>
      <SaveReceipt operation="reproduce" parameters={found.parameters} />
    </section>
  );
}

/** Which table of a document it is about; another may be chosen. */
function ChooseTable() {
  const t = texts.value.accountable;
  if (origin.value === null) return null;
  const { document, table: chosen } = origin.value;
  if (document.tables.length < 2 && document.distribution === null) return null;
  return (
    <Labelled for="vergelijk-blad" label={t.compareSheet}>
      <select
        id="vergelijk-blad"
        class="utrecht-select utrecht-select--html-select"
        value={String(chosen)}
        onChange={(event) => {
          const { value } = event.currentTarget;
          chooseTable(value === 'distribution' ? value : Number(value));
        }}
      >
        {document.distribution !== null && <option value="distribution">{t.compareWhole}</option>}
        {document.tables.map(({ name }, at) => (
          <option key={name} value={String(at)}>
            {name}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

/** A published table beside the own result: every difference named, or said to be unexplained. */
export function CompareTable() {
  const t = texts.value.accountable;
  const shown = language.value;
  const answer = comparison.value;
  // A table that was dropped anywhere on the page is the one that is meant here.
  const came = files.value.find(
    (file) => arrival.value?.files.includes(file.name) === true && kindOf(file) === 'published',
  );
  const dropped = came?.name;
  const title = came?.origin?.name ?? dropped;
  useEffect(() => {
    if (dropped !== undefined && table.value === null) bringKnown(dropped, title ?? dropped);
  }, [dropped, title]);
  return (
    <section class="section" aria-labelledby="vergelijk-titel" data-testid="vergelijken">
      <h2 id="vergelijk-titel" class="utrecht-heading-2" tabIndex={-1}>
        {t.compare}
      </h2>
      {table.value === null ? (
        <Bring />
      ) : (
        <>
          <p>
            <strong>{tableTitle.value}</strong>{' '}
            <button
              type="button"
              class="utrecht-button utrecht-button--secondary-action"
              onClick={() => {
                takeAway();
                announcement.value = t.removeTable;
              }}
            >
              {t.removeTable}
            </button>
          </p>
          <ChooseTable />
          {inspected.value !== null && (
            <Columns
              file={table.value}
              said={saidOfColumns.value}
              answer={inspected.value}
              say={sayColumns}
            />
          )}
          {isOwn.value && (
            <PrintedKind file={table.value} title={tableTitle.value} id="vergelijk" />
          )}
          <PrintDifferences />
          <p>
            <label>
              <input
                type="checkbox"
                data-testid="samenvoegen"
                checked={merging.value}
                onChange={(event) => {
                  merging.value = event.currentTarget.checked;
                }}
              />{' '}
              {t.compareMerge}
            </label>
          </p>
          {answer?.ok === false && (
            <p class="field__error" role="alert">
              {t.tableFailed} {errorText(answer.error, shown)}
            </p>
          )}
          {answer === null && <p role="status">{texts.value.input.waiting}</p>}
          {answer?.ok === true && <Result result={answer.result} />}
          {answer !== null && (
            <Notes
              findings={answer.findings.filter(({ file }) => file === table.value || file === '')}
            />
          )}
          {compared.value !== null && (
            <SaveReceipt
              operation="compare"
              parameters={compared.value}
              disabled={answer?.ok !== true}
            />
          )}
          {answer?.ok === true && <Pairs />}
          <Reproduction />
          {answer?.ok === true && <Implied />}
        </>
      )}
    </section>
  );
}
