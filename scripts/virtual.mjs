// Modules that the build makes up: the data of the rounds, and the WebAssembly as text.
import { readFileSync } from 'node:fs';
import { catalogueModule } from './catalogue.mjs';

/**
 * For esbuild.
 * @param {Record<string, () => string>} [more] source of each module beside `virtual:catalogue`
 */
export const virtualModules = (more = {}) => ({
  name: 'virtual modules',
  setup(builder) {
    const sources = { 'virtual:catalogue': catalogueModule, ...more };
    builder.onResolve({ filter: /^virtual:/ }, ({ path }) => ({ path, namespace: 'virtual' }));
    builder.onLoad({ filter: /.*/, namespace: 'virtual' }, ({ path }) => ({
      contents: sources[path](),
    }));
  },
});

// The bytes are handed over; the address that Emscripten would fetch them from is never used.
export const codeWithoutAddress = (code) =>
  code.replace(/new URL\([^)]*import\.meta\.url\)\.toString\(\)/g, '""');

/** For esbuild: no address of the WebAssembly in the code. */
export const withoutAddress = {
  name: 'no address of the WebAssembly',
  setup(builder) {
    builder.onLoad({ filter: /spreidingswijzer-core\.mjs$/ }, ({ path }) => ({
      contents: codeWithoutAddress(readFileSync(path, 'utf8')),
    }));
  },
};
