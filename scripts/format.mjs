// npm run format: repairs the formatting. With --check, as in npm test, it only looks.
import { execFileSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { root, run, tool } from './run.mjs';
import { setUp } from './setup.mjs';

export function format({ check }) {
  const sources = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.cpp', '*.hpp'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter(Boolean);
  run('clang-format', [...(check ? ['--dry-run', '--Werror'] : ['-i']), ...sources]);
  tool('prettier', 'prettier/bin/prettier.cjs', [
    check ? '--check' : '--write',
    '--log-level=warn',
    '.',
  ]);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  setUp({ tests: true });
  format({ check: process.argv.includes('--check') });
}
