// npm run bench:worst [-- --only PART-OF-A-NAME]: the worst inputs that are known, small files that once took minutes or gigabytes.
// Each in a process of its own, with the time of the processor (so that other work on the machine says
// nothing), that time per byte, and what it took of memory. The aim is at most 2 s and 200 MB each; nothing
// is asserted, because machines differ.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { TextDecoder } from 'node:util';
import canonicalize from 'canonicalize';
import { strToU8, zipSync } from 'fflate';
import { root } from './run.mjs';

const aim = { ms: 2000, mb: 200 };

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaging = 'http://schemas.openxmlformats.org/package/2006/relationships';
const zip = (parts, level = 6) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), {
    level,
  });

/** A workbook of one part, with its shared texts, its number formats and looks; `sheets` name that part. */
const xlsx = (sheet, { texts = '', formats = '', looks = '', sheets = 1 } = {}) =>
  zip({
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${'<sheet name="B" r:id="a"/>'.repeat(sheets)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaging}"><Relationship Id="a" Type="${office}/worksheet" Target="sheet.xml"/><Relationship Id="b" Type="${office}/sharedStrings" Target="texts.xml"/><Relationship Id="c" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/sheet.xml': `<worksheet xmlns="${main}">${sheet}</worksheet>`,
    'xl/texts.xml': `<sst xmlns="${main}">${texts}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts>${formats}</numFmts><cellXfs>${looks}</cellXfs></styleSheet>`,
  });
