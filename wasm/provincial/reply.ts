/**
 * "Klopt dit?": what the province read of a municipality, sent back to be confirmed or corrected. As a
 * page to print, and as a workbook that is the template again, filled with what was read.
 */
import type { Finding } from '../contract/common.ts';
import type {
  Certainty,
  LocationRow,
  PlaceKind,
  ProvincialTableResult,
} from '../contract/provincial.ts';
import { cellName } from '../formats/part.ts';
import type { Core } from '../index.ts';
import { findingText, severityWord } from '../messages.ts';
import type { ProvincialWorkspace } from '../provincial_workspace.ts';
import type { Cell, Worksheet } from '../workbook.ts';
import { sentFields } from './differences.ts';
import type { LocationSheet } from './records.ts';
import { cellOf, readTable } from './table_reading.ts';
import { type FilledRow, templateWorkbook } from './template.ts';

const kinds: Readonly<Record<PlaceKind, string>> = {
  regular: 'regulier',
  minors: 'amv',
  other_special: 'overig bijzonder',
};
const certainties: Readonly<Record<Certainty, string>> = {
  existing: 'bestaand',
  decided: 'besloten',
  intended: 'voornemen',
};
const day = (text: string): string => text.split('-').toReversed().map(Number).join('-');

/** Everything that goes back to one municipality. */
export interface Reply {
  readonly code: string;
  readonly municipality: string;
  readonly province: string;
  readonly day: string;
  readonly invented: boolean;
  readonly sheet: LocationSheet | null;
  /** Rows in the order of the template, behind the municipality: what it sent, as it stands there. */
  readonly sent: readonly FilledRow[];
  /** Rows of it in the lists of others. */
  readonly elsewhere: readonly { readonly file: string; readonly row: FilledRow }[];
  readonly findings: readonly Finding[];
  /** Null where shares are lacking and nothing can be set beside them. */
  readonly offers:
    | readonly {
        readonly date: string;
        readonly balance: ProvincialTableResult['offers'][number]['municipalities'][number];
      }[]
    | null;
}

const asRow = (row: LocationRow, all: readonly LocationRow[]): FilledRow => {
  const before = row.continues === null ? undefined : all[row.continues];
  return [
    row.id ?? '',
    row.name ?? '',
    kinds[row.kind],
    row.places,
    day(row.from),
    row.until === null ? '' : day(row.until),
    certainties[row.certainty],
    before === undefined ? '' : (before.id ?? '') === '' ? (before.name ?? '') : (before.id ?? ''),
    row.public ? 'ja' : 'nee',
    row.note ?? '',
  ];
};

/**
 * @param result what the core made of the whole workspace; null where it cannot be computed yet
 * @param findings of the whole workspace, with the names of files as in the workspace
 */
export function replyTo(
  core: Core,
  workspace: ProvincialWorkspace,
  at: number,
  result: ProvincialTableResult | null,
  findings: readonly Finding[],
  today: string,
): Reply | null {
  const municipality = workspace.municipalities[at];
  if (municipality === undefined) return null;
  const sheet =
    workspace.senders?.sheets.find(({ sender }) => sender === municipality.code) ?? null;
  const sent: FilledRow[] = [];
  if (sheet !== null) {
    const table = readTable(core, workspace.municipalities, sheet.rows);
    for (let row = table.header + 1; row < table.rows.length; row += 1) {
      const cells = sentFields.map((field) => cellOf(table.rows, row, table.columns[field]));
      if (cells.some((cell) => cell !== '')) sent.push(cells);
    }
  }
  const rows = result?.locations ?? [];
  return {
    code: municipality.code,
    municipality: municipality.name,
    province: workspace.province,
    day: today,
    invented: workspace.invented ?? false,
    sheet,
    sent,
    elsewhere: rows
      .filter((row) => row.municipality === at && row.file !== sheet?.name)
      .map((row) => ({ file: row.file ?? '', row: asRow(row, rows) })),
    findings: sheet === null ? [] : findings.filter(({ file }) => file === sheet.name),
    offers:
      result?.offers.flatMap(({ date, municipalities }) => {
        const balance = municipalities[at];
        return balance === undefined ? [] : [{ date, balance }];
      }) ?? null,
  };
}

const heads = [
  'Nummer',
  'Locatie',
  'Soort',
  'Plekken',
  'Van',
  'Tot en met',
  'Zekerheid',
  'Vervolg op',
  'Openbaar',
  'Opmerking',
];
const offerHeads = [
  'Peildatum',
  'Indicatief',
  'Aangeboden',
  'Bestaand',
  'Besloten',
  'Voornemen',
  'Aangeboden − indicatief',
  'Waarvan amv, aangeboden',
];

