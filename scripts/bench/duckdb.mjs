// Times DuckDB-WASM on a CSV file, from bytes to rounded shares in floating point. Run by
// `npm run bench` in a process of its own: prints one line of JSON, times in milliseconds.
//     node duckdb.mjs FILE QUERY      in QUERY the file is called file.csv
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

const { resolve } = createRequire(import.meta.url);
const entry = resolve('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs');
const { default: duckdb } = await import(entry);
const [, , file, query] = process.argv;
const bytes = readFileSync(file);
const runs = 8;

let begin = performance.now();
const variant = (name) => ({
  mainModule: `${dirname(entry)}/duckdb-${name}.wasm`,
  mainWorker: `${dirname(entry)}/duckdb-node-${name}.worker.cjs`,
});
const database = await duckdb.createDuckDB(
  { mvp: variant('mvp'), eh: variant('eh') },
  new duckdb.VoidLogger(),
  duckdb.NODE_RUNTIME,
);
await database.instantiate(() => {});
const start = performance.now() - begin;

const connection = database.connect();
const times = [];
let rows = 0;
for (let i = 0; i < runs; i += 1) {
  begin = performance.now();
  database.registerFileBuffer('file.csv', new Uint8Array(bytes));
  rows = connection.query(query).numRows;
  times.push(performance.now() - begin);
  database.dropFile('file.csv');
}
const [cold] = times;
console.log(JSON.stringify({ start, cold, warm: Math.min(...times), rows }));
