// Builds everything that is shipped: dist/spreidingswijzer.html, dist/site/, and the command line.
import { appendFileSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { modulesIn, nativeParts, noticesOf, packagesOf } from './parts.mjs';
import { root, run } from './run.mjs';
import { setUp } from './setup.mjs';

/** Configures and builds one CMake tree; quick where nothing changed. */
export function cmakeBuild(folder, settings = [], { emscripten = false } = {}) {
  const configure = ['-S', root, '-B', `${root}build/${folder}`, '-G', 'Ninja', ...settings];
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'] };
  if (emscripten) run('emcmake', ['cmake', ...configure], quiet);
  else run('cmake', configure, quiet);
  run('cmake', ['--build', `${root}build/${folder}`]);
}

async function bundle(entry, outfile, extra = {}) {
  const { build } = await import('esbuild');
  const { virtualModules } = await import('./virtual.mjs');
  const { metafile } = await build({
    metafile: true,
    absWorkingDir: root,
    entryPoints: [`${root}${entry}`],
    outfile: `${root}${outfile}`,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
    plugins: [virtualModules()],
    ...extra,
  });
  return modulesIn(metafile);
}

/** Where the notices begin in the script of the command line, which shows them from there. */
const noticesMark = '/* Onderdelen en licenties';

/** The WebAssembly module, and the typed module around it as tests and scripts import it. */
export async function buildCore({ tests = false } = {}) {
  cmakeBuild('wasm', ['-D', `SPREIDING_TESTS=${tests ? 'ON' : 'OFF'}`], { emscripten: true });
  await bundle('wasm/index.ts', 'build/node/index.mjs');
}

export async function buildAll(options = {}) {
  await buildCore(options);
  mkdirSync(`${root}dist`, { recursive: true });
  copyFileSync(`${root}build/wasm/spreidingswijzer-core.wasm`, `${root}dist/spreidingswijzer.wasm`);
  const program = 'dist/spreidingswijzer.mjs';
  const modules = await bundle('wasm/cli/main.ts', program, {
    banner: { js: '#!/usr/bin/env node' },
    minifySyntax: true,
  });
  const inProgram = [...packagesOf(modules), ...nativeParts()];
  const notices = noticesOf(inProgram).replaceAll('*/', '* /');
  appendFileSync(`${root}${program}`, `\n${noticesMark}\n\n${notices}*/\n`);
  const { buildPage } = await import('./page.mjs');
  const inPage = await buildPage();
  // What each is made of, for a bill of materials and the notices of a release.
  const made = { page: inPage, commandLine: inProgram };
  writeFileSync(`${root}build/parts.json`, `${JSON.stringify(made, null, 2)}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  setUp();
  await buildAll();
}
