/** What came in, cell by cell: the text as it was sent, and beside it a value of one's own. */
import { useState } from 'preact/hooks';
import type { Finding, LocationField } from '../../../../wasm/index.ts';
import type { ProvincialWorkspace } from '../../../../wasm/province/workspace.ts';
import { sentFields } from '../../../../wasm/province/differences.ts';
import { placeInFile } from '../../../../wasm/province/intake.ts';
import type { LocationSheet } from '../../../../wasm/province/records.ts';
import {
  type LocationTable,
  cellOf,
  countedRows,
  readTable,
} from '../../../../wasm/province/table-reading.ts';
import { findingText } from '../../../../wasm/words/messages.ts';
import { Labelled } from '../../../components/Labelled.tsx';
import { core, language, texts } from '../../../state/page.ts';
import { SubmissionTable } from './SubmissionTable.tsx';
import { bringRowBack, byWhom, correctCell } from './state.ts';

interface Cell {
  readonly row: number;
  readonly column: number;
}

/** What a finding proposes in the place of what it says: the first of what may be meant. */
const proposals = ({ code, about }: Finding): readonly string[] =>
  code === 'date_of_period' ||
  code === 'date_counted' ||
  code === 'date_two_readings' ||
  code === 'places_unclear'
    ? about.split(' / ').filter((each) => each !== '')
    : [];

function OwnValue(props: { sheet: LocationSheet; cell: Cell; label: string; finding?: Finding }) {
  const t = texts.value.senders;
  const { sheet, cell, finding } = props;
  const raw = cellOf(sheet.rows, cell.row, cell.column);
  const made = sheet.corrections?.find(
    ({ row, column }) => row === cell.row && column === cell.column,
  );
  return (
    <span class="senders-own">
      <input
        aria-label={t.ownValueOf(props.label)}
        data-cell={`${cell.row}-${cell.column}`}
        value={made?.value ?? raw}
        class={made === undefined ? '' : 'senders-own--typed'}
        onChange={(event) => {
          correctCell(sheet, cell, event.currentTarget.value.trim());
        }}
      />
      {made === undefined &&
        (finding === undefined ? [] : proposals(finding)).map((value) => (
          <button
            key={value}
            type="button"
            class="utrecht-button utrecht-button--subtle"
            data-testid="voorstel"
            onClick={() => {
              correctCell(sheet, cell, value);
            }}
          >
            {t.propose(value)}
          </button>
        ))}
      {made !== undefined && (
        <button
          type="button"
          class="link-button"
          onClick={() => {
            correctCell(sheet, cell, raw);
          }}
        >
          {t.backToRaw(raw === '' ? t.emptyCell : raw)}
        </button>
      )}
    </span>
  );
}

/** Cells about which there is a question, or that were typed over. */
function Questions(props: {
  sheet: LocationSheet;
  table: LocationTable;
  name: (cell: Cell) => string;
}) {
  const t = texts.value.senders;
  const { sheet, table } = props;
  const cells = new Map<string, { readonly cell: Cell; readonly finding?: Finding }>();
  for (const { row, column } of sheet.corrections ?? [])
    cells.set(`${row}-${column}`, { cell: { row, column } });
  for (const finding of table.findings) {
    if (finding.row === 0 || finding.column === 0 || finding.severity === 'note') continue;
    const cell = { row: finding.row - 1, column: finding.column - 1 };
    cells.set(`${cell.row}-${cell.column}`, { cell, finding });
  }
  if (cells.size === 0) return <p>{t.noQuestions}</p>;
  return (
    <SubmissionTable
      caption={t.questionsOf(sheet.name)}
      testId="vragen"
      head={t.questionsHead}
      rows={[...cells].map(([key, { cell, finding }]) => ({
        key,
        cells: [
          `${placeInFile(sheet, cell.row, cell.column)} ${props.name(cell)}`,
          cellOf(sheet.rows, cell.row, cell.column) || t.emptyCell,
          <OwnValue
            sheet={sheet}
            cell={cell}
            label={props.name(cell)}
            {...(finding === undefined ? {} : { finding })}
          />,
          finding === undefined ? (
            t.typedOver
          ) : (
            <>
              {findingText(finding, language.value).what}{' '}
              {findingText(finding, language.value).todo}
            </>
          ),
        ],
      }))}
    />
  );
}

