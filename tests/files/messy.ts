// Forty files as municipalities send them: own layouts, two sheets, pages of Word, totals, ranges, days
// in every form. Made here, so that each is what its name says.
import { templateWorkbook } from '../../wasm/province/template.ts';
import { ods, odsRow, sheetXml, xlsx } from './documents.ts';

export interface MessyFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The municipalities of the province that they are of, by the names that CBS gives them. */
export const places: readonly { readonly code: string; readonly name: string }[] = [
  { code: 'GM0164', name: 'Hengelo (O.)' },
  { code: 'GM0344', name: 'Utrecht' },
  { code: 'GM0014', name: 'Groningen' },
  { code: 'GM0518', name: "'s-Gravenhage" },
  { code: 'GM0796', name: "'s-Hertogenbosch" },
  { code: 'GM0417', name: 'Laren (NH.)' },
  ...Array.from({ length: 34 }, (_, at) => ({
    code: `GM${String(3001 + at)}`,
    name: `Vlek${String.fromCharCode(97 + (at % 26))}${at < 26 ? '' : 'dijk'}`,
  })),
];

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const heads = [
  'gemeente',
  'nummer',
  'locatie',
  'soort',
  'plekken',
  'van',
  'tot en met',
  'zekerheid',
];
const head = heads.join(';');
const vlek = (at: number): string => places[6 + at]?.name ?? '';
const row = (at: number, id: number, places_: string, from: string, until = ''): string =>
  [vlek(at), id, `Locatie ${vlek(at)} ${id}`, 'regulier', places_, from, until, 'besloten'].join(
    ';',
  );
const csv = (...rows: string[]): Uint8Array => text(`${[head, ...rows].join('\r\n')}\r\n`);
const book = (...sheets: [string, (string | number)[][]][]): Uint8Array =>
  xlsx(sheets.map(([name, rows]) => ({ name, xml: sheetXml(rows) })));
const page = (body: string): Uint8Array =>
  text(
    `<html xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta charset="utf-8"></head><body>${body}</body></html>`,
  );
const table = (rows: readonly (readonly (string | number)[])[]): string =>
  `<table class=MsoTableGrid>${rows.map((cells) => `<tr>${cells.map((cell) => `<td><p class=MsoNormal>${cell}</p></td>`).join('')}</tr>`).join('')}</table>`;