const oasis = (word) => `xmlns:${word}="urn:oasis:names:tc:opendocument:xmlns:${word}:1.0"`;
const ods = (rows) =>
  zip({
    'content.xml': `<office:document-content ${['office', 'table', 'text'].map(oasis).join(' ')}><office:body><office:spreadsheet><table:table>${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
  });
const valued = (value, more = '') =>
  `<table:table-cell office:value-type="float" office:value="${value}"${more}><text:p>${value}</text:p></table:table-cell>`;
const cell = (more) => valued(1, more);
const head = '<?xml version="1.0"?>';
const times = (count, each) => Array.from({ length: count }, (_, at) => each(at)).join('');
const letters = (at) => String.fromCharCode(65 + Math.floor(at / 26), 65 + (at % 26));

/** Files that a reader takes apart into tables. */
const documents = {
  'a line of 1,200 figures and a word behind them': () =>
    strToU8(`a${' 1'.repeat(1200)} b\nc 1\nd 2`),
  'lines of twelve groups of three': () => strToU8(`Assen${' 123'.repeat(12)}\n`.repeat(90_000)),
  'a line of 700,000 headings': () => strToU8(`${'amv '.repeat(700_000)}\nAssen 1\nEmmen 2`),
  'a line of two million figures': () => strToU8(`a${' 1'.repeat(2_000_000)}\nb 1\nc 2`),
  'a part that 20,000 sheets name': () =>
    xlsx(`<sheetData>${'<row><c><v>1</v></c></row>'.repeat(50)}</sheetData>`, { sheets: 20_000 }),
  'a part of 3 MB that 40 sheets name': () =>
    xlsx(`<sheetData>${' '.repeat(3_000_000)}</sheetData>`, { sheets: 40 }),
  '200,000 looks of cells': () =>
    xlsx('<sheetData/>', { looks: '<xf numFmtId="164"/>'.repeat(200_000) }),
  'a workbook of a million cells': () =>
    xlsx(
      `<sheetData>${times(10_000, (row) => `<row r="${row + 1}" spans="1:100" ht="15">${times(100, (at) => `<c r="${letters(at)}${row + 1}" s="1"><v>${row * 100 + at}</v></c>`)}</row>`)}</sheetData>`,
    ),
  'a workbook of a million texts': () =>
    xlsx(
      `<sheetData>${`<row>${'<c t="s"><v>7</v></c>'.repeat(100)}</row>`.repeat(10_000)}</sheetData>`,
      {
        texts: times(100_000, (at) => `<si><t>tekst ${at}</t></si>`),
      },
    ),
  'a spreadsheet of a million cells': () =>
    ods(
      times(
        10_000,
        (row) =>
          `<table:table-row>${times(100, (at) => valued((row * 7919 + at * 104_729) % 1_000_003))}</table:table-row>`,
      ),
    ),
  'a page of a million cells': () =>
    strToU8(`<table>${`<tr>${'<td class="a">1</td>'.repeat(100)}</tr>`.repeat(10_000)}</table>`),
  'XML of a million cells': () =>
    strToU8(
      `${head}<table>${`<row>${'<entry>1</entry>'.repeat(100)}</row>`.repeat(10_000)}</table>`,
    ),
  'a packed file of 60,000 parts': () =>
    zip(Object.fromEntries(Array.from({ length: 60_000 }, (_, at) => [`word/${at}.xml`, '']))),
  'a cell of a workbook with 800,000 line breaks': () =>
    xlsx(
      `<sheetData><row r="1"><c t="inlineStr"><is><t>${'a&#10;'.repeat(800_000)}</t></is></c></row></sheetData>`,
    ),
  'a cell of a page with 800,000 line breaks': () =>
    strToU8(`<table><tr><td>${'a<br>'.repeat(800_000)}`),
  'overlapping merged cells': () =>
    xlsx(
      `<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData><mergeCells>${times(16_384, (at) => `<mergeCell ref="A${at + 1}:XFD1048576"/>`)}</mergeCells>`,
    ),
  'a million blank rows between two cells, 1,000 columns wide': () =>
    xlsx(
      `<sheetData>${times(3, (at) => `<row r="${at + 1}"><c r="ALL${at + 1}"><v>1</v></c></row>`)}<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>`,
    ),
  'a shared text of 30,000 signs in 16,000 cells': () =>
    xlsx(`<sheetData><row r="1">${'<c t="s"><v>0</v></c>'.repeat(16_000)}</row></sheetData>`, {
      texts: `<si><t>${'x'.repeat(30_000)}</t></si>`,
    }),
  'a number format of a million brackets': () =>
    xlsx('<sheetData/>', {
      formats: `<numFmt numFmtId="164" formatCode="${'['.repeat(1_000_000)}"/>`,
    }),
  'a sheet that unpacks to 200 MB': () =>
    xlsx(`<sheetData>${'<row/>'.repeat(33_000_000)}</sheetData>`),
  'a sheet that unpacks to 16 MB of empty rows': () =>
    xlsx(`<sheetData>${'<row/>'.repeat(1_000_000)}${' '.repeat(10_000_000)}</sheetData>`),
  'repeated cells in repeated rows': () =>
    ods(
      `<table:table-row table:number-rows-repeated="1048576">${cell(' table:number-columns-repeated="16384"')}</table:table-row>`,
    ),
  'blank cells repeated in every row': () =>
    ods(
      `<table:table-row><table:table-cell table:number-columns-repeated="16383"/>${cell('')}</table:table-row>`.repeat(
        5000,
      ),
    ),
  'a page whose cells span to its end': () =>
    strToU8(`<table><tr><td rowspan=0 colspan=1000>1${'<tr>'.repeat(500_000)}</table>`),
  'a page of elements in each other': () => strToU8(`${'<div>'.repeat(400_000)}<table><tr><td>1`),
  'a page of formatting that is never closed': () =>
    strToU8(`<table><tr><td>${times(40_000, (at) => `<b id=${at}><p>1`)}`),
  'tables in tables': () => strToU8('<table><tr><td>1'.repeat(100_000)),
  'a style sheet of a megabyte': () =>
    strToU8(
      `<style>${times(40_000, (at) => `.a${at},.b${at}{display:none}`)}</style><table>${'<tr><td class="a b c d">1'.repeat(20_000)}`,
    ),
  'declarations without an end': () =>
    strToU8(`<table><tr><td style="${'text-decoration:'.repeat(100_000)}">1`),
  'an element of 50,000 attributes': () =>
    strToU8(
      `${head}<table ${times(50_000, (at) => `a${at}="1" `)}><row><entry>1</entry></row></table>`,
    ),
  'XML in each other as deep as it may be': () =>
    strToU8(`${head}${'<a>'.repeat(190)}${'<x:b xmlns:x="u"/>'.repeat(100_000)}`),
  'a PDF named as a table': () => strToU8(`%PDF-1.7\n${'(x) Tj\n'.repeat(500_000)}`),
};

/** Files that the core reads itself, beside the municipalities of a year. */
const inspected = {
  'a row of a million columns': () => strToU8(`${times(1_000_000, (at) => `kolom${at};`)}\n`),
  'five million quotes': () => strToU8('"'.repeat(5_000_000)),
  'one cell of five megabytes': () => strToU8(`gemeente;inwoners\n${'x'.repeat(5_000_000)};1\n`),
  'a cell with 800,000 line breaks': () =>
    strToU8(`gemeente;inwoners\n"${'\n'.repeat(800_000)}Assen";1\n`),
  'a cell with 800,000 line breaks and marks': () =>
    strToU8(`gemeente;inwoners\n"${'""\r\n'.repeat(800_000)}Assen";1\n`),
  'twenty thousand names that are none': () =>
    strToU8(`gemeente;inwoners\n${times(20_000, (at) => `Amsterdammm${at};1\n`)}`),
  'a hundred thousand names that are nearly one': () =>
    strToU8(
      `gemeente;inwoners\n${times(100_000, (at) => `Groningen${String.fromCharCode(97 + (at % 26)).repeat(at % 40)};1\n`)}`,
    ),
  'a heading of five megabytes': () => strToU8(`gemeente;${'x'.repeat(5_000_000)}\nAssen;1\n`),
  'a number of inhabitants with a million decimals': () =>
    strToU8(`gemeente;inwoners\nAssen;1,${'3'.repeat(1_000_000)}\n`),
  'a score with a million decimals': () =>
    strToU8(`gemeente;score\nAssen;0,${'3'.repeat(1_000_000)}\n`),
};

/** Printed tables of a million rows, each asked about in these ways. */
const printed = {
  'one municipality': () => 'Gemeente 7',
  'a municipality named as its province': () => 'Utrecht',
  'one province': () => 'Provincie Utrecht',
  totals: () => 'Totaal',
  'names that are none': (at) => `Nergenshuizen ${at}`,
  'a code each': (at) => `GM${at + 1000}`,
};
const printedQuestions = ['compare', 'reproduce', 'implied'];
const printedCases = Object.keys(printed).flatMap((what) =>
  printedQuestions.map((operation) => `${operation} over a million rows: ${what}`),
);
/** Columns in which every cell is wrong in the same way. */
const wrongCells = { 'decimals for inhabitants': '45.457,5', 'texts for inhabitants': 'n.n.b.' };

/** What is made of a receipt of 342 municipalities, and sealed again. */
const receipts = {
  '60,000 municipalities': ({ figures }) => {
    figures.municipalities = repeated(figures.municipalities, 60_000);
  },
  '150,000 rules': (claim) => {
    claim.rules = repeated(claim.rules, 150_000);
  },
  '100,000 findings': (claim) => {
    claim.findings = Array.from({ length: 100_000 }, (_, row) => ({
      ...{ code: 'name_unknown', severity: 'error', file: 'p.csv', row, column: 1 },
      ...{ raw: 'x', about: '', otherRow: 0, count: 1 },
    }));
  },
  'a million cells': ({ files }) => {
    files[0].cells = repeated(files[0].cells, 250_000);
  },
  'a million members': (claim) => {
    claim.answer = Object.fromEntries(Array.from({ length: 1_000_000 }, (_, at) => [`m${at}`, at]));
  },
  'a million empty lists': (claim) => {
    claim.answer = Array.from({ length: 1_000_000 }, () => []);
  },
  '64 files of one fingerprint': (claim) => {
    const [first] = claim.files;
    claim.files = Array.from({ length: 64 }, (_, at) => ({ ...first, file: `${at}.csv` }));
  },
  '20,000 columns said': ({ parameters }) => {
    parameters.population.columns = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, at) => [`c${at}`, 1]),
    );
  },
};
const repeated = (list, count) => Array.from({ length: count }, (_, at) => list[at % list.length]);
const sealed = ({ claim, maker, format, version }) => {
  const document = { claim, maker, format, version };
  const checksum = createHash('sha256').update(canonicalize(document)).digest('hex');
  return strToU8(canonicalize({ ...document, checksum }));
};

const people = (count) =>
  strToU8(
    `gemeentecode;gemeente;provincie;inwoners\n${times(count, (at) => `GM${at + 10_000};${at === 0 ? 'Utrecht' : `Gemeente ${at}`};Utrecht;1000\n`)}`,
  );
const scored = (count) =>
  strToU8(`gemeentecode;ses_woa\n${times(count, (at) => `GM${at + 10_000};0,1\n`)}`);

/** The readers and the writer of tables, as the command line has them. */
async function bundle() {
  const { build } = await import('esbuild');
  const names = ['files/read.ts', 'files/table.ts', 'cli/output.ts'];
  await build({
    stdin: {
      contents: names.map((name) => `export * from './wasm/${name}';`).join('\n'),
      resolveDir: root,
    },
    ...{ outfile: `${root}build/node/worst.mjs`, bundle: true, format: 'esm', platform: 'node' },
    logLevel: 'warning',
  });
}

const started = async () => {
  const { load } = await import('../build/node/index.mjs');
  return load(readFileSync(`${root}dist/spreidingswijzer.wasm`));
};

/** Prepares one case: its bytes, and what is to be timed. */
async function prepared(name) {
  if (name in documents) {
    const { readCopiedLines, readDocument, csvOf } = await import('../build/node/worst.mjs');
    const bytes = documents[name]();
    const run = () => {
      const document = readDocument(bytes) ?? readCopiedLines(bytes);
      for (const table of document?.tables ?? []) csvOf(table);
      return document === null ? 'left to the core' : `${document.tables.length} tables`;
    };
    return { bytes, run };
  }
  const core = await started();
  if (name in inspected || name in wrongCells) {
    const bytes =
      name in inspected
        ? inspected[name]()
        : strToU8(
            `code;gemeente;provincie;inwoners\n${times(1_000_000, (at) => `GM${at};G;Utrecht;${wrongCells[name]}\n`)}`,
          );
    core.put('m.csv', readFileSync(`${root}public/data/population/2023.csv`));
    const run = () => {
      core.put('f.csv', bytes);
      const { ok, findings } = core.run('inspect', {
        file: 'f.csv',
        municipalities: 'm.csv',
        provinces: ['Drenthe', 'Groningen', 'Utrecht'],
      });
      return `${ok ? 'read' : 'refused'}, ${findings.length} findings`;
    };
    return { bytes, run };
  }
  if (printedCases.includes(name)) {
    const [asked, what] = name.split(': ');
    const [operation] = asked.split(' ');
    const called = printed[what];
    const bytes = strToU8(
      `gemeente;opvangplaatsen\n${times(1_000_000, (at) => `${called(at)};${at % 1000}\n`)}`,
    );
    core.put('p.csv', people(342));
    core.put('s.csv', scored(342));
    const run = () => {
      core.put('f.csv', bytes);
      const { ok, findings } = core.run(operation, {
        population: { file: 'p.csv', status: 'loaded' },
        scores: { file: 's.csv', status: 'loaded' },
        ...{ need: 96_000, minors: null, provinces: ['Utrecht'], table: 'f.csv' },
      });
      return `${ok ? 'read' : 'refused'}, ${findings.length} findings`;
    };
    return { bytes, run };
  }
  if (name in receipts) {
    core.put('p.csv', people(342));
    core.put('s.csv', scored(342));
    const { ok, columns, findings } = core.receipt({
      population: { file: 'p.csv', status: 'loaded' },
      scores: { file: 's.csv', status: 'loaded' },
      ...{ need: 96_000, minors: null, provinces: ['Utrecht'], needIsOwn: true },
    });
    if (!ok) throw new Error(JSON.stringify(findings));
    const document = JSON.parse(new TextDecoder().decode(columns.get('receipt')));
    receipts[name](document.claim);
    const bytes = sealed(document);
    const run = () => {
      core.put('r.json', bytes);
      const { ok, result, findings } = core.verify({ receipt: 'r.json' });
      return `${ok ? result.outcome : 'refused'}, ${findings.length} findings`;
    };
    return { bytes, run };
  }
  const bytes = people(200_000);
  const { alignedTable } = await import('../build/node/worst.mjs');
  const run = () => {
    core.put('f.csv', bytes);
    const { findings } = core.run('inspect', { file: 'f.csv' });
    const rows = Array.from({ length: 200_000 }, (_, at) => [`Gemeente ${at}`, '12']);
    return `${findings.length} findings, ${alignedTable(rows, 1).length} signs`;
  };
  return { bytes, run };
}

const last = '200,000 municipalities, as a table of text';

async function measureOne(name) {
  const { bytes, run } = await prepared(name);
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const begin = process.cpuUsage();
  let said;
  try {
    said = run();
  } catch (fault) {
    if (fault.code === undefined) throw fault;
    said = `refused: ${fault.code}`;
  }
  const { user, system } = process.cpuUsage(begin);
  const ms = (user + system) / 1000;
  const mb = Math.max(0, process.resourceUsage().maxRSS * 1024 - before) / 2 ** 20;
  console.log(JSON.stringify({ bytes: bytes.byteLength, ms, mb, said }));
}

async function measureAll(part = '') {
  await bundle();
  const cases = [documents, inspected, wrongCells, receipts].flatMap((each) => Object.keys(each));
  for (const name of [...cases, ...printedCases, last].filter((name) => name.includes(part))) {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ['--expose-gc', fileURLToPath(import.meta.url), name],
      { encoding: 'utf8', timeout: 120_000 },
    );
    if (status !== 0) {
      console.log(`${name}: NO ANSWER ${stderr.slice(-400)}`);
      continue;
    }
    const { bytes, ms, mb, said } = JSON.parse(stdout);
    const over = ms > aim.ms || mb > aim.mb ? '  OVER THE AIM' : '';
    console.log(
      `${name}: ${bytes} bytes, ${ms.toFixed(0)} ms, ${((ms * 1e6) / bytes).toFixed(0)} ns per byte, ${mb.toFixed(0)} MB (${said})${over}`,
    );
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , name, part] = process.argv;
  if (name === undefined || name === '--only') await measureAll(part);
  else await measureOne(name);
}
