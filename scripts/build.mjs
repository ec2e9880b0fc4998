// Builds everything that is shipped: dist/spreidingswijzer.html, dist/site/, and the command line.
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { pathToFileURL } from 'node:url';
import { modulesIn, nativeParts, noticesOf, packagesOf } from './parts.mjs';
import { root, run, stop, tries } from './run.mjs';
import { setUp } from './setup.mjs';

/** Configures one CMake tree, anew where it was left half made. */
export function configure(folder, settings = [], { emscripten = false } = {}) {
  const tree = `${root}build/${folder}`;
  const [command, ...first] = emscripten ? ['emcmake', 'cmake'] : ['cmake'];
  const call = [...first, '-S', root, '-B', tree, '-G', 'Ninja', ...settings];
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'] };
  if (existsSync(`${tree}/CMakeCache.txt`)) {
    if (tries(command, call, quiet)) return;
    console.log(`build/${folder} is half af of van een andere map: het wordt opnieuw gemaakt.`);
    rmSync(tree, { recursive: true, force: true });
  }
  run(command, call, quiet);
}

/** Configures and builds one CMake tree; quick where nothing changed. */
export function cmakeBuild(folder, settings, options) {
  configure(folder, settings, options);
  run('cmake', ['--build', `${root}build/${folder}`]);
}

/** What is written to must be a folder that can be written to; else one sentence, before the work. */
export function demandWritable(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    rmSync(mkdtempSync(`${folder}/.kan-hier-geschreven-worden-`), { recursive: true });
  } catch (fault) {
    stop(
      `In ${folder} kan niet worden geschreven (${fault.code}): geef uzelf schrijfrecht op die map, of verwijder haar.`,
    );
  }
}

/** Says what is being made and how far that is. */
const step = (number, what) => {
  console.log(`\n[${number}/4] ${what}`);
};

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
  for (const folder of ['build', 'dist']) demandWritable(root + folder);
  step(1, 'Het rekenhart (WebAssembly); de eerste keer duurt dit enkele minuten');
  cmakeBuild('wasm', ['-D', `SPREIDING_TESTS=${tests ? 'ON' : 'OFF'}`], { emscripten: true });
  step(2, 'De module voor Node');
  await bundle('wasm/index.ts', 'build/node/index.mjs');
}

export async function buildAll(options = {}) {
  await buildCore(options);
  copyFileSync(`${root}build/wasm/spreidingswijzer-core.wasm`, `${root}dist/spreidingswijzer.wasm`);
  step(3, 'De opdrachtregel');
  const program = 'dist/spreidingswijzer.mjs';
  const modules = await bundle('wasm/cli/main.ts', program, {
    banner: { js: '#!/usr/bin/env node' },
    minifySyntax: true,
  });
  const inProgram = [...packagesOf(modules), ...nativeParts()];
  const notices = noticesOf(inProgram).replaceAll('*/', '* /');
  appendFileSync(`${root}${program}`, `\n${noticesMark}\n\n${notices}*/\n`);
  step(4, 'De pagina en de site');
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
