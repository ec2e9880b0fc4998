// Notices: every package of others that is in the page and in the command line is named, with its licence.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { nativeParts, noticesOf, packagesOf } from '../../scripts/parts.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
interface Part {
  readonly name: string;
  readonly version: string | null;
  readonly licence: string;
}
const parts = JSON.parse(readFileSync(join(root, 'build/parts.json'), 'utf8')) as {
  page: Part[];
  commandLine: Part[];
};
const page = readFileSync(join(root, 'dist/spreidingswijzer.html'), 'utf8');
const packed = /<script id="licenties" type="text\/plain">([^<]*)<\/script>/.exec(page)?.[1] ?? '';
const inPage = gunzipSync(Buffer.from(packed, 'base64')).toString('utf8');
const inProgram = spawnSync(
  process.execPath,
  [join(root, 'dist/spreidingswijzer.mjs'), '--licenses'],
  { encoding: 'utf8' },
).stdout;
const named = ({ name, version, licence }: Part): string =>
  `${name}${version === null ? '' : ` ${version}`}: ${licence}`;

describe.each([
  ['the page', parts.page, inPage],
  ['the command line', parts.commandLine, inProgram],
] as const)('the notices of %s', (_name, list, notices) => {
  test('name each part with its version and licence', () => {
    expect(list.length).toBeGreaterThan(8);
    for (const part of list) expect(notices).toContain(named(part));
  });
  test('hold the WebAssembly and what is in it', () => {
    for (const name of ['nlohmann_json', 'emmalloc', 'musl', 'libc++', 'libc++abi', 'compiler-rt'])
      expect(list.map((part) => part.name)).toContain(name);
  });
  test('hold copyright and a text of every licence', () => {
    expect(notices).toContain('Copyright');
    expect(notices).toContain('Permission is hereby granted, free of charge');
    expect(notices).toContain('LLVM Exceptions');
  });
});

test('packages that are visibly in the page are among its parts', () => {
  const names = parts.page.map(({ name }) => name);
  for (const name of ['preact', '@preact/signals', 'fflate', 'd3-shape', 'd3-scale', 'saxes'])
    expect(names).toContain(name);
  expect(names.some((name) => name.startsWith('@utrecht/'))).toBe(true);
});

test('a package is found by any file of it, also of a scope or within another', () => {
  const found = packagesOf(
    [
      `${root}node_modules/fflate/esm/browser.js`,
      `\0${root}node_modules/preact/dist/preact.mjs?commonjs`,
      `${root}web/main.tsx`,
    ].map((file) => file.replace('\0', '')),
  );
  expect(found.map(({ name }) => name)).toEqual(['fflate', 'preact']);
  expect(noticesOf(found)).toContain('fflate');
  expect(nativeParts().every(({ text }) => text.length > 100)).toBe(true);
});
