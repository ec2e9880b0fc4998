// npm run lines [FOLDER…]: counts the lines that are kept by hand: every line under version control of C++,
// TypeScript, styles and JSON Schema that is neither blank nor printed by the project itself.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { root } from './run.mjs';

/** What the project prints from a description that stands elsewhere: this, and in JSON Schema definitions with a capital. */
const printed = new Set(['wasm/contract/answers.ts', 'wasm/contract/operations.ts']);
const printedDefinition = /^ {4}"[A-Z]\w*": \{\n(?: {5}.*\n)* {4}\},?\n/gm;
const folders =
  process.argv.length > 2
    ? process.argv.slice(2)
    : ['core', 'wasm/service', 'wasm/contract', 'wasm', 'web', 'public/schema', 'tests', 'scripts'];
const ends = /\.(cpp|hpp|ts|tsx|mjs|css)$|^public\/schema\/.*\.json$/;

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => ends.test(file) && !printed.has(file));

for (const folder of folders) {
  let lines = 0;
  for (const file of files.filter((each) => each.startsWith(`${folder}/`))) {
    try {
      const whole = readFileSync(root + file, 'utf8');
      const text = file.endsWith('.json') ? whole.replace(printedDefinition, '') : whole;
      lines += text.split('\n').filter((line) => line.trim() !== '').length;
    } catch {
      // Deleted, and not yet taken out of version control.
    }
  }
  console.log(`${folder.padEnd(16)}${String(lines).padStart(8)}`);
}
