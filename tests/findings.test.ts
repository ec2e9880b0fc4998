// Every kind of finding of the core is one of the contract, and the other way round: the sentences of both
// languages are held against the contract by the compiler.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const text = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), 'utf8');

test('the core and the contract know the same kinds of finding', () => {
  const core = [
    ...text('core/values/finding.hpp').matchAll(/each\((\w+), (?:error|warning|note)\)/g),
  ];
  const [, union = ''] =
    /export type FindingCode =([^;]+);/.exec(text('wasm/contract/common.ts')) ?? [];
  const contract = [...union.matchAll(/\| '(\w+)'/g)];
  const codes = (found: RegExpMatchArray[]): string[] => found.map(([, code = '']) => code);
  expect(core.length).toBeGreaterThan(100);
  expect(codes(contract).sort()).toEqual(codes(core).sort());
});
