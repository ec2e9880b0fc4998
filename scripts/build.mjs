// Builds everything that is shipped: dist/spreidingswijzer.html, dist/site/, and the command line.
import { copyFileSync, mkdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
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
  await build({
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
}

/** The WebAssembly module, and the typed module around it as tests and scripts import it. */
export async function buildCore({ tests = false } = {}) {
  cmakeBuild('wasm', ['-D', `SPREIDING_TESTS=${tests ? 'ON' : 'OFF'}`], { emscripten: true });
  await bundle('wasm/index.ts', 'build/node/index.mjs');
}

export async function buildAll(options = {}) {
  await buildCore(options);
  mkdirSync(`${root}dist`, { recursive: true });
  copyFileSync(`${root}build/wasm/spreidingswijzer-core.wasm`, `${root}dist/spreidingswijzer.wasm`);
  await bundle('wasm/cli/main.ts', 'dist/spreidingswijzer.mjs', {
    banner: { js: '#!/usr/bin/env node' },
    minifySyntax: true,
  });
  const { buildPage } = await import('./page.mjs');
  await buildPage();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  setUp();
  await buildAll();
}
