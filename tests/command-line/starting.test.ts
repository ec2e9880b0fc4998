// What stands in the way of installing, building and starting: one clear sentence each.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { serveSite } from '../../scripts/serve.mjs';
import { root } from '../../scripts/run.mjs';

const folder = mkdtempSync(join(tmpdir(), 'spreiding-starting-'));
chmodSync(folder, 0o755);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function node(args: readonly string[], options: object = {}): { said: string; status: number } {
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    ...options,
  });
  return { said: `${stdout}${stderr}`, status: status ?? -1 };
}

/** A copy of the scripts, whose folders are not those of this checkout. */
function scriptsIn(name: string): string {
  const copy = join(folder, name);
  mkdirSync(join(copy, 'scripts'), { recursive: true });
  for (const script of ['run.mjs', 'setup.mjs', 'build.mjs', 'parts.mjs'])
    copyFileSync(`${root}scripts/${script}`, join(copy, 'scripts', script));
  for (const each of ['package.json', 'package-lock.json'])
    copyFileSync(root + each, join(copy, each));
  return copy;
}

test('a port in use: the next is taken', async () => {
  const taken = createServer();
  await new Promise<void>((listening) => taken.listen(0, '127.0.0.1', listening));
  const { port } = taken.address() as { port: number };
  const { address, stop } = await serveSite(port);
  expect(Number(new URL(address).port)).toBeGreaterThan(port);
  expect(Number(new URL(address).port)).toBeLessThanOrEqual(port + 20);
  await stop();
  taken.close();
});

test.each(['acht', '-1', '70000', '80.5'])('PORT=%s', (port) => {
  const { said, status } = node([`${root}scripts/start.mjs`], {
    env: { ...process.env, PORT: port },
  });
  expect(said.trim()).toBe(
    `PORT is "${port}": geef een getal van 0 tot en met 65535, of laat het weg.`,
  );
  expect(status).toBe(1);
});

test.each(['start', 'test'])('an old Node, npm %s', (script) => {
  const older =
    'data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"18.20.4"}})';
  const { said, status } = node(['--import', older, `${root}scripts/${script}.mjs`]);
  expect(said.trim()).toBe(
    `Node 20.19 of nieuwer is nodig; dit is 18.20.4. Deze regel werkt ook hiermee: npx -y -p node@22 npm ${script}`,
  );
  expect(status).toBe(1);
});

test('no network at install', () => {
  const copy = scriptsIn('unconnected');
  const { said, status } = node(
    ['-e', "import('./scripts/setup.mjs').then(({ setUp }) => setUp())"],
    {
      cwd: copy,
      env: {
        // Without what npm tells of the project that these tests run in: it would install there.
        ...Object.fromEntries(
          Object.entries(process.env).filter(([name]) => !name.toLowerCase().startsWith('npm_')),
        ),
        npm_config_registry: 'http://127.0.0.1:9/',
        npm_config_fetch_retries: '0',
        npm_config_cache: join(folder, 'cache'),
      },
    },
  );
  expect(said).toMatch(/npm kon de pakketten niet installeren\. Is er geen netwerk/);
  expect(said).not.toMatch(/at .*setup\.mjs/);
  expect(status).toBe(1);
});

test('a dist/ that cannot be written to', () => {
  const copy = scriptsIn('read-only');
  const dist = join(copy, 'dist');
  mkdirSync(dist);
  chmodSync(dist, 0o555);
  const { said, status } = node(
    [
      '-e',
      `import(${JSON.stringify(join(copy, 'scripts/build.mjs'))}).then(({ demandWritable }) => demandWritable(${JSON.stringify(dist)}))`,
    ],
    // Nothing is read-only to root.
    process.getuid?.() === 0 ? { cwd: '/', uid: 65_534, gid: 65_534 } : { cwd: '/' },
  );
  expect(said.trim()).toBe(
    `In ${dist} kan niet worden geschreven (EACCES): geef uzelf schrijfrecht op die map, of verwijder haar.`,
  );
  expect(status).toBe(1);
});

test('a build/ that was left half made is made anew', () => {
  const copy = scriptsIn('half');
  writeFileSync(
    join(copy, 'CMakeLists.txt'),
    'cmake_minimum_required(VERSION 3.24)\nproject(half NONE)\n',
  );
  const tree = join(copy, 'build/native');
  mkdirSync(tree, { recursive: true });
  writeFileSync(join(tree, 'CMakeCache.txt'), 'CMAKE_HOME_DIRECTORY:INTERNAL=/elsewhere\n');
  const configured = [
    '-e',
    "import('./scripts/build.mjs').then(({ configure }) => configure('native'))",
  ];
  const { said, status } = node(configured, { cwd: copy });
  expect(said).toContain(
    'build/native is half af of van een andere map: het wordt opnieuw gemaakt.',
  );
  expect(status).toBe(0);
  expect(existsSync(join(tree, 'build.ninja'))).toBe(true);
  expect(node(configured, { cwd: copy }).said).toBe('');
});

test('the command line without WebAssembly, and without its core beside it', () => {
  const program = `${root}dist/spreidingswijzer.mjs`;
  const { said, status } = node(['--jitless', program, 'rounds']);
  expect(said).toMatch(/spreidingswijzer: WebAssembly staat hier uit/);
  expect(said).not.toContain('    at ');
  expect(status).toBe(1);
  const alone = join(folder, 'spreidingswijzer.mjs');
  copyFileSync(program, alone);
  const missing = node([alone, 'rounds']);
  expect(missing.said).toMatch(
    /^spreidingswijzer: .*spreidingswijzer\.wasm ontbreekt of is beschadigd/,
  );
  expect(missing.status).toBe(1);
});
