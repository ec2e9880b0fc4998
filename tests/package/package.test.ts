// The npm package as its user has it: the tarball, installed in an empty folder without a network.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from 'vite';
import { launch, root } from '../browser/browsers.ts';

const folder = mkdtempSync(join(tmpdir(), 'spreiding-package-'));
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };
const tarball = join(folder, `spreidingswijzer-${version}.tgz`);
const run = (program: string, args: readonly string[], cwd = folder) => {
  const { stdout, stderr, status } = spawnSync(program, args, { cwd, encoding: 'utf8' });
  return { stdout, said: `${stdout}${stderr}`, status };
};
const write = (name: string, text: string): void => {
  writeFileSync(join(folder, name), text);
};

beforeAll(() => {
  const packed = run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], root);
  expect(packed.status, packed.said).toBe(0);
  write('package.json', '{"name":"user","private":true,"type":"module"}');
  const installed = run('npm', [...['install', '--offline', '--no-audit', '--no-fund'], tarball]);
  expect(installed.status, installed.said).toBe(0);
}, 120_000);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('a script of Node asks for one municipality and gets its figures', () => {
  write(
    'ask.mjs',
    `import { open } from 'spreidingswijzer';
     import { catalogue } from 'spreidingswijzer/data';
     const wijzer = await open();
     const round = wijzer.round('2026');
     const { name, published } = round.municipality('breda');
     const faults = [() => wijzer.round('1999'), () => round.municipality('Nergenshuizen')].map((ask) => {
       try { ask(); return null; } catch (fault) { return fault.name; }
     });
     let refused;
     try { round.allocation({ need: -1 }); } catch (fault) { refused = fault.name; }
     console.log(JSON.stringify({ name, places: published.places, rounds: catalogue.rounds.length,
       municipalities: round.municipalities.length, provinces: round.provinces.length,
       hague: round.municipality('Den Haag').code, faults, refused }));`,
  );
  const { stdout, said, status } = run(process.execPath, ['ask.mjs']);
  expect(status, said).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    ...{ name: 'Breda', places: 932, rounds: 3, municipalities: 342, provinces: 12 },
    ...{ hague: 'GM0518', faults: ['RangeError', 'RangeError'], refused: 'Refused' },
  });
});

test('it is imported from CommonJS too', () => {
  write(
    'ask.cjs',
    `import('spreidingswijzer').then(async ({ open }) =>
       console.log((await open()).round('2026').municipality('Breda').code));`,
  );
  expect(run(process.execPath, ['ask.cjs']).stdout).toBe('GM0758\n');
  write(
    'require.cjs',
    `require('spreidingswijzer').open().then((wijzer) =>
       console.log(wijzer.round('2026').municipality('Breda').code));`,
  );
  expect(run(process.execPath, ['require.cjs']).stdout).toBe('GM0758\n');
});

test('where WebAssembly is switched off, the module says so in one sentence', () => {
  write(
    'without.mjs',
    `import { open } from 'spreidingswijzer';
     await open().catch((fault) => console.log(fault.message));`,
  );
  expect(run(process.execPath, ['--jitless', 'without.mjs']).stdout).toBe(
    'spreidingswijzer needs WebAssembly, which this environment does not have.\n',
  );
});

test('a TypeScript user under strict sees types and their documentation', () => {
  write(
    'typed.ts',
    `import { type MunicipalityRow, open } from 'spreidingswijzer';
     const row: MunicipalityRow = (await open()).round('2026').municipality('Breda');
     export const places: number | null = row.published?.places ?? null;
     // @ts-expect-error: there is no such figure
     export const wrong: number = row.certainly;`,
  );
  write(
    'tsconfig.json',
    JSON.stringify({
      compilerOptions: {
        ...{ strict: true, noEmit: true, module: 'nodenext', target: 'es2022', types: [] },
        ...{ exactOptionalPropertyTypes: true, skipLibCheck: false, lib: ['es2023', 'dom'] },
      },
      files: ['typed.ts'],
    }),
  );
  const { said, status } = run(process.execPath, [
    `${root}node_modules/typescript/bin/tsc`,
    '-p',
    '.',
  ]);
  expect(said).toBe('');
  expect(status).toBe(0);
  const types = readFileSync(
    join(folder, 'node_modules/spreidingswijzer/dist/package/index.d.ts'),
    'utf8',
  );
  expect(types).toContain('The provincial task (opvangopgave): the sum of the rounded shares.');
  expect(types).not.toContain('virtual:');
});

test('npx runs the command line', () => {
  const { stdout, said, status } = run('npx', [
    ...['--offline', 'spreidingswijzer', 'allocate', '--round', '2026', '--format', 'csv'],
  ]);
  expect(status, said).toBe(0);
  expect(stdout.trim().split('\n')).toHaveLength(343);
});

describe('a page that Vite builds', () => {
  let address = '';
  beforeAll(async () => {
    mkdirSync(join(folder, 'page'));
    write(
      'page/index.html',
      '<!doctype html><meta charset="utf-8" /><title>…</title><script type="module" src="./page.js"></script>',
    );
    write(
      'page/page.js',
      `import { open } from 'spreidingswijzer';
       const wijzer = await open();
       document.title = String(wijzer.round('2026').municipality('Breda').published.places);`,
    );
    await build({
      ...{ root: join(folder, 'page'), configFile: false, logLevel: 'warn' },
      build: { target: 'es2022', outDir: join(folder, 'built'), emptyOutDir: true },
    });
    const server = createServer((request, response) => {
      const name = request.url === '/' ? 'index.html' : (request.url ?? '');
      response.setHeader('content-type', name.endsWith('.js') ? 'text/javascript' : 'text/html');
      try {
        response.end(readFileSync(join(folder, 'built', name)));
      } catch {
        response.writeHead(404).end();
      }
    }).listen(0, '127.0.0.1');
    server.unref();
    address = await new Promise((resolve) => {
      server.once('listening', () => {
        resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      });
    });
  });
  test.each(['chromium', 'firefox'] as const)('answers in %s', async (name) => {
    const browser = await launch[name]();
    const page = await browser.newPage();
    await page.goto(address);
    await page.waitForFunction(() => document.title !== '…');
    expect(await page.title()).toBe('932');
    await browser.close();
  });
});

describe('what others check of a package', () => {
  test('publint finds nothing', () => {
    const { said, status } = run('npx', ['publint', 'run', tarball, '--strict'], root);
    expect(said).toContain('All good!');
    expect(status).toBe(0);
  });
  test('the types are right for modules', () => {
    const { said, status } = run('npx', ['attw', '--profile', 'esm-only', tarball], root);
    expect(status, said).toBe(0);
  });
});
