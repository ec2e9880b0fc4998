// npm run fuzz: libFuzzer on the reader, the numbers, the tables and the service, ten minutes each.
// `npm run fuzz -- --seconds 60 csv` for less. npm test does a short, bounded run.
import { Buffer } from 'node:buffer';
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { cmakeBuild } from './build.mjs';
import { beside, has, root } from './run.mjs';
import { setUp } from './setup.mjs';

const targets = ['service', 'csv', 'decimal', 'tables'];

// Files to begin with: the corpus, tables of a round, and cells of them for the numbers.
function seed(folder, target) {
  mkdirSync(folder, { recursive: true });
  const corpus = `${root}tests/data/csv/`;
  const files = readdirSync(corpus).filter((name) => name.endsWith('.csv'));
  if (target === 'decimal') {
    const cells = ['1.234,5', '-0,073', "1'234", '1 234', '.', '18500.00', '1,234,567'];
    cells.forEach((cell, at) => {
      writeFileSync(`${folder}/cell-${at}`, String.fromCharCode(48 + at) + cell);
    });
    return;
  }
  for (const name of files) copyFileSync(corpus + name, `${folder}/${name}`);
  const example =
    'gemeentecode;gemeente;provincie;inwoners;SES-WOA\nGM0001;A;Utrecht;1000;0,1\nGM0002;B;Utrecht;3000;-0,05\n';
  writeFileSync(`${folder}/example`, example);
  if (target !== 'service') return;
  // What the service target takes from the end of its input: which operation, how many changes.
  for (let which = 0; which < 26; which += 1)
    for (const proves of [0, 1])
      writeFileSync(
        `${folder}/request-${which}-${proves}`,
        Buffer.concat([Buffer.from(example), Buffer.from([0, proves, 0, which])]),
      );
}

/**
 * @param {{folder: string, limit: (parts: number) => string, only?: readonly string[]}} how the build tree with
 *   the targets in it, and the option of libFuzzer that says when to stop, of a target in so many parts
 */
export async function fuzz({ folder, limit, only = [] }) {
  const build = `${root}build/${folder}`;
  const options = ['-max_len=4096', '-timeout=10', '-verbosity=0', '-print_final_stats=1'];
  await beside(
    (only.length > 0 ? only : targets).flatMap((target) => {
      const found = `${build}/corpus/${target}`;
      seed(found, target);
      // The service takes longest: two that begin differently share its work, and what they find.
      const seeds = target === 'service' ? [1, 2] : [1];
      return seeds.map((begin) => ({
        name: `${target}_fuzz`,
        command: `${build}/tests/fuzz/${target}_fuzz`,
        args: [limit(seeds.length), `-seed=${begin}`, ...options, found],
        cwd: build,
      }));
    }),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  setUp({ tests: true });
  if (!has('clang++')) throw new Error('clang++ is needed');
  const words = process.argv.slice(2);
  const at = words.indexOf('--seconds');
  const seconds = at < 0 ? 600 : Number(words.splice(at, 2)[1]);
  cmakeBuild('fuzz', [
    ...['-D', 'SPREIDING_TESTS=OFF', '-D', 'SPREIDING_FUZZ=ON', '-D', 'SPREIDING_SANITIZE=ON'],
    ...['-D', 'CMAKE_CXX_COMPILER=clang++', '-D', 'CMAKE_BUILD_TYPE=RelWithDebInfo'],
  ]);
  await fuzz({ folder: 'fuzz', limit: () => `-max_total_time=${seconds}`, only: words });
}
