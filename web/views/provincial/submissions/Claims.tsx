/** One plan that two senders report: both beside each other, until a person says which counts. */
import type { Finding } from '../../../../wasm/index.ts';
import { type ProvincialWorkspace, typedFile } from '../../../../wasm/province/workspace.ts';
import type { ClaimedRow } from '../../../../wasm/province/intake.ts';
import { sentFields } from '../../../../wasm/province/differences.ts';
import { claimName, isClaim } from '../../../../wasm/province/claims.ts';
import { cellOf, countedRows, readTable } from '../../../../wasm/province/table-reading.ts';
import { core, texts } from '../../../state/page.ts';
import { SubmissionTable } from './SubmissionTable.tsx';
import { settleClaim } from './state.ts';

interface Side {
  readonly file: string;
  readonly row: number;
  /** Null: of a file beside the workspace, whose rows are not its own. */
  readonly claimed: ClaimedRow | null;
  readonly cells: readonly string[];
}

/** Those of `sentFields` that are shown, among the columns of a typed row. */
const typedColumns = [2, 3, 4, 5, 6, 7, 10] as const;

function sideOf(of: ProvincialWorkspace, file: string, row: number): Side {
  if (file === typedFile.locations) {
    // Above the typed rows stands one of headings.
    const cells = of.typedLocations?.[row - 1] ?? [];
    return {
      ...{ file, row, claimed: { typed: row - 1 } },
      cells: typedColumns.map((column) => cells[column] ?? ''),
    };
  }
  const sheet = of.senders?.sheets.find(({ name }) => name === file);
  if (sheet === undefined || core.value === null) return { file, row, claimed: null, cells: [] };
  const table = readTable(core.value, of.municipalities, countedRows(sheet));
  const cells = sentFields
    .filter((field) => field !== 'location_id' && field !== 'continues' && field !== 'public')
    .map((field) => cellOf(table.rows, row, table.columns[field]));
  return { file, row, claimed: { sheet, row }, cells };
}

function Claim(props: { of: ProvincialWorkspace; finding: Finding }) {
  const t = texts.value.senders;
  const { of, finding } = props;
  const other = finding.about === '' ? finding.file : finding.about;
  const sides = [
    sideOf(of, other, finding.otherRow - 1),
    sideOf(of, finding.file, finding.row - 1),
  ] as const;
  const heads = [t.fileHead, t.fields.location, t.fields.kind, t.fields.places, t.fields.from];
  return (
    <section class="senders-card" data-testid="een-plan">
      <h3 class="utrecht-heading-3">{t.claimTitle(finding.raw)}</h3>
      <p>{finding.severity === 'error' ? t.claimOnce : t.claimTwice}</p>
      <SubmissionTable
        caption={t.claimTitle(finding.raw)}
        testId="twee-opgaven"
        head={[...heads, t.fields.until, t.fields.certainty, t.fields.note, t.choose]}
        rows={sides.map(({ file, row, claimed, cells }, at) => ({
          key: `${file} ${row}`,
          cells: [
            <span class="senders-long">
              {file === typedFile.locations ? t.claimTyped(String(row)) : `${file}, ${row + 1}`}
            </span>,
            ...(cells.length === 0 ? Array.from({ length: 7 }, () => '') : cells),
            claimed === null ? (
              t.claimInFile
            ) : (
              <button
                type="button"
                class="utrecht-button utrecht-button--subtle"
                data-testid={`telt-niet-${at}`}
                onClick={() => {
                  settleClaim(finding, claimed);
                }}
              >
                {t.doesNotCount}
              </button>
            ),
          ],
        }))}
      />
      {finding.severity !== 'error' && (
        <button
          type="button"
          class="utrecht-button utrecht-button--secondary-action"
          data-testid="twee-plannen"
          onClick={() => {
            settleClaim(finding, null);
          }}
        >
          {t.twoPlans}
        </button>
      )}
    </section>
  );
}

export function Claims(props: { of: ProvincialWorkspace; findings: readonly Finding[] }) {
  return (
    <>
      {props.findings
        .filter((finding) => isClaim(finding))
        .map((finding) => (
          <Claim key={`${claimName(finding)} ${finding.row}`} of={props.of} finding={finding} />
        ))}
    </>
  );
}