const offerRows = (reply: Reply): (string | number)[][] =>
  (reply.offers ?? []).map(({ date, balance }) => [
    day(date),
    balance.indicative,
    balance.offered.total,
    ...balance.offered.byCertainty,
    balance.difference,
    balance.offered.totalMinors,
  ]);

const findingRows = (reply: Reply): string[][] =>
  reply.findings.map((finding) => {
    const { what, todo } = findingText(finding, 'nl');
    return [
      finding.row === 0 ? '' : cellName(finding.row, Math.max(finding.column, 1)),
      severityWord(finding.severity, 'nl'),
      `${what} ${todo}`,
      finding.raw,
    ];
  });

const provenance = ({ sheet }: Reply): string =>
  sheet === null
    ? 'Van uw gemeente kwam nog geen bestand.'
    : `Gelezen uit “${sheet.name}”, versie ${sheet.version}, ontvangen op ${day(sheet.received)}. Controlegetal van het bestand (SHA-256): ${sheet.sha256}.`;

const ask =
  'Klopt dit? Antwoord “ja”, of verbeter het meegestuurde rekenblad en stuur het terug. Zet er geen namen, e-mailadressen of telefoonnummers van mensen in.';
const meaning =
  'Het indicatieve aantal is geen besluit. Bestaande plekken zijn er niet van afgetrokken; amv zit in het totaal. Een regel is vertrouwelijk, tenzij er “ja” staat bij openbaar.';

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

function htmlTable(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  if (rows.length === 0) return '';
  const body = rows.map(
    (row) => `<tr>${row.map((cell) => `<td>${escaped(String(cell))}</td>`).join('')}</tr>`,
  );
  return `<h2>${escaped(caption)}</h2><div class="scroll"><table><thead><tr>${head
    .map((text) => `<th scope="col">${escaped(text)}</th>`)
    .join('')}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}

const style =
  'body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#111;background:#fff}h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem}.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}th,td{border:1px solid #767676;padding:.25rem .5rem;text-align:start;vertical-align:top}th{background:#e3ecea}.answer{border:2px solid #111;padding:.5rem 1rem}@page{size:A4 landscape;margin:15mm}@media print{body{margin:0;max-width:none;font-size:10pt}thead{display:table-header-group}tr{break-inside:avoid}}';

/** A page of its own, to read, mail and print; it asks nothing of a network. */
export function replyPage(reply: Reply): string {
  const title = `Klopt dit? ${reply.municipality}`;
  const elsewhere = reply.elsewhere.map(({ file, row }) => [...row, file]);
  return `<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${style}</style></head><body>
<h1>${escaped(title)}</h1>
<p>${escaped(`${reply.province}, provinciale tafel${reply.invented ? ' (verzonnen, om mee te oefenen)' : ''}. ${day(reply.day)}. Vertrouwelijk.`)}</p>
<p>${escaped(provenance(reply))}</p>
<p class="answer"><strong>${escaped(ask)}</strong><br>☐ Ja, dit klopt. &emsp; ☐ Nee, zie het verbeterde rekenblad.</p>
${htmlTable('Locaties zoals wij ze lezen', heads, reply.sent)}
${htmlTable('Locaties van uw gemeente in lijsten van anderen', [...heads, 'Lijst'], elsewhere)}
${htmlTable('Hierover hebben wij een vraag', ['Plaats in uw bestand', 'Soort', 'Wat er is', 'Wat er staat'], findingRows(reply))}
${htmlTable('Aangeboden plekken', offerHeads, offerRows(reply))}
<p>${escaped(meaning)}</p>
</body></html>
`;
}

/** The same as a workbook, with the template filled in to be corrected. */
export function replyWorkbook(reply: Reply): Uint8Array {
  const heading = (value: string): Cell => ({ value, style: 'heading' });
  const rows: Cell[][] = [
    [{ value: `Klopt dit? ${reply.municipality}`, style: 'title' }],
    [`${reply.province}, provinciale tafel, ${day(reply.day)}. Vertrouwelijk.`],
    [provenance(reply)],
    [ask],
    [],
    offerHeads.map(heading),
    ...offerRows(reply),
    [],
    ['Plaats in uw bestand', 'Soort', 'Wat er is', 'Wat er staat'].map(heading),
    ...findingRows(reply),
    [],
    [meaning],
  ];
  const sheet: Worksheet = {
    name: 'Klopt dit',
    widths: [22, 14, 14, 14, 14, 14, 22, 22],
    frozenRows: 0,
    rows,
  };
  // Columns that the person may choose from stand on the sheet of locations, which comes back.
  return templateWorkbook({ code: reply.code, name: reply.municipality }, reply.sent, [sheet]);
}

/** A name for files that every system takes. */
export const fileStem = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase();
