// The house keeps its rooms: what a file may know is said once, in scripts/rooms.mjs.
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { againstTheArrows, circles, houseFiles, namedIn, rooms } from '../scripts/rooms.mjs';

const files = houseFiles();

test('no include or import runs against the arrows', () => {
  expect(againstTheArrows(files)).toEqual([]);
});

test('no files import each other in a circle', () => {
  expect(circles(files.filter(({ file }) => /\.tsx?$/.test(file)))).toEqual([]);
});

test('every room that is named is there', () => {
  const empty = Object.keys(rooms).filter(
    (room) =>
      !files.some(({ file }) => file === room || file.startsWith(`${room}/`)) &&
      !existsSync(new URL(`../${room}`, import.meta.url)),
  );
  expect(empty).toEqual([]);
});

test('every file says in its first line what is in it', () => {
  const silent = files.filter(
    ({ file, text }) => /\.(cpp|hpp|tsx?)$/.test(file) && !/^(\/\/ |\/\*\*)/.test(text),
  );
  expect(silent.map(({ file }) => file)).toEqual([]);
});

test.each([
  ['core/values/text.cpp', '#include "key/allocation.hpp"\n'],
  ['core/key/allocation.cpp', '#include "province/places.hpp"\n'],
  ['wasm/service/request.cpp', '#include "service/receipts/claim.hpp"\n'],
  ['wasm/words/messages.ts', "import { readDocument } from '../files/read.ts';\n"],
  ['wasm/files/read.ts', "const cli = await import('../cli/main.ts');\n"],
  ['web/components/Sheet.tsx', "import { Start } from '../views/shell/Start.tsx';\n"],
  ['web/somewhere/new.ts', ''],
])('%s that knows too much is found', (file, text) => {
  expect(againstTheArrows([{ file, named: namedIn(file, text) }])).toHaveLength(1);
});

test('a circle is found', () => {
  const circle = circles([
    { file: 'a', named: ['b'] },
    { file: 'b', named: ['c'] },
    { file: 'c', named: ['b'] },
  ]);
  expect(circle).toEqual(['b → c → b']);
});
