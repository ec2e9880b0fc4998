// Receipts made with an earlier version: whoever kept one must get a true answer about it today.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = join(root, 'dist/spreidingswijzer.mjs');
const kept = join(root, 'tests/data/receipts/0.1.0');
const folder = mkdtempSync(join(tmpdir(), 'spreiding-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const names = readdirSync(kept).filter((name) => name.endsWith('.json.gz'));

describe('receipts of 0.1.0', () => {
  test('are there of every operation that makes them', () => {
    expect(new Set(names.map((name) => name.split('-')[0]))).toEqual(
      new Set(
        'allocate compare compareTables explain implied needSteps provincial_table reproduce sensitivity whatIf'.split(
          ' ',
        ),
      ),
    );
  });
  test('are of the published schema', () => {
    const schema = readFileSync(join(root, 'public/schema/rekenbewijs-2.schema.json'), 'utf8');
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false });
    const validate = ajv.compile(JSON.parse(schema) as object);
    for (const name of names) {
      validate(JSON.parse(gunzipSync(readFileSync(join(kept, name))).toString()));
      expect(validate.errors ?? [], name).toEqual([]);
    }
  });
  // Estimates were bands of ten per cent then, a search and bounds weighed them, and the provincial table had
  // other rules: what rests on those is told as that. Figures of a person's own and of practice hold.
  const sentences = {
    holds: 'Het rekenbewijs klopt:',
    rule_gone: 'waarmee dit programma niet meer rekent',
  };
  const outcomeOf = (name: string): keyof typeof sentences =>
    /^(provincial_table|reproduce|sensitivity-own)|-202[46]\./.test(name) ? 'rule_gone' : 'holds';
  test.each(names.map((name) => [name, outcomeOf(name)] as const))('%s: %s', (name, outcome) => {
    const path = join(folder, name.replace('.gz', ''));
    writeFileSync(path, gunzipSync(readFileSync(join(kept, name))));
    const { stdout, status } = spawnSync(process.execPath, [program, 'verify', path], {
      encoding: 'utf8',
    });
    expect(stdout).toContain(sentences[outcome]);
    expect(status).toBe(outcome === 'rule_gone' ? 1 : 0);
  });
});
