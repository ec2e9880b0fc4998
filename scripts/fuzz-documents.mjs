// npm run fuzz:documents: mutations of spreadsheets, pages and lines through their readers, ten minutes.
// `npm run fuzz:documents -- --seconds 60 --seed 7` for less, or others. npm test does three seconds.
import { tool } from './run.mjs';
import { setUp } from './setup.mjs';

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise);
};

setUp();
process.env.FUZZ_SECONDS = option('seconds', '600');
process.env.FUZZ_SEED = option('seed', String(Date.now() % 1_000_000));
console.log(`seed ${process.env.FUZZ_SEED}`);
tool('vitest', 'vitest/vitest.mjs', [
  ...['run', '--config', 'tests/vitest.config.ts', 'tests/files/fuzz.test.ts'],
]);
