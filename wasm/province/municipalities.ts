/** Who a text is about: by the one finder of municipalities, among those of the province alone. */
import { csvOf } from '../files/table.ts';
import type { Core } from '../index.ts';
import type { Called } from './table-reading.ts';

/** No file of a person has a name like this. */
const listName = 'ontvangst/gemeenten';
/** The list that each core was given last. */
const given = new WeakMap<Core, readonly Called[]>();

/** The code that each text stands for; undefined where no municipality is called so, or more are. */
export function municipalitiesCalled(
  core: Core,
  municipalities: readonly Called[],
  texts: readonly string[],
): (string | undefined)[] {
  if (given.get(core) !== municipalities) {
    // One province for all, whichever it is: a name is looked for among these alone.
    const rows = municipalities.map(({ code, name }) => [code, name, 'Utrecht', '1']);
    core.put(
      listName,
      csvOf({ rows: [['gemeentecode', 'gemeente', 'provincie', 'inwoners'], ...rows] }),
    );
    given.set(core, municipalities);
  }
  const answer = core.run('find_municipalities', {
    municipalities: listName,
    names: texts.map((text) => ({ text })),
    most: 1,
  });
  if (!answer.ok) return texts.map(() => undefined);
  return answer.result.found.map(({ how, municipalities: [one] }) =>
    how === 'exact' ? one?.code : undefined,
  );
}

/** A name has at most so many words: “Nuenen, Gerwen en Nederwetten”. */
const mostWords = 5;

/** The only municipality that a text names; of two, one inside the other, the longer. */
export function municipalityNamed(
  core: Core,
  municipalities: readonly Called[],
  text: string,
): string | undefined {
  const words = text
    .split(/[^\p{L}\p{N}'’()./-]+|[_#]|(?<=\p{L})-(?=\d)|\.(?=\p{L}{2,})/u)
    .filter((word) => word !== '');
  const spans: { readonly from: number; readonly to: number }[] = [];
  // “Provincie Utrecht” is not the municipality of that name.
  const isProvince = (from: number): boolean =>
    /^(provincie|province|prov\.?)$/i.test(words[from - 1] ?? '');
  for (let from = 0; from < Math.min(words.length, 60); from += 1)
    for (let to = from + 1; to <= Math.min(words.length, from + mostWords); to += 1)
      if (!isProvince(from)) spans.push({ from, to });
  if (spans.length === 0) return undefined;
  const codes = municipalitiesCalled(
    core,
    municipalities,
    spans.map(({ from, to }) => words.slice(from, to).join(' ')),
  );
  const found = spans.flatMap((span, at) => {
    const code = codes[at];
    return code === undefined ? [] : [{ ...span, code }];
  });
  // What stands inside a longer name is part of that name.
  const whole = found.filter(
    (one) =>
      !found.some(
        (other) =>
          other.code !== one.code &&
          other.from <= one.from &&
          other.to >= one.to &&
          other.to - other.from > one.to - one.from,
      ),
  );
  const all = new Set(whole.map(({ code }) => code));
  return all.size === 1 ? whole[0]?.code : undefined;
}
