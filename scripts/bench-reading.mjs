// From the bytes of a million rows to shares, beside what people use for it, in the same run. Ours are
// exact; the others read typed columns and divide in floating point.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TextDecoder } from 'node:util';
import { root } from './run.mjs';

const size = 1_000_000;
const need = 10_000_000;
const people = (i) => 1_000 + ((i * 7919) % 90_000);
const score = (i) => (((i * 37) % 1_200) - 600) / 1_000;

/**
 * A million municipalities that are none: nobody has such a list, but no list is harder to read.
 * @param {readonly string[]} provinces
 */
function invented(provinces) {
  const rows = ['gemeentecode,gemeente,provincie,inwoners,ses_woa'];
  for (let i = 0; i < size; i += 1) {
    const province = provinces[Math.floor(i / 83_334)];
    rows.push(`GM${1_000_000 + i},G${i},${province},${people(i)},${score(i)}`);
  }
  return rows;
}

/** What a million rows look like in practice: the long form of CBS, of which 684 figures count. */
function longForm() {
  const rows = ['Measure;RegioS;Perioden;Value'];
  const measures = ['M000352', 'GemiddeldeScore_29'];
  for (let i = 0; measures.length < 244; i += 1) measures.push(`M${100_000 + i}`);
  for (const measure of measures) {
    for (let year = 2012; year < 2024; year += 1) {
      for (let i = 1; i <= 342; i += 1) {
        const value = measure === 'GemiddeldeScore_29' ? score(i) : people(i + year);
        rows.push(`${measure};GM${String(i).padStart(4, '0')};${year}JJ00;${value}`);
      }
    }
  }
  return rows;
}

function best(run, times) {
  let least = Infinity;
  for (let i = 0; i < times; i += 1) {
    const begin = performance.now();
    run();
    least = Math.min(least, performance.now() - begin);
  }
  return least;
}

/** @param {readonly (readonly [string, string])[]} figures  inhabitants and score */
function sharesInFloatingPoint(figures) {
  const weights = Float64Array.from(
    figures,
    ([people, score]) => Number(people) * (1 + Number(score)),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => Math.floor((need * weight) / sum + 0.5));
}

const figuresOf = {
  invented: (table) => table.map((row) => [row.inwoners, row.ses_woa]),
  longForm(table) {
    const of = (measure) =>
      table.filter((row) => row.Measure === measure && row.Perioden === '2023JJ00');
    const scores = new Map(of('GemiddeldeScore_29').map((row) => [row.RegioS, row.Value]));
    return of('M000352').map((row) => [row.Value, scores.get(row.RegioS)]);
  },
};

const queryOf = {
  invented: `
    with weighed as (select gemeentecode, inwoners * (1 + ses_woa) as weight
      from read_csv('file.csv', header = true, delim = ',', columns = {'gemeentecode': 'VARCHAR',
        'gemeente': 'VARCHAR', 'provincie': 'VARCHAR', 'inwoners': 'INTEGER', 'ses_woa': 'DOUBLE'}))
    select gemeentecode, floor(${need} * weight / (sum(weight) over ()) + 0.5) from weighed`,
  longForm: `
    with figures as (select * from read_csv('file.csv', header = true, delim = ';',
        columns = {'Measure': 'VARCHAR', 'RegioS': 'VARCHAR', 'Perioden': 'VARCHAR', 'Value': 'DOUBLE'})
      where Perioden = '2023JJ00' and Measure in ('M000352', 'GemiddeldeScore_29')),
    weighed as (select people.RegioS, people.Value * (1 + scores.Value) as weight
      from figures people join figures scores on people.RegioS = scores.RegioS
      where people.Measure = 'M000352' and scores.Measure = 'GemiddeldeScore_29')
    select RegioS, floor(${need} * weight / (sum(weight) over ()) + 0.5) from weighed`,
};

