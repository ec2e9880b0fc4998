/**
 * "Klopt dit?": what the province read of a municipality, sent back to be confirmed or corrected. As a
 * page to print, and as a workbook that is the template again, filled with what was read.
 */
import type { Finding, LocationRow, ProvincialTableResult } from '../contract/answers.ts';
import { cellName } from '../files/part.ts';
import type { Core } from '../index.ts';
import { type Language, eachPlace, findingText, severityWord } from '../words/messages.ts';
import { disclosedWord, provincialWords } from '../words/provincial-words.ts';
import type { ProvincialWorkspace } from './workspace.ts';
import { type Cell, type Worksheet, heading } from '../files/workbook.ts';
import { sentFields } from './differences.ts';
import type { LocationSheet } from './records.ts';
import { cellOf, readTable } from './table-reading.ts';
import { type FilledRow, templateWorkbook } from './template.ts';

/** A day as people of the language write it where both read it alike: 1-7-2027, 2027-07-01. */
const dayIn = (language: Language, text: string): string =>
  language === 'nl' ? text.split('-').toReversed().map(Number).join('-') : text;

/** Everything that goes back to one municipality. */
export interface Reply {
  readonly language: Language;
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

function asRow(row: LocationRow, all: readonly LocationRow[], language: Language): FilledRow {
  const words = provincialWords(language);
  const before = row.continues === null ? undefined : all[row.continues];
  return [
    row.id,
    row.name,
    words.kinds[row.kind],
    row.places,
    dayIn(language, row.from),
    row.until === null ? '' : dayIn(language, row.until),
    words.certainties[row.certainty],
    before === undefined ? '' : before.id === '' ? before.name : before.id,
    disclosedWord(row.public, words),
    row.note,
  ];
}

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
  language: Language,
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
    language,
    code: municipality.code,
    municipality: municipality.name,
    province: workspace.province,
    day: today,
    invented: workspace.invented ?? false,
    sheet,
    sent,
    elsewhere: rows
      .filter((row) => row.municipality === at && row.file !== sheet?.name)
      .map((row) => ({ file: row.file, row: asRow(row, rows, language) })),
    findings: sheet === null ? [] : eachPlace(findings.filter(({ file }) => file === sheet.name)),
    offers:
      result?.offers.flatMap(({ date, municipalities }) => {
        const balance = municipalities[at];
        return balance === undefined ? [] : [{ date, balance }];
      }) ?? null,
  };
}

interface ReplyWords {
  readonly heads: readonly string[];
  readonly list: string;
  readonly offerHeads: readonly string[];
  readonly findingHeads: readonly string[];
  readonly title: (municipality: string) => string;
  readonly about: (province: string, invented: boolean, day: string) => string;
  readonly nothing: string;
  readonly provenance: (file: string, version: number, day: string, sha256: string) => string;
  readonly ask: string;
  readonly answers: readonly [string, string];
  readonly sent: string;
  readonly elsewhere: string;
  readonly questions: string;
  readonly offered: string;
  readonly meaning: string;
  readonly sheet: string;
}

const replyWords: Readonly<Record<Language, ReplyWords>> = {
  nl: {
    heads: [
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
    ],
    list: 'Lijst',
    offerHeads: [
      'Peildatum',
      'Indicatief',
      'Aangeboden',
      'Bestaand',
      'Besloten',
      'Voornemen',
      'Aangeboden − indicatief',
      'Waarvan amv, aangeboden',
    ],
    findingHeads: ['Plaats in uw bestand', 'Soort', 'Wat er staat', 'Wat er is'],
    title: (municipality) => `Klopt dit? ${municipality}`,
    about: (province, invented, day) =>
      `${province}, provinciale tafel${invented ? ' (verzonnen, om mee te oefenen)' : ''}. ${day}. Vertrouwelijk.`,
    nothing: 'Van uw gemeente kwam nog geen bestand.',
    provenance: (file, version, day, sha256) =>
      `Gelezen uit “${file}”, versie ${version}, ontvangen op ${day}. Controlegetal van het bestand (SHA-256): ${sha256}.`,
    ask: 'Klopt dit? Antwoord “ja”, of verbeter het meegestuurde rekenblad en stuur het terug. Zet er geen namen, e-mailadressen of telefoonnummers van mensen in.',
    answers: ['Ja, dit klopt.', 'Nee, zie het verbeterde rekenblad.'],
    sent: 'Locaties zoals wij ze lezen',
    elsewhere: 'Locaties van uw gemeente in lijsten van anderen',
    questions: 'Hierover hebben wij een vraag',
    offered: 'Aangeboden plekken',
    meaning:
      'Het indicatieve aantal is geen besluit. Bestaande plekken zijn er niet van afgetrokken; amv zit in het totaal. Een regel is vertrouwelijk, tenzij er bij openbaar “ja” staat (alles), “aantal” (alleen het aantal plekken) of “locatie” (alles behalve het aantal).',
    sheet: 'Klopt dit',
  },
  en: {
    heads: [
      'Number',
      'Location',
      'Kind',
      'Places',
      'From',
      'Until',
      'Certainty',
      'Continues',
      'Public',
      'Note',
    ],
    list: 'List',
    offerHeads: [
      'Reference date',
      'Indicative',
      'Offered',
      'Existing',
      'Decided on',
      'Intended',
      'Offered − indicative',
      'Of which minors, offered',
    ],
    findingHeads: ['Place in your file', 'Kind', 'What it says', 'What is found'],
    title: (municipality) => `Is this right? ${municipality}`,
    about: (province, invented, day) =>
      `${province}, provincial table${invented ? ' (invented, to practise with)' : ''}. ${day}. Confidential.`,
    nothing: 'No file came from your municipality yet.',
    provenance: (file, version, day, sha256) =>
      `Read from “${file}”, version ${version}, received on ${day}. Fingerprint of the file (SHA-256): ${sha256}.`,
    ask: 'Is this right? Answer “yes”, or correct the workbook that goes with it and send it back. Put no names, addresses of electronic mail or telephone numbers of people in it.',
    answers: ['Yes, this is right.', 'No, see the corrected workbook.'],
    sent: 'Locations as we read them',
    elsewhere: 'Locations of your municipality in the lists of others',
    questions: 'Our questions',
    offered: 'Places offered',
    meaning:
      'The indicative number is no decision. Existing places are not subtracted from it; minors are inside the total. A row is confidential unless it says “yes” at public.',
    sheet: 'Is this right',
  },
};

