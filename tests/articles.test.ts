// Every address of an article that the project writes is one of the table in core/key/articles.hpp.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { houseFiles } from '../scripts/rooms.mjs';
import { articleLinks } from '../wasm/words/articles.ts';

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const source = read('core/key/articles.hpp');
const laws = new Map(
  [...source.matchAll(/#define (\w+) "(https:[^"#]+)(#?)"/g)].map(([, name, address, mark]) => [
    name,
    `${address ?? ''}${mark ?? ''}`,
  ]),
);
/** Name → address, as the compiler puts the two parts together. */
const table = new Map(
  [...source.matchAll(/string_view (\w+) =\s*(SPREIDING_\w+)(?: "([^"]*)")?;/g)].map(
    ([, name, law, rest]) => [name, `${laws.get(law) ?? ''}${rest ?? ''}`],
  ),
);
const addresses = new Set([
  ...table.values(),
  ...[...laws.values()].map((each) => each.replace('#', '')),
]);

/** The chapter that each article was seen or inferred to stand in. */
const chapters: Readonly<Record<string, string>> = {
  'BWBR0049307 2': 'Hoofdstuk2',
  'BWBR0049307 3': 'Hoofdstuk2',
  'BWBR0049307 4': 'Hoofdstuk2',
  'BWBR0049307 5': 'Hoofdstuk2',
  'BWBR0049307 7': 'Hoofdstuk3',
  'BWBR0049307 9': 'Hoofdstuk4',
  'BWBR0049310 1.1': 'Hoofdstuk1',
  'BWBR0049310 2.1': 'Hoofdstuk2',
  'BWBR0049310 2.2': 'Hoofdstuk2',
  'BWBR0049310 3.1': 'Hoofdstuk3',
  'BWBR0049320 6': 'Hoofdstuk3',
  'BWBR0035303 29': 'Hoofdstuk5_Paragraaf1',
};

test('the table has each article once, in its chapter', () => {
  expect(table.size).toBeGreaterThan(10);
  const articles = [...table.values()].filter((each) => each.includes('#'));
  for (const address of articles) {
    const [, law = '', chapter, article = ''] =
      /(BWBR\d+)\/\d{4}-\d{2}-\d{2}#(\w+)_Artikel([\d.]+)$/.exec(address) ?? [];
    expect(chapter, address).toBe(chapters[`${law} ${article}`]);
  }
  expect(new Set(articles).size).toBe(Object.keys(chapters).length);
});

/** Where an address may stand: with its article, or of a law as a whole. */
const found = [
  ...houseFiles().map(({ file, text }) => ({ file, text })),
  ...['2024', '2026', 'example'].map((round) => {
    const file = `public/data/rounds/${round}.json`;
    return { file, text: read(file) };
  }),
].flatMap(({ file, text }) =>
  [...text.matchAll(/https:\/\/wetten\.overheid\.nl\/BWBR[\w./#-]*[\w]/g)].map(([address]) => ({
    file,
    address,
  })),
);

test('every address in C++, TypeScript and the rounds is in the table', () => {
  expect(found.length).toBeGreaterThan(30);
  // Published with the round, and no article.
  const publication = 'https://wetten.overheid.nl/BWBR0049312';
  const strange = found.filter(
    ({ file, address }) =>
      file !== 'core/key/articles.hpp' && address !== publication && !addresses.has(address),
  );
  expect(strange).toEqual([]);
});

test('the page links to the same addresses as the core', () => {
  expect(articleLinks).toEqual({
    act3: table.get('act_3'),
    decree21: table.get('decree_2_1'),
    decree22: table.get('decree_2_2'),
  });
});

test('the weight of a municipality rests on the third paragraph of article 2.1', () => {
  expect(read('core/key/allocation.hpp')).not.toMatch(/Artikel2\.1, second paragraph/);
});