/** DuckDB-WASM is large (150 MB), so it is installed for the benchmark alone; null where that fails. */
function duckdb(file, query) {
  const folder = `${root}scripts/bench`;
  if (!existsSync(`${folder}/node_modules/@duckdb/duckdb-wasm`)) {
    const installed = spawnSync('npm', ['ci', '--no-fund', '--no-audit'], { cwd: folder });
    if (installed.status !== 0) return null;
  }
  const run = spawnSync(process.execPath, [`${folder}/duckdb.mjs`, file, query], {
    encoding: 'utf8',
  });
  return run.status === 0 ? JSON.parse(run.stdout) : null;
}

const milliseconds = (time) => `${time.toFixed(0)} ms`;
const times = (theirs, ours) => `${(theirs / ours).toFixed(1)} times as long`;

async function benchFile(kind, rows, provinces, period) {
  const { default: Papa } = await import('papaparse');
  const bytes = new TextEncoder().encode(`${rows.join('\n')}\n`);
  const delimiter = kind === 'longForm' ? ';' : ',';
  const decode = () => new TextDecoder().decode(bytes);
  const counted = sharesInFloatingPoint(
    figuresOf[kind](Papa.parse(decode(), { header: true, skipEmptyLines: true, delimiter }).data),
  );
  const papa = best(() => {
    const { data } = Papa.parse(decode(), { header: true, skipEmptyLines: true, delimiter });
    sharesInFloatingPoint(figuresOf[kind](data));
  }, 2);

  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const file = join(folder, 'million.csv');
  writeFileSync(file, bytes);
  const duck = duckdb(file, queryOf[kind]);
  const ours = (command, args) =>
    JSON.parse(
      spawnSync(command, [...args, file, ...(period ? [period] : [])], { encoding: 'utf8' }).stdout,
    );
  const native = ours(`${root}build/native/tests/csv_bench`, []);
  const wasm = ours(process.execPath, [`${root}build/wasm/tests/csv_bench.cjs`]);
  const product = spawnSync(
    process.execPath,
    [
      `${root}scripts/bench/shipped.mjs`,
      ...[file, String(need), JSON.stringify(provinces), ...(period ? [period] : [])],
    ],
    { encoding: 'utf8' },
  );
  if (product.status !== 0) throw new Error(product.stderr);
  const shipped = JSON.parse(product.stdout);
  rmSync(folder, { recursive: true });
  const beside = (theirs) =>
    `${times(theirs, shipped.warm)}, ${times(theirs, shipped.warm - shipped.fingerprint)} without ` +
    `the fingerprint, which it does not make`;

  // Floating point may put a share on the other side of a half; a different table would differ more.
  const theirs = counted.reduce((sum, places) => sum + places, 0);
  for (const { sum } of [wasm, shipped])
    if (Math.abs(theirs - sum) > 10) throw new Error(`${kind}: ${sum}, others ${theirs}`);
  console.log(
    `${rows.length - 1} rows (${Math.round(bytes.length / 1e6)} MB), ${kind}: bytes to exact shares ` +
      `by the module that is shipped ${milliseconds(shipped.warm)} warm (${milliseconds(shipped.cold)} cold), with checks, answer and a fingerprint (${milliseconds(shipped.fingerprint)}), ` +
      `in ${shipped.memory.toFixed(1)} times the file (aim 4); reading and the key alone ` +
      `${milliseconds(wasm.shares)}, of which cells ${milliseconds(wasm.cells)} ` +
      `(without vectors ${milliseconds(wasm.scalarCells)}); natively ${milliseconds(native.shares)}\n` +
      `  DuckDB-WASM ${
        duck === null
          ? 'could not be installed or started here'
          : `${milliseconds(duck.warm)} warm: ${beside(duck.warm)} (aim 2.5); ` +
            `${milliseconds(duck.cold)} cold, after ${milliseconds(duck.start)} to start`
      }\n` +
      `  PapaParse ${milliseconds(papa)}: ${beside(papa)} (aim 14)\n` +
      `  natively: cells ${milliseconds(native.cells)}, finding every newline ` +
      `${native.newlines.toFixed(1)} ms: ${(native.cells / native.newlines).toFixed(1)} times (aim 4)`,
  );
}

/** @param {readonly string[]} provinces */
export async function benchReading(provinces) {
  await benchFile('invented', invented(provinces), provinces);
  await benchFile('longForm', longForm(), provinces, '2023JJ00');
}