const offerRows = ({ offers, language }: Reply): (string | number)[][] =>
  (offers ?? []).map(({ date, balance }) => [
    dayIn(language, date),
    balance.indicative,
    ...(balance.offered === null
      ? [provincialWords(language).notReceived, '', '', '', '', '']
      : [
          balance.offered.total,
          ...balance.offered.byCertainty,
          balance.difference ?? '',
          balance.offered.totalMinors,
        ]),
  ]);

const findingRows = ({ findings, language }: Reply): string[][] =>
  findings.map((finding) => {
    const { what, todo } = findingText(finding, language);
    return [
      finding.row === 0 ? '' : cellName(finding.row, Math.max(finding.column, 1)),
      severityWord(finding.severity, language),
      finding.raw,
      // Last, so that a sentence of any length can be read in a workbook.
      `${what} ${todo}`,
    ];
  });

const about = ({ language, province, invented, day }: Reply): string =>
  replyWords[language].about(province, invented, dayIn(language, day));

const provenance = ({ language, sheet }: Reply): string =>
  sheet === null
    ? replyWords[language].nothing
    : replyWords[language].provenance(
        sheet.name,
        sheet.version,
        dayIn(language, sheet.received),
        sheet.sha256,
      );

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
  const w = replyWords[reply.language];
  const title = w.title(reply.municipality);
  const elsewhere = reply.elsewhere.map(({ file, row }) => [...row, file]);
  return `<!doctype html>
<html lang="${reply.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${style}</style></head><body>
<h1>${escaped(title)}</h1>
<p>${escaped(about(reply))}</p>
<p>${escaped(provenance(reply))}</p>
<p class="answer"><strong>${escaped(w.ask)}</strong><br>☐ ${w.answers[0]} &emsp; ☐ ${w.answers[1]}</p>
${htmlTable(w.sent, w.heads, reply.sent)}
${htmlTable(w.elsewhere, [...w.heads, w.list], elsewhere)}
${htmlTable(w.questions, w.findingHeads, findingRows(reply))}
${htmlTable(w.offered, w.offerHeads, offerRows(reply))}
<p>${escaped(w.meaning)}</p>
</body></html>
`;
}

/** The same as a workbook, with the template filled in to be corrected. */
export function replyWorkbook(reply: Reply): Uint8Array {
  const w = replyWords[reply.language];
  const rows: Cell[][] = [
    [{ value: w.title(reply.municipality), style: 'title' }],
    [about(reply)],
    [provenance(reply)],
    [w.ask],
    [],
    w.offerHeads.map(heading),
    ...offerRows(reply),
    [],
    w.findingHeads.map(heading),
    ...findingRows(reply),
    [],
    [w.meaning],
  ];
  const sheet: Worksheet = {
    name: w.sheet,
    widths: [22, 14, 14, 14, 14, 14, 22, 22],
    frozenRows: 0,
    rows,
  };
  // Columns that the person may choose from stand on the sheet of locations, which comes back.
  return templateWorkbook(
    { code: reply.code, name: reply.municipality },
    reply.language,
    reply.sent,
    [sheet],
  );
}

/** A name for files that every system takes. */
export const fileStem = (text: string): string =>
  Array.from(text.normalize('NFD').replace(/\p{M}/gu, ''))
    .slice(0, 80)
    .join('')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();

/** The same of each municipality, by its code, which stands behind what is none or that of two. */
export function fileStems(
  municipalities: ProvincialWorkspace['municipalities'],
): ReadonlyMap<string, string> {
  const stems = municipalities.map(({ code, name }) => [code, fileStem(name)] as const);
  const seen = new Set<string>();
  const twice = new Set([
    '',
    ...stems.flatMap(([, stem]) => (seen.size === seen.add(stem).size ? stem : [])),
  ]);
  return new Map(
    stems.map(([code, stem]) => [code, twice.has(stem) ? fileStem(`${stem}-${code}`) : stem]),
  );
}

/** A file of the reply to a municipality, without what comes behind the point. */
export const replyStem = (
  { language, code }: Reply,
  municipalities: ProvincialWorkspace['municipalities'],
): string =>
  `${language === 'nl' ? 'klopt-dit' : 'is-this-right'}-${fileStems(municipalities).get(code) ?? ''}`;
