// npm test: sets up, builds, and runs every check. `npm test -- core browser` runs only those named.
import { availableParallelism } from 'node:os';
import { setUp } from './setup.mjs';
import { beside, root, run, tool, toolBeside } from './run.mjs';

setUp({ tests: true });
const { buildAll, cmakeBuild } = await import('./build.mjs');
const { fuzz } = await import('./fuzz.mjs');
const { format } = await import('./format.mjs');

const ctest = (folder) =>
  run('ctest', [
    ...['--test-dir', `${root}build/${folder}`, '--parallel', `${availableParallelism()}`],
    ...['--output-on-failure', '--no-tests=error'],
  ]);

// The tests and the fuzz targets under the sanitizers: one compiler, so that their libraries are built once.
const buildSanitized = () =>
  cmakeBuild('sanitized-clang', [
    ...['-D', 'SPREIDING_TESTS=ON', '-D', 'SPREIDING_FUZZ=ON', '-D', 'SPREIDING_SANITIZE=ON'],
    ...['-D', 'CMAKE_CXX_COMPILER=clang++', '-D', 'CMAKE_BUILD_TYPE=Debug'],
  ]);

const checks = {
  format: () => format({ check: true }),
  lint: () =>
    beside([
      toolBeside('eslint', 'eslint/bin/eslint.js', ['--max-warnings=0', '.']),
      toolBeside('tsc', 'typescript/bin/tsc', ['--project', 'tsconfig.json']),
    ]),
  core: () => {
    cmakeBuild('native', ['-D', 'SPREIDING_TESTS=ON']);
    ctest('native');
  },
  sanitized: () => {
    buildSanitized();
    ctest('sanitized-clang');
  },
  wasm: () => ctest('wasm'),
  fuzz: async () => {
    buildSanitized();
    await fuzz({ folder: 'sanitized-clang', limit: (parts) => `-runs=${2000 / parts}` });
  },
  oracle: () =>
    run(process.execPath, [
      '--test',
      ...['oracle', 'province'].map((name) => `${root}tests/oracle/${name}.test.mjs`),
    ]),
  typescript: () =>
    tool('vitest', 'vitest/vitest.mjs', ['run', '--config', 'tests/vitest.config.ts']),
  package: async () => {
    const { buildPackage } = await import('./package.mjs');
    await buildPackage();
    tool('vitest', 'vitest/vitest.mjs', ['run', '--config', 'tests/package/vitest.config.ts']);
  },
  browser: () =>
    tool('vitest', 'vitest/vitest.mjs', ['run', '--config', 'tests/browser/vitest.config.ts']),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in checks));
if (unknown.length > 0) {
  console.error(`Onbekend: ${unknown.join(', ')}. Er zijn: ${Object.keys(checks).join(', ')}.`);
  process.exit(2);
}
/** Runs one step and says how long it took, so that a step that grows is seen. */
async function step(name, work) {
  console.log(`\n── ${name} ──`);
  const start = performance.now();
  await work();
  console.log(`── ${name}: ${((performance.now() - start) / 1000).toFixed(0)} s ──`);
}

await step('build', () => buildAll({ tests: wanted.length === 0 || wanted.includes('wasm') }));
for (const [name, check] of Object.entries(checks))
  if (wanted.length === 0 || wanted.includes(name)) await step(name, check);
console.log('\nAlles is in orde.');
