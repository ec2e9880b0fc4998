// Receipts: what is written, held against two kept libraries (ajv for the schema, canonicalize for the
// canonical form) and Node's own SHA-256; and the commands that make and verify them.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import canonicalize from 'canonicalize';
import { afterAll, describe, expect, test } from 'vitest';
import type { Claim } from '../../wasm/contract/receipt.ts';
import { files, makeReceipts, questions } from '../receipts.ts';
import { ods, odsRow, sheetXml, xlsx } from '../files/documents.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = join(root, 'dist/spreidingswijzer.mjs');
const folder = mkdtempSync(join(tmpdir(), 'spreiding-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const call = (...args: string[]) =>
  spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', cwd: folder });
const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return name;
};
const sha256 = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

type Rows = readonly (readonly (string | number)[])[];
const spreadsheet = (form: 'xlsx' | 'ods', name: string, rows: Rows): Uint8Array =>
  form === 'xlsx'
    ? xlsx([{ name, xml: sheetXml(rows) }])
    : ods(
        `<table:table table:name="${name}">${rows.map((row) => odsRow(row)).join('')}</table:table>`,
      );

interface Document {
  claim: Claim;
  maker: { version: string; commit: string; wasm: string | null };
  checksum?: string;
}
const made = (...args: string[]): string => {
  const { stdout, stderr, status } = call('receipt', ...args);
  expect(status, stderr).toBe(0);
  return stdout;
};
const canonical = (value: unknown): string => canonicalize(value) ?? '';
const withOwnChecksum = (document: Document): string => {
  const { checksum: _old, ...rest } = document;
  return canonical({ ...rest, checksum: sha256(canonical(rest)) });
};

write('p.csv', 'code;naam;provincie;inwoners\r\n1;A;Utrecht;1.234\r\n2;"B; C";Utrecht;1.000\r\n');
write('s.csv', 'code,score\n1,0.25\n2,-0.1\n');
const own = '--population p.csv --scores s.csv --need 100 --minors 10 --thousands punt'.split(' ');

const schema: object = JSON.parse(
  readFileSync(join(root, 'public/schema/rekenbewijs-2.schema.json'), 'utf8'),
) as object;
const validate = new Ajv2020({
  strict: true,
  allowUnionTypes: true,
  strictRequired: false,
}).compile(schema);

describe.each([
  ['the invented country', ['--round', 'example']],
  ['a round on an estimate', ['--round', '2024']],
  ['a round without a need for minors', ['--round', '2026']],
  ['own files', own],
])('a receipt of %s', (_name, args) => {
  const text = made(...args);
  const document = JSON.parse(text) as Document;

  test('is in canonical form, and its checksum covers all but itself', () => {
    expect(text).toBe(canonical(document));
    const { checksum, ...rest } = document;
    expect(checksum).toBe(sha256(canonical(rest)));
  });
  test('is of the published schema', () => {
    validate(document);
    expect(validate.errors ?? []).toEqual([]);
    expect(validate({ ...document, extra: 1 })).toBe(false);
    expect(validate({ ...document, claim: { ...document.claim, basis: 'zeker' } })).toBe(false);
  });
  test('names the WebAssembly that made it, and holds', () => {
    expect(document.maker.wasm).toBe(
      sha256(readFileSync(join(root, 'dist/spreidingswijzer.wasm'))),
    );
    const { stdout, status } = call('verify', write('r.json', text));
    expect(stdout).toContain('Het rekenbewijs klopt:');
    expect(status).toBe(0);
  });
  test('is made again with the same bytes', () => {
    expect(made(...args)).toBe(text);
  });
});

describe('a receipt of an answer', () => {
  write('tabel.csv', 'gemeente,plekken\nAardenhaven,100\nBeukendam,101\n');
  const example = ['--round', 'example'];
  const rows = call('allocate', ...example, '--format', 'csv')
    .stdout.trim()
    .split('\r\n')
    .slice(1)
    .map((row) => row.split(','));
  write(
    'volledig.csv',
    `code,plekken\n${rows.map(([code, , , , , , , places]) => `${code},${places}`).join('\n')}\n`,
  );
  write(
    'nieuw.csv',
    `code,naam,provincie,inwoners\n${rows.map(([code, name], at) => `${code},${name},Middenland,${5_000 + at}`).join('\n')}\n`,
  );
  test.each<[string, string[], string]>([
    ['an explanation', ['explain', '--municipality', 'Beukendam', ...example], 'explain'],
    ['a province', ['explain', '--province', 'Middenland', ...example], 'explain'],
    ['an estimate', ['explain', '--municipality', 'Amsterdam', '--round', '2024'], 'explain'],
    ['a comparison', ['compare', 'tabel.csv', ...example], 'compare'],
    ['two tables', ['compare', 'tabel.csv', '--with', 'tabel.csv', ...example], 'compareTables'],
    ['a search', ['reproduce', 'tabel.csv', ...example], 'reproduce'],
    ['a scenario', ['whatif', '--score', 'Beukendam=0.1', ...example], 'whatIf'],
    [
      'bounds',
      ['sensitivity', '--municipality', 'Beukendam', '--first', '400', '--last', '900', ...example],
      'sensitivity',
    ],
    ['steps', ['sensitivity', '--first', '900', '--last', '1000', ...example], 'needSteps'],
    [
      'scores that a table implies',
      ['implied', 'tabel.csv', '--reference', 'Aardenhaven', ...example],
      'implied',
    ],
    [
      'a table carried to other inhabitants',
      [
        'implied',
        'volledig.csv',
        ...'--to-population nieuw.csv --to-need 2000'.split(' '),
        ...example,
      ],
      'implied',
    ],
    ['a provincial table', ['province', '--workspace', 'example'], 'provincial_table'],
  ])('of %s is of the schema, canonical, and holds', (_name, args, operation) => {
    const { status, stderr } = call(...args, '--receipt', 'a.json');
    expect(status, stderr).toBe(0);
    const text = readFileSync(join(folder, 'a.json'), 'utf8');
    const document = JSON.parse(text) as Document;
    expect(text).toBe(canonical(document));
    validate(document);
    expect(validate.errors ?? []).toEqual([]);
    expect(document.claim.operation).toBe(operation);
    const checked = call('verify', 'a.json');
    expect(checked.stdout).toContain('Het rekenbewijs klopt:');
    expect(checked.status).toBe(0);
  });
  test('is refused of the public edition, which is to leave cells out', () => {
    const { status, stderr } = call(
      ...['province', '--workspace', 'example', '--edition', 'public', '--receipt', 'a.json'],
    );
    expect(status).toBe(2);
    expect(stderr).toContain('vertrouwelijke editie');
  });
});

describe.each(['xlsx', 'ods'] as const)('a receipt over a spreadsheet (.%s)', (form) => {
  const rows = [
    ['code', 'naam', 'provincie', 'inwoners'],
    ['GM0001', 'A', 'Utrecht', 300],
    ['GM0002', 'B', 'Utrecht', 100],
  ];
  const scores = [
    ['code', 'score'],
    ['GM0001', 0.25],
    ['GM0002', -0.1],
  ];
  const book = `boek.${form}`;
  writeFileSync(join(folder, book), spreadsheet(form, 'inwoners', rows));
  writeFileSync(join(folder, `s.${form}`), spreadsheet(form, 'scores', scores));
  const asked = ['--population', book, '--scores', `s.${form}`, '--need', '100'];

  test('names the workbook by its fingerprint, and its tables by their cells', () => {
    const { claim } = JSON.parse(made(...asked)) as Document;
    expect(claim.files[0]?.file).toBe(`${book}#inwoners`);
    expect(claim.files[0]?.sha256).toBe(sha256(readFileSync(join(folder, book))));
    expect(claim.files[0]?.cells?.[1]).toEqual(['GM0001', 'A', 'Utrecht', '300']);
  });
  test('holds by its cells, with the workbook unproven until it is handed over', () => {
    write('boek.json', made(...asked));
    const alone = call('verify', 'boek.json');
    expect(alone.status).toBe(0);
    expect(alone.stdout).toContain(`De vingerafdruk van “${book}#inwoners” is uit de cellen niet`);
    const together = call('verify', 'boek.json', book, `s.${form}`);
    expect(together.status).toBe(0);
    expect(together.stdout).not.toContain('vingerafdruk');
  });
  test('holds for an explanation too, whose sources are cells of the workbook', () => {
    const told = call('explain', '--municipality', 'A', ...asked, '--receipt', 'uitleg.json');
    expect(told.status, told.stderr).toBe(0);
    for (const more of [[], [book, `s.${form}`]]) {
      const checked = call('verify', 'uitleg.json', ...more);
      expect(checked.stdout).toContain('Het rekenbewijs klopt:');
    }
  });
  test('fails over other cells, also with a checksum of its own', () => {
    const document = JSON.parse(made(...asked)) as Document;
    const forged = JSON.parse(JSON.stringify(document).replaceAll('"300"', '"400"')) as Document;
    write('vals.json', withOwnChecksum(forged));
    expect(call('verify', 'vals.json').status).toBe(1);
    expect(call('verify', 'vals.json', book, `s.${form}`).stdout).toContain('files[0].cells');
  });
});

test('the claim of every operation has the bytes that it has natively, and is of the schema', async () => {
  const { load } = (await import(
    join(root, 'build/node/index.mjs')
  )) as typeof import('../../wasm/index.ts');
  const core = await load(readFileSync(join(root, 'dist/spreidingswijzer.wasm')));
  const receipts = makeReceipts(
    core,
    files,
    questions.map(({ parameters }) => parameters),
  );
  const operations = new Set<string>();
  for (const [at, { name, claim }] of questions.entries()) {
    const receipt = receipts[at];
    if (receipt === undefined || typeof receipt === 'string')
      throw new Error(`${name}: ${receipt}`);
    const document = JSON.parse(receipt.document) as Document;
    expect(receipt.document, name).toBe(canonical(document));
    expect(sha256(canonical(document.claim)), name).toBe(receipt.claim);
    validate(document);
    expect(validate.errors ?? [], name).toEqual([]);
    operations.add(document.claim.operation);
    expect(receipt.claim, name).toBe(claim);
  }
  // Whatever the schema has an operation for, is asked here.
  const { $defs } = schema as {
    $defs: Record<string, { properties?: { operation?: { const?: string; enum?: string[] } } }>;
  };
  const known = Object.values($defs).flatMap(({ properties }) => [
    ...(properties?.operation?.enum ?? []),
    ...(properties?.operation?.const === undefined ? [] : [properties.operation.const]),
  ]);
  expect([...operations].sort()).toEqual(known.sort());
});

test('the claim of the invented country has the bytes that it has natively', () => {
  const { claim } = JSON.parse(made('--round', 'example')) as Document;
  const golden = readFileSync(join(root, 'tests/data/receipts/example.claim.sha256'), 'utf8');
  expect(sha256(canonical(claim))).toBe(golden.trim());
});

test('a receipt of a provincial report that was made natively holds, and is claimed alike here', () => {
  const kept = join(root, 'tests/data/receipts/province.native.json');
  const { stdout, status } = call('verify', kept);
  expect(stdout).toContain('Het rekenbewijs klopt:');
  expect(status).toBe(0);
  const document = JSON.parse(readFileSync(kept, 'utf8')) as Document;
  expect(document.maker.wasm).toBeNull();
  const here = call('province', '--workspace', 'example', '--receipt', 'provincie.json');
  expect(here.status, here.stderr).toBe(0);
  const { claim } = JSON.parse(readFileSync(join(folder, 'provincie.json'), 'utf8')) as Document;
  expect(canonical(claim)).toBe(canonical(document.claim));
});

test('on an estimate the receipt holds ranges, and no cell of the estimate', () => {
  const text = made('--round', '2024');
  const { claim } = JSON.parse(text) as Document;
  expect(claim.basis).toBe('estimate');
  expect(claim.round?.scores.certainty).toBe('inferred');
  for (const row of claim.figures.municipalities)
    expect(Object.keys(row.places as object).sort()).toEqual(['high', 'low']);
  for (const row of [...claim.figures.municipalities, ...claim.figures.provinces])
    expect('share' in row || 'score' in row || 'weight' in row).toBe(false);
  for (const { file, leftOut, cells } of claim.files) {
    expect(leftOut, file).toBe(file.endsWith('-estimate.csv') ? 'estimate' : null);
    expect(cells === null, file).toBe(leftOut !== null);
  }
});

test('what does not hold is named, with status 1', () => {
  const text = made(...own);
  const places = /"places":(\d+),"province":"Utrecht"/.exec(text)?.[1] ?? '';
  const changed = call('verify', write('f.json', text.replace(`"places":${places}`, '"places":1')));
  expect(changed.status).toBe(1);
  expect(changed.stdout).toContain('Het controlegetal hoort niet bij de inhoud.');
  expect(changed.stdout).toContain('figures.municipalities[0].places');

  const document = JSON.parse(text) as Document;
  const forged = {
    ...document,
    claim: { ...document.claim, parameters: { ...document.claim.parameters, need: 200 } },
  };
  const found = call('verify', write('f.json', withOwnChecksum(forged)), '--format', 'csv');
  expect(found.status).toBe(1);
  expect(found.stdout).toContain('\r\nfigures.municipalities[0].places,');
  const json = call('verify', 'f.json', '--format', 'json');
  expect((JSON.parse(json.stdout) as { checksum: boolean }).checksum).toBe(true);

  const saved = call('verify', write('f.json', `${JSON.stringify(document, null, 2)}\n`));
  expect(saved.status).toBe(1);
  expect(saved.stdout).toContain('Het bestand is opnieuw opgeslagen');
});

test('a file over 10 MB is left out, asked for, and handed over', () => {
  const rows = Array.from({ length: 20 }, (_, i) => `${i + 1},G,Utrecht,${i + 1}\n`).join('');
  const name = write(
    'groot.csv',
    `code,naam,provincie,inwoners\n${rows}${'\n'.repeat(10_000_000)}`,
  );
  const scores = Array.from({ length: 20 }, (_, i) => `${i + 1},0.5\n`).join('');
  write('gs.csv', `code,score\n${scores}`);
  const text = made('--population', name, '--scores', 'gs.csv', '--need', '1000');
  expect(text.length).toBeLessThan(100_000);
  const asked = call('verify', write('g.json', text));
  expect(asked.status).toBe(1);
  expect(asked.stdout).toContain('Nodig om na te rekenen: “groot.csv”');
  expect(call('verify', 'g.json', name).status).toBe(0);
});

test('bad receipts are refused with their reason, and quickly', () => {
  const cases: [string, string, string][] = [
    ['leeg.json', '', 'geen leesbare JSON'],
    ['half.json', made('--round', 'example').slice(0, 3_000), 'afgebroken'],
    ['getal.json', '{"claim": 1e400}', 'getal dat er niet in hoort'],
    ['diep.json', '['.repeat(1_000_000), 'te diep genest'],
    ['versie.json', '{"format":"spreidingswijzer/rekenbewijs","version":3}', 'heeft vorm 3'],
    ['anders.json', '{"a":1}', 'ontbreekt “format”'],
  ];
  for (const [name, text, reason] of cases) {
    const { stderr, stdout, status } = call('verify', write(name, text));
    expect(status, name).toBe(1);
    expect(stderr, name).toContain(reason);
    expect(stdout, name).toBe('');
  }
  write('reus.json', '{');
  truncateSync(join(folder, 'reus.json'), 200_000_000);
  const huge = call('verify', 'reus.json');
  expect(huge.status).toBe(1);
  expect(huge.stderr).toContain('te groot');
  expect(call('verify').status).toBe(2);
  expect(call('verify', 'weg.json').status).toBe(2);
  expect(call('receipt').status).toBe(2);
  expect(call('receipt', '--round', 'example', '--format', 'csv').status).toBe(2);
});
