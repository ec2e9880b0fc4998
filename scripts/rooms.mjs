// The rooms of the house and which may know which: the arrows of CONTRIBUTING.md, checked over the real
// includes and imports. `node scripts/rooms.mjs` prints what runs against them.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './run.mjs';

const core = ['core/values', 'core/csv', 'core/tables', 'core/key'];
const service = [...core, 'core/published', 'core/province'];
const module = [
  'wasm/contract',
  'wasm/index.ts',
  'wasm/words',
  'wasm/rounds',
  'wasm/files',
  'wasm/province',
];
/** What the page is made of beside its views: none of it knows a view. */
const page = [
  'wasm/package/unpack.ts',
  ...module,
  'web/worker',
  'web/texts',
  'web/dossier',
  'web/format.ts',
  'web/page',
  'web/state',
];

/**
 * Each room with those that its files may include or import; its own files always. A file that stands
 * by itself is named whole. What is in no room may not be there.
 */
export const rooms = {
  'core/values': [],
  'core/csv': core.slice(0, 1),
  'core/tables': core.slice(0, 2),
  'core/key': core.slice(0, 3),
  'core/published': core,
  'core/province': core,
  'wasm/bindings.cpp': ['wasm/service'],
  'wasm/service/receipts': [...service, 'wasm/service'],
  'wasm/service/operations': [...service, 'wasm/service', 'wasm/service/receipts'],
  // The table of operations stands in the service itself: their declarations, not their files.
  'wasm/service': service,
  'wasm/contract': [],
  'wasm/index.ts': module.slice(0, 1),
  // Measured by the build: how often the band of an estimate was right.
  'public/data/estimates/bands.json': [],
  'wasm/words': [...module.slice(0, 2), 'public/data/estimates/bands.json'],
  'wasm/rounds': module.slice(0, 3),
  'wasm/files': module.slice(0, 4),
  'wasm/province': module.slice(0, 5),
  'wasm/cli': module,
  'wasm/package': module,
  'wasm/spreidingswijzer-core.d.ts': [],
  'wasm/virtual.d.ts': ['wasm/rounds'],
  'web/styles': [],
  'web/offline': [],
  'web/index.html': [],
  'web/format.ts': module,
  'web/texts': page.filter((room) => room !== 'web/state'),
  'web/page': [...page, 'web/views/later.ts'],
  'web/worker': page.filter((room) => room !== 'web/state'),
  'web/dossier': [...page, 'web/views'],
  'web/state': page,
  'web/components': page,
  'web/pictures': [...page, 'web/components'],
  'web/views': [...page, 'web/components', 'web/pictures', 'web/styles'],
  // Pages of their own, and what the build writes into them.
  'web/embed': [...page, 'web/components', 'web/pictures', 'web/views', 'web/styles'],
  'web/main.tsx': [...page, 'web/components', 'web/views', 'web/styles'],
};

/** The room of a file: the longest name that it begins with. */
export function roomOf(file) {
  return Object.keys(rooms)
    .filter((room) => file === room || file.startsWith(`${room}/`))
    .sort((one, other) => other.length - one.length)[0];
}

/** What a file names of the house: paths from the root. */
export function namedIn(file, text) {
  if (/\.(cpp|hpp)$/.test(file)) {
    const base = file.startsWith('core/') ? ['core'] : ['wasm', 'core'];
    return [...text.matchAll(/^#include "([^"]+)"/gm)].map(([, path]) => {
      const found = base
        .map((folder) => join(folder, path))
        .find((each) => existsSync(root + each));
      return found ?? path;
    });
  }
  return [...text.matchAll(/(?:from|import)\s*(?:\(\s*)?['"](\.[^'"]+)['"]/g)].map(([, path]) =>
    normalize(join(dirname(file), path)),
  );
}

const allowed = (from, to) =>
  rooms[from].some((room) => to === room || roomOf(to) === room || to.startsWith(`${room}/`));

/** @param {readonly {file: string, named: readonly string[]}[]} files */
export function againstTheArrows(files) {
  return files.flatMap(({ file, named }) => {
    const room = roomOf(file);
    if (room === undefined) return [`${file} stands in no room`];
    return (
      named
        // What the build makes has no file among the sources.
        .filter((to) => !to.startsWith('build/') && to !== 'key/measured_bands.hpp')
        .filter((to) => roomOf(to) !== room && !allowed(room, to))
        .map((to) => `${file} (${room}) may not know ${to}`)
    );
  });
}

/** Files that reach themselves again by what they name, each circle once. */
export function circles(files) {
  const named = new Map(files.map(({ file, named: names }) => [file, names]));
  const found = [];
  const state = new Map();
  const walk = (file, path) => {
    if (state.get(file) === 'done' || !named.has(file)) return;
    if (path.includes(file)) {
      found.push([...path.slice(path.indexOf(file)), file].join(' → '));
      return;
    }
    for (const next of named.get(file)) walk(next, [...path, file]);
    state.set(file, 'done');
  };
  for (const { file } of files) walk(file, []);
  return found;
}

/** Every source file of the house, with what it names. */
export function houseFiles() {
  return execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'core', 'wasm', 'web'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => file !== '' && existsSync(root + file))
    .map((file) => ({ file, text: readFileSync(root + file, 'utf8') }))
    .map(({ file, text }) => ({ file, text, named: namedIn(file, text) }));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const files = houseFiles();
  const wrong = [...againstTheArrows(files), ...circles(files)];
  for (const line of wrong) console.error(line);
  process.exit(wrong.length > 0 ? 1 : 0);
}