/** Every cell of the table, to be typed over. */
function AllCells(props: { sheet: LocationSheet; table: LocationTable }) {
  const t = texts.value.senders;
  const { sheet, table } = props;
  const fields = sentFields.filter((field) => table.columns[field] !== undefined);
  const rows = sheet.rows.flatMap((row, at) =>
    at > table.header && row.some((cell) => cell !== '') ? [at] : [],
  );
  const nameOf = (field: LocationField): string =>
    field === 'municipality' || field === 'municipality_name'
      ? t.municipalityColumn
      : t.fields[field];
  const columns: readonly LocationField[] = [
    ...(['municipality', 'municipality_name'] as const).filter(
      (field) => table.columns[field] !== undefined,
    ),
    ...fields,
  ];
  return (
    <SubmissionTable
      caption={t.allCellsOf(sheet.name)}
      testId="alle-cellen"
      head={[t.place, ...columns.map(nameOf)]}
      rows={rows.map((row) => ({
        key: String(row),
        cells: [
          <>
            {placeInFile(sheet, row, table.columns.location ?? 0)}
            {sheet.leftOut?.includes(row) === true && (
              <>
                {' '}
                {t.rowLeftOut}{' '}
                <button
                  type="button"
                  class="link-button"
                  onClick={() => {
                    bringRowBack(sheet, row);
                  }}
                >
                  {t.bringBack}
                </button>
              </>
            )}
          </>,
          ...columns.map((field) => {
            const cell = { row, column: table.columns[field] ?? 0 };
            return <OwnValue sheet={sheet} cell={cell} label={`${row + 1}, ${nameOf(field)}`} />;
          }),
        ],
      }))}
    />
  );
}

/** Numbers in the file that nobody reads, with their place. */
export function UnreadList(props: { sheet: LocationSheet }) {
  const t = texts.value.senders;
  const { unread = [] } = props.sheet;
  if (unread.length === 0) return null;
  return (
    <details>
      <summary>{t.unread(String(unread.length))}</summary>
      <ul data-testid="niet-gelezen">
        {unread.map(({ at, text, why }, index) => (
          <li key={index}>
            {`${at} (${t.unreadWhy[why]}): ${text === '' ? t.unreadPersonal : text}`}
          </li>
        ))}
      </ul>
    </details>
  );
}

export function Received(props: { of: ProvincialWorkspace; sheet: LocationSheet }) {
  const t = texts.value.senders;
  const { of, sheet } = props;
  const [all, setAll] = useState(false);
  if (core.value === null) return null;
  const raw = readTable(core.value, of.municipalities, sheet.rows);
  const now = readTable(core.value, of.municipalities, countedRows(sheet));
  const table = { ...raw, findings: now.findings };
  const fieldAt = (column: number): LocationField | undefined =>
    (Object.entries(raw.columns) as [LocationField, number][]).find(([, at]) => at === column)?.[0];
  const name = ({ row, column }: Cell): string => {
    const field = fieldAt(column);
    const location = cellOf(sheet.rows, row, raw.columns.location);
    const what =
      field === undefined
        ? ''
        : field === 'municipality' || field === 'municipality_name'
          ? t.municipalityColumn
          : t.fields[field];
    return `${location}${location === '' ? '' : ', '}${what}`;
  };
  return (
    <section class="senders-card" data-testid="ontvangen-cellen">
      <h3 class="utrecht-heading-3">{t.cellsTitle(sheet.name)}</h3>
      <p>{t.cellsIntro}</p>
      <Labelled for={`wie-${sheet.name}`} label={t.byWhom}>
        <input
          id={`wie-${sheet.name}`}
          value={byWhom.value}
          onChange={(event) => {
            byWhom.value = event.currentTarget.value.trim();
          }}
        />
      </Labelled>
      <Questions sheet={sheet} table={table} name={name} />
      <UnreadList sheet={sheet} />
      <details
        onToggle={(event) => {
          setAll(event.currentTarget.open);
        }}
      >
        <summary data-testid="toon-alle-cellen">{t.allCells}</summary>
        {all && <AllCells sheet={sheet} table={raw} />}
      </details>
    </section>
  );
}
