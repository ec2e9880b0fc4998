// Mutations of the corpus: each is read or refused with a reason, soon, and as the same cells every time.
import { readFileSync, readdirSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { FormatFault } from '../../wasm/files/fault.ts';
import { readCopiedLines, readDocument } from '../../wasm/files/read.ts';
import { type TableDocument, csvOf } from '../../wasm/files/table.ts';
import { ods, odsRow, sheetXml, xlsx } from './documents.ts';
import { mutatedDocument, randomFrom } from './mutations.ts';

const seconds = Number(process.env['FUZZ_SECONDS'] ?? 3);
const seed = Number(process.env['FUZZ_SEED'] ?? 1);
/** No mutation of a few kilobytes may take the processor longer, in milliseconds. */
const longest = 2000;
const processorTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const cells = [
  ['Provincie', 'Gemeente', 'Plekken', 'Score'],
  ['Drenthe', 'Assen', 380, -0.073],
  ['', 'Emmen', 1234, 0.157],
  ['Totaal', '', 1614, ''],
] as const;
const rich =
  '<r><t>100</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r><r><rPr><strike/></rPr><t>9</t></r>';
const page = `<!doctype html><style>.weg{display:none}</style><h2>Drenthe</h2><table><caption>T</caption><thead><tr><th rowspan=2>Gemeente<th colspan=2>Plekken</tr><tr><th>totaal<th>amv</tr></thead><tr><td>Assen<sup>1</sup><td x:num="380.5">380,5<td><s>3</s>32<tr class=weg><td>x</table>`;
const gazette = `<?xml version="1.0"?><s><tussenkop>Drenthe</tussenkop><table><tgroup cols="3"><colspec colname="a"/><colspec colname="b"/><thead><row><entry morerows="1"><al>Gemeente</al></entry><entry namest="a" nameend="b">Plekken</entry></row></thead><tbody><row><entry>Assen<noot>1</noot></entry><entry>1.380</entry></row></tbody></tgroup></table></s>`;
const folder = new URL('../data/csv/', import.meta.url);
const corpus: readonly Uint8Array[] = [
  xlsx([{ name: 'A', xml: sheetXml(cells) }]),
  xlsx(
    [
      {
        name: 'B',
        xml: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" s="1"><v>45292</v></c></row><row r="3" hidden="1"><c r="B3"><f>1+1</f><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A3"/></mergeCells>',
      },
      { name: 'C', xml: sheetXml(cells), state: 'hidden' },
    ],
    { texts: [rich, 'Súdwest-Fryslân'], formats: ['dd-mm-yyyy', '[h]:mm'], from1904: true },
  ),
  ods(
    `<table:table table:name="A"><table:table-column table:visibility="collapse"/>${odsRow(['a', 1.5, 'c'])}${odsRow(['d', 2], ' table:number-rows-repeated="3"')}<table:table-row><table:table-cell table:number-columns-repeated="3" table:number-rows-spanned="2" office:value-type="string"><office:annotation><text:p>n</text:p></office:annotation><text:p>x<text:s text:c="3"/><text:span text:style-name="T1">1</text:span></text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table>`,
  ),
  strToU8(page),
  strToU8(gazette),
  strToU8(
    'Tabel 2\nGemeente Totaal Waarvan amv\nAa en Hunze 142 12\nAlmere 1 220 30\nSúdwest-\nFryslân 9 1',
  ),
  ...readdirSync(folder)
    .filter((name) => name.endsWith('.csv'))
    .map((name) => readFileSync(new URL(name, folder)))
    .filter((bytes) => bytes.byteLength < 20_000 && bytes[0] !== 0x50)
    .slice(0, 3),
];
const texts = corpus.flatMap((bytes) =>
  bytes[0] === 0x50 && bytes[1] === 0x4b
    ? Object.values(unzipSync(bytes)).map((part) => strFromU8(part))
    : [strFromU8(bytes)],
);

type Outcome = TableDocument | string | null;
function outcome(bytes: Uint8Array): Outcome {
  try {
    const document = readDocument(bytes) ?? readCopiedLines(bytes);
    for (const table of document?.tables ?? []) csvOf(table);
    return document;
  } catch (fault) {
    if (fault instanceof FormatFault) return fault.code;
    throw fault;
  }
}

function check(document: TableDocument): void {
  for (const { rows, remarks } of document.tables) {
    for (const row of rows)
      for (const cell of row) if (typeof cell !== 'string') throw new Error('a cell is no text');
    for (const { row, count } of remarks)
      if (!Number.isInteger(row) || row < 0 || count < 1) throw new Error('a remark has no place');
  }
}

test(
  'mutations of documents are read or refused, and nothing else',
  { timeout: (seconds + 60) * 1000 },
  async () => {
    const random = randomFrom(seed);
    const until = performance.now() + seconds * 1000;
    const seen = { read: 0, refused: 0, left: 0 };
    for (let time = 0; performance.now() < until; time += 1) {
      const bytes = mutatedDocument(
        corpus[time % corpus.length] ?? new Uint8Array(),
        random,
        texts,
      );
      // The runner is answered in between, else it takes the worker for dead after a minute.
      if (time % 100 === 0) await new Promise(setImmediate);
      const begin = processorTime();
      const found = (() => {
        try {
          return outcome(bytes);
        } catch (fault) {
          throw new Error(`seed ${seed}, mutation ${time}: ${String(fault)}`, { cause: fault });
        }
      })();
      expect(processorTime() - begin, `seed ${seed}, mutation ${time}`).toBeLessThan(longest);
      if (found === null) seen.left += 1;
      else if (typeof found === 'string') seen.refused += 1;
      else {
        check(found);
        seen.read += 1;
        if (time % 50 === 0) expect(outcome(bytes)).toEqual(found);
      }
    }
    if (seconds > 10) console.log(seen);
    expect(Math.min(seen.read, seen.refused, seen.left)).toBeGreaterThan(0);
  },
);
