// npm run contract: prints the types of answers and requests in wasm/contract, and the definitions of answers in
// JSON Schema anew from their description in C++.
import { setUp } from './setup.mjs';
import { root, run, tool } from './run.mjs';

setUp();
const { configure } = await import('./build.mjs');
configure('native', ['-D', 'SPREIDING_TESTS=ON']);
run('cmake', ['--build', `${root}build/native`, '--target', 'service_tests']);
run(`${root}build/native/tests/service_tests`, ['--source-file=*/contract_test.cpp'], {
  env: { ...process.env, SPREIDING_CONTRACT: 'write' },
});
tool('prettier', 'prettier/bin/prettier.cjs', [
  '--write',
  '--log-level=warn',
  `${root}public/schema`,
]);