export const messyFiles: readonly MessyFile[] = [
  // Names as everyone writes them.
  ...['Hengelo', 'Utrecht', 'Groningen', 'Den Haag', 'Den Bosch', 'Laren'].map((name, at) => ({
    name: `opgave ${at}.csv`,
    bytes: csv(`${name};1;Plein ${name};regulier;${101 + at};1-7-2027;;bestaand`),
  })),
  // Days in every form, one file each.
  ...[
    '1 juli 2027',
    '1-7-27',
    '1.7.2027',
    '2027/07/01',
    'donderdag 1 juli 2027',
    '20270701',
    '2027-07-01 00:00:00',
    'juli 2027',
    'Q3 2027',
    '3/4/2027',
    '46569',
  ].map((day, at) => ({ name: `dag ${at}.csv`, bytes: csv(row(at, 1, String(201 + at), day)) })),
  // Numbers that are not one number.
  ...['ca. 312', '313-363', 'PM', 'n.v.t.', '± 1.316 plekken', '1.317'].map((number, at) => ({
    name: `aantal ${at}.csv`,
    bytes: csv(row(11 + at, 1, number, '1-7-2027'), row(11 + at, 2, '12', '1-7-2027')),
  })),
  {
    name: 'twee bladen.xlsx',
    bytes: book(
      ['Regulier', [heads, [vlek(17), 1, 'Hal', 'regulier', 401, '2027-07-01', '', 'bestaand']]],
      ['AMV', [heads, [vlek(17), 2, 'Huis', 'amv', 41, '2027-07-01', '', 'bestaand']]],
    ),
  },
  {
    name: 'alle gemeenten.xlsx',
    bytes: book(
      ...[18, 19].map((at): [string, (string | number)[][]] => [
        vlek(at),
        [heads.slice(1), ['1', `Kade ${at}`, 'regulier', 402 + at, '2027-07-01', '', 'besloten']],
      ]),
    ),
  },
  {
    name: `${vlek(20)} twee soorten.csv`,
    bytes: text(
      'Adres;Regulier;AMV;Ingangsdatum;Einddatum\nDorpsweg 3;503;53;1-7-2027;30-6-2032\n',
    ),
  },
  {
    name: `${vlek(21)} twee koprijen.xlsx`,
    bytes: book([
      'Opgave',
      [
        ['Locatie', 'Plekken', '', 'Vanaf'],
        ['', 'Regulier', 'AMV', ''],
        ['Oude school', 504, 54, '2027-07-01'],
      ],
    ]),
  },
  {
    name: 'naast elkaar.csv',
    bytes: text(`Wat;${vlek(22)};${vlek(23)}\nPlekken regulier;505;506\nPlekken amv;55;56\n`),
  },
  {
    name: 'genummerd vanaf 1.csv',
    bytes: csv(row(24, 1, '601', '1-7-2027'), row(25, 1, '602', '1-7-2027'), `Totaal;;;;1203;;;`),
  },
  {
    name: 'mail.txt',
    bytes: text(
      `Beste collega,\n\nHierbij de opgave van onze 2 locaties, zoals besproken op 12 maart.\n\n${heads.join('\t')}\n${row(26, 1, '603', '1-7-2027').replaceAll(';', '\t')}\n${row(26, 2, '604', '1-7-2027').replaceAll(';', '\t')}\n\nMet vriendelijke groet\n`,
    ),
  },
  {
    name: 'word.html',
    bytes: page(
      `<p>Opgave van 15 mei, kenmerk 7788</p>${table([heads, [vlek(27), 1, 'Kerk', 'regulier', 605, '1 juli 2027', '', 'voornemen']])}<p>En voor amv:</p>${table([heads, [vlek(27), 2, 'Huis', 'amv', 65, '1 juli 2027', '', 'voornemen']])}`,
    ),
  },
  {
    name: 'onder elkaar.xlsx',
    bytes: book([
      'Blad1',
      [
        ['Regulier, stand 2026'],
        heads,
        [vlek(28), 1, 'Hof', 'regulier', 606, '2027-07-01', '', 'bestaand'],
        [],
        ['Amv'],
        [...heads].reverse(),
        ['bestaand', '', '2027-07-01', 66, 'amv', 'Hof klein', 2, vlek(28)],
      ],
    ]),
  },
  {
    name: 'met extra kolom.csv',
    bytes: text(
      `Versie 3 van 14-10-2026\n${head};kosten;telefoon\n${row(29, 1, '607', '1-7-2027')};12345;0612345678\n`,
    ),
  },
  {
    name: 'herhaalde kop.csv',
    bytes: csv(
      row(30, 1, '608', '1-7-2027'),
      head,
      row(30, 2, '609', '1-7-2027'),
      ';;Subtotaal;;1217;;;',
    ),
  },
  {
    name: 'rekenblad.ods',
    bytes: ods(
      `<table:table table:name="Blad1">${odsRow(heads)}${odsRow([vlek(31), 1, 'Loods', 'regulier', 610, '1-7-2027', '', 'besloten'])}</table:table><table:table table:name="Kladblok">${odsRow(['idee', 70])}</table:table>`,
    ),
  },
  {
    name: 'verborgen.xlsx',
    bytes: xlsx([
      {
        name: 'Locaties',
        xml: sheetXml([
          heads,
          [vlek(32), 1, 'Veld', 'regulier', 611, '2027-07-01', '', 'besloten'],
        ]),
      },
      {
        name: 'Geheim',
        state: 'hidden',
        xml: sheetXml([heads, [vlek(32), 2, 'Bos', 'regulier', 612, '2027-07-01', '', 'besloten']]),
      },
    ]),
  },
  {
    name: 'samen een plan a.csv',
    bytes: csv(`${vlek(22)};9;AZC De Grens;regulier;300;1-1-2028;;voornemen`),
  },
  {
    name: 'samen een plan b.csv',
    bytes: csv(`${vlek(33)};4;De Grens;regulier;;1-1-2028;;voornemen`),
  },
  {
    name: 'sjabloon.xlsx',
    bytes: templateWorkbook({ code: places[39]?.code ?? '', name: vlek(33) }, 'nl', [
      ['7', 'Park', 'regulier', 613, '1-7-2027', '', 'besloten'],
    ]),
  },
  {
    name: `${vlek(10)} geschat.csv`,
    bytes: csv(row(10, 2, '614 (indicatie)', 'najaar 2027', 'onbekend')),
  },
];
