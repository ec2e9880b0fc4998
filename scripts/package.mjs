// What the npm package holds, in dist/package/: the typed module with its WebAssembly and data as text, its
// types in one file for each entry point, and the command line. Its user builds nothing.
import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { root } from './run.mjs';
import { virtualModules, withoutAddress } from './virtual.mjs';

const folder = `${root}dist/package`;

async function bundleCode() {
  const { build } = await import('esbuild');
  await build({
    entryPoints: { index: `${root}wasm/package/index.ts`, data: `${root}wasm/package/data.ts` },
    outdir: folder,
    bundle: true,
    // What both entry points need stands once beside them.
    splitting: true,
    chunkNames: 'part-[hash]',
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    charset: 'utf8',
    minifySyntax: true,
    logLevel: 'warning',
    logOverride: { 'empty-import-meta': 'silent' },
    plugins: [virtualModules({ 'virtual:wasm': wasmModule }), withoutAddress],
  });
}

const wasmModule = () => {
  const bytes = readFileSync(`${root}build/wasm/spreidingswijzer-core.wasm`);
  return `export default ${JSON.stringify(gzipSync(bytes, { level: 9 }).toString('base64'))};`;
};

/** The types that a user sees: all of them, with their documentation, in one file for each entry point. */
async function bundleTypes() {
  const { rollup } = await import('rollup');
  const { dts } = await import('rollup-plugin-dts');
  for (const name of ['index', 'data']) {
    const types = await rollup({
      input: `${root}wasm/package/${name}.ts`,
      external: (id) => id.startsWith('virtual:') || id.includes('spreidingswijzer-core'),
      plugins: [dts({ tsconfig: `${root}tsconfig.json`, respectExternal: false })],
      onwarn: (warning) => {
        if (warning.code !== 'UNUSED_EXTERNAL_IMPORT' && warning.code !== 'EMPTY_BUNDLE')
          throw new Error(warning.message);
      },
    });
    await types.write({ file: `${folder}/${name}.d.ts`, format: 'es' });
  }
}

export async function buildPackage() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await bundleCode();
  await bundleTypes();
  for (const name of ['spreidingswijzer.mjs', 'spreidingswijzer.wasm'])
    copyFileSync(`${root}dist/${name}`, `${folder}/${name}`);
}

// Before `npm pack` and `npm publish`.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { setUp } = await import('./setup.mjs');
  setUp();
  const { buildAll } = await import('./build.mjs');
  await buildAll();
  await buildPackage();
}
