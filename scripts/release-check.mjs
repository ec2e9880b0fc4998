// npm run release:check: what a release must show, by tools and not by eye: the sums hold, the tarball is a
// good package, every test of the page passes in each engine and every long test under the sanitizers, and a
// second build, in another folder, at another time and with other settings of the machine, gives the same bytes.
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, run, tries } from './run.mjs';

const release = `${root}dist/release`;
const sum = (path) => createHash('sha256').update(readFileSync(path)).digest('hex');

if (!existsSync(`${release}/SHA256SUMS`)) run('npm', ['run', 'release']);
run('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: release });

const tarball = readdirSync(release).find((name) => name.endsWith('.tgz'));
run('npx', ['publint', 'run', join(release, tarball), '--strict']);
run('npx', ['attw', '--profile', 'esm-only', join(release, tarball)]);

// `npm test` runs a part of them in Firefox, and a part of the long tests under the sanitizers.
run('npm', ['run', 'browsers']);
run('npm', ['test', '--', 'sanitized'], { env: { ...process.env, SPREIDING_TESTS: 'whole' } });

// Of the commit that is checked out, with settings that differ in everything that could find its way in.
const elsewhere = mkdtempSync(join(tmpdir(), 'another-folder-'));
const clone = join(elsewhere, 'clone');
run('git', ['clone', '--quiet', '--no-hardlinks', root, clone]);
const environment = { ...process.env, TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'C' };
const built = tries('bash', ['-c', 'umask 077 && node scripts/release.mjs'], {
  cwd: clone,
  env: environment,
});
const different = built
  ? readdirSync(release).filter(
      (name) =>
        !existsSync(join(clone, 'dist/release', name)) ||
        sum(join(release, name)) !== sum(join(clone, 'dist/release', name)),
    )
  : ['(no second build)'];
rmSync(elsewhere, { recursive: true });
if (different.length > 0) {
  console.error(`Niet twee keer dezelfde bytes: ${different.join(', ')}.`);
  process.exit(1);
}
console.log('De uitgave klopt, en is byte voor byte opnieuw te maken.');
