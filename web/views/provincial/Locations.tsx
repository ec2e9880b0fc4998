/** Locations: typed in like a sheet, and all of them as they count. */
import type { ProvincialTableResult } from '../../../wasm/index.ts';
import { findingText } from '../../../wasm/words/messages.ts';
import {
  type ProvincialWorkspace,
  locationColumns,
  typedFile,
} from '../../../wasm/province/workspace.ts';
import { disclosedWord, provincialWords } from '../../../wasm/words/provincial-words.ts';
import { reportTables } from '../../../wasm/province/report-tables.ts';
import { whole } from '../../format.ts';
import { language, texts } from '../../state/page.ts';
import { Sheet, type SheetColumn, type SheetRow } from '../../components/Sheet.tsx';
import { Table } from './ReportTable.tsx';
import { withLocationCells } from './changes.ts';
import { change, reportOf, table, workspace } from './state.ts';
import { bringTypedRowBack } from './submissions/state.ts';

/** The locations of the files as rows to type in; the files are then no longer read. */
function takeOver(of: ProvincialWorkspace, result: ProvincialTableResult): void {
  const nl = provincialWords('nl');
  const rows = result.locations
    .filter(({ file }) => file !== typedFile.locations && file !== typedFile.offers)
    .map((row) => {
      const before = row.continues === null ? undefined : result.locations[row.continues];
      return [
        of.municipalities[row.municipality]?.name ?? '',
        row.id,
        row.name,
        nl.kinds[row.kind],
        String(row.places),
        row.from,
        row.until ?? '',
        nl.certainties[row.certainty],
        before === undefined ? '' : before.id === '' ? before.name : before.id,
        disclosedWord(row.public, nl),
        row.note,
      ];
    });
  change({ locations: [], typedLocations: [...rows, ...(of.typedLocations ?? [])] });
}

export function Locations(props: {
  of: ProvincialWorkspace;
  result: ProvincialTableResult | null;
}) {
  const t = texts.value.provincial;
  const { of, result } = props;
  const typed = of.typedLocations ?? [];
  const wrong = new Map<number, Record<number, string>>();
  let errorsInFiles = false;
  for (const finding of table.value?.findings ?? []) {
    if (of.locations.includes(finding.file) && finding.severity === 'error') errorsInFiles = true;
    if (finding.file !== typedFile.locations || finding.row < 2) continue;
    const cells = wrong.get(finding.row - 2) ?? {};
    cells[Math.max(finding.column - 1, 0)] = findingText(finding, language.value).what;
    wrong.set(finding.row - 2, cells);
  }
  const columns: SheetColumn[] = locationColumns.map((id, at) => ({
    id,
    title: t.locationColumns[at] ?? id,
    number: id === 'plekken',
    editable: true,
    stays: at < 3,
  }));
  const empty = locationColumns.map(() => '');
  const rows: SheetRow[] = [...typed, empty].map((cells, at) => ({
    id: String(at),
    cells,
    wrong: wrong.get(at) ?? {},
  }));
  const counted = reportOf('confidential');
  const all =
    counted === null
      ? undefined
      : reportTables(counted, language.value).find(({ id }) => id === 'locations');
  return (
    <section class="section" aria-labelledby="tafel-locaties-titel">
      <h2 id="tafel-locaties-titel" class="utrecht-heading-2">
        {t.locations}
      </h2>
      <p class="intro">{t.locationsIntro}</p>
      <Sheet
        testId="tafel-getypte-locaties"
        label={t.typedLocations}
        help={t.sheetHelp}
        columns={columns}
        rows={rows}
        change={(changes) => {
          const present = workspace.value?.typedLocations ?? [];
          change({ typedLocations: withLocationCells(present, changes, locationColumns.length) });
        }}
      />
      {of.typedLeftOut !== undefined && of.typedLeftOut.length > 0 && (
        <>
          <h3 class="utrecht-heading-3">{texts.value.senders.typedOut}</h3>
          <ul data-testid="getypt-telt-niet">
            {of.typedLeftOut.map((cells, at) => (
              <li key={at}>
                {cells.filter((cell) => cell !== '').join(', ')}{' '}
                <button
                  type="button"
                  class="link-button"
                  onClick={() => {
                    bringTypedRowBack(at);
                  }}
                >
                  {texts.value.senders.bringBack}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {of.locations.length > 0 && (
        <p>
          {t.fromFiles(of.locations.join(', '))}{' '}
          {result !== null && !errorsInFiles && (
            <button
              type="button"
              class="utrecht-button utrecht-button--secondary-action"
              onClick={() => {
                takeOver(of, result);
              }}
            >
              {t.takeOver}
            </button>
          )}
        </p>
      )}
      {all !== undefined && (
        <details>
          <summary>{t.allLocations(whole(all.rows.length, language.value))}</summary>
          <Table table={all} testId="tafel-locaties" />
        </details>
      )}
    </section>
  );
}
