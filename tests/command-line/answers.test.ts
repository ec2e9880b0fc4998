// What every operation answers in Node is, to the byte, what it answers natively: `tests/service/answers_test.cpp`
// asks the same and holds it against the same hashes.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import createModule from '../../build/wasm/spreidingswijzer-core.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface World {
  readonly inputs: { readonly provinces: unknown };
  readonly round: unknown;
  readonly words: Readonly<Record<string, string>>;
}
interface Case {
  readonly operation: string;
  readonly parameters?: object;
  readonly in?: boolean;
  readonly change?: readonly { readonly computed?: unknown }[];
  readonly dialect?: string;
}
const asked = JSON.parse(readFileSync(`${root}tests/data/answers/questions.json`, 'utf8')) as {
  readonly files: Readonly<Record<string, string>>;
  readonly worlds: Readonly<Record<string, World>>;
  readonly cases: readonly Case[];
};

function requestOf(each: Case, world: World): string {
  const { operation, change, dialect } = each;
  const sides = change?.map((side) =>
    side.computed === undefined ? side : { ...side, computed: world.inputs },
  );
  const parameters =
    sides === undefined
      ? { ...(each.in === true ? world.inputs : {}), ...each.parameters }
      : { from: sides[0], to: sides[1], ...(dialect === undefined ? {} : { dialect }) };
  const words = {
    ...world.words,
    round: world.round,
    provinces: world.inputs.provinces,
  };
  return Object.entries(words).reduce(
    (text, [word, value]) => text.replaceAll(`"$${word}"`, JSON.stringify(value)),
    JSON.stringify({ operation, parameters }),
  );
}

const withoutMaker = (text: string): string =>
  text
    .replace(/"maker":\{[^}]*/, '')
    .replace(/"checksum":"[^"]*/, '')
    .replace(/"bytes":[^,]*/, '');

test('every operation answers in Node with the bytes it has natively', async () => {
  const wasmBinary = readFileSync(`${root}build/wasm/spreidingswijzer-core.wasm`);
  const module = await createModule({ wasmBinary });
  const door = new module.Door();
  const put = (name: string, bytes: Uint8Array): void => {
    door.reserve(name, bytes.length).set(bytes);
  };
  for (const folder of [
    'changes',
    'decided',
    'example',
    'own-sums',
    'population',
    'published',
    'scores',
  ])
    for (const name of readdirSync(`${root}public/data/${folder}`))
      if (name.endsWith('.csv'))
        put(`${folder}/${name}`, readFileSync(`${root}public/data/${folder}/${name}`));
  for (const [name, text] of Object.entries(asked.files)) put(name, new TextEncoder().encode(text));

  const found = Object.keys(asked.worlds)
    .sort()
    .flatMap((name) => {
      const world = asked.worlds[name];
      if (world === undefined) return [];
      return asked.cases.map((each, at) => {
        const { json, columns } = door.respond(requestOf(each, world));
        const receipt = columns['receipt'];
        if (each.operation === 'receipt' && receipt !== undefined)
          put('receipt', new Uint8Array(receipt.values));
        const hash = createHash('sha256');
        if (each.operation === 'receipt' || each.operation === 'verify') {
          hash.update(withoutMaker(new TextDecoder().decode(json)));
        } else {
          hash.update(json);
          for (const [column, { values }] of Object.entries(columns)) {
            const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
            hash.update(`\n${column}\n`).update(bytes);
          }
        }
        return `${hash.digest('hex')}  ${name} ${String(at + 1)} ${each.operation}`;
      });
    });
  const before = readFileSync(`${root}tests/data/answers/answers.sha256`, 'utf8');
  expect(found).toEqual(before.trim().split('\n'));
});
