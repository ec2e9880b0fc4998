import { describe, expect, test } from 'vitest';
import {
  linkOf,
  longestDataLink,
  longestLink,
  packFiles,
  readLink,
  unpackFiles,
} from '../../web/state/link.ts';
import { plainWish } from '../../web/state/what-if.ts';

const question = {
  round: '2024',
  municipality: 'GM0193',
  need: 90_000,
  minors: 8_000,
  view: 'country',
};

describe('a link carries the question', () => {
  test('and gives it back, alone or at the end of an address', () => {
    const link = linkOf(question);
    expect(link).toBe('#v1/round=2024&municipality=GM0193&need=90000&minors=8000&view=country');
    for (const text of [link, `https://example.org/map/${link}`, ` file:///C:/a.html${link}\n`])
      expect(readLink(text)).toEqual({ kind: 'question', question, unknown: [], data: null });
  });
  test('what is left out is left as it is', () => {
    expect(readLink('#v1/')).toEqual({ kind: 'question', question: {}, unknown: [], data: null });
  });
  test('other fragments are none of its business', () => {
    for (const text of ['', '#', '#inhoud', '#vandaag', 'geen link'])
      expect(readLink(text)).toEqual({ kind: 'none' });
  });
  test('an unknown version is refused, not guessed at', () => {
    for (const text of ['#v2/round=2024', '#v10/', '#v1'])
      expect(readLink(text)).toEqual({ kind: 'refused', reason: 'version' });
  });
  test('an unknown name is said', () => {
    const reading = readLink('#v1/round=2024&later=GM0193.score:0.1');
    expect(reading.kind === 'question' && reading.unknown).toEqual(['later']);
  });
  test('what is supposed travels along, each part only where it differs', () => {
    const whatIf = {
      scoreWeight: '0.125',
      need: '90000',
      minors: '8000',
      changes: [
        { code: 'GM0193', score: '-0.073', inhabitants: '120000' },
        { code: 'GM0034', score: '', inhabitants: '5' },
      ],
      merged: ['GM0193', 'GM0037'],
    };
    const link = linkOf({ ...question, whatIf });
    expect(link).toBe(
      `${linkOf(question)}&weight=0.125&setneed=90000&setminors=8000&set=GM0193_-0.073_120000&set=GM0034__5&merge=GM0193_GM0037`,
    );
    expect(readLink(link)).toMatchObject({ question: { ...question, whatIf }, unknown: [] });
    // As it is typed in Dutch, and half typed.
    const typed = {
      ...plainWish,
      scoreWeight: '0,5',
      need: '90.000',
      changes: [{ code: 'GM0193', score: '−0,1', inhabitants: 'x' }],
    };
    expect(linkOf({ whatIf: typed })).toBe('#v1/weight=0.5&setneed=90000&set=GM0193_-0.1_');
    expect(linkOf({ whatIf: plainWish })).toBe('#v1/');
    expect(linkOf({ whatIf: { ...plainWish, merged: ['GM0193'] } })).toBe('#v1/');
  });
  test('whatever was typed, a link that is made can be opened again', () => {
    for (const number of ['99.999.999', '123456789', '2147483647', '9999999999', '-1', '1e9']) {
      const whatIf = {
        scoreWeight: '2,0001',
        need: number,
        minors: number,
        changes: [
          { code: 'GM0193', score: '0,1234567', inhabitants: number },
          { code: 'GM0034', score: '-12,5', inhabitants: '' },
        ],
        merged: ['GM0193', 'GM0034'],
      };
      const reading = readLink(linkOf({ ...question, whatIf }));
      expect(reading, number).toMatchObject({ kind: 'question', question: { view: 'country' } });
    }
    for (const need of [99_999_999, 123_456_789])
      expect(readLink(linkOf({ round: '2024', need })), String(need)).toMatchObject({
        kind: 'question',
        question: need > 99_999_999 ? { round: '2024' } : { round: '2024', need },
      });
  });
  test('a name that stands in it twice is refused, and said', () => {
    for (const name of ['round', 'municipality', 'need', 'view', 'weight', 'data', 'later'])
      expect(readLink(`#v1/${name}=2024&${name}=2026`), name).toEqual({
        kind: 'refused',
        reason: 'doubled',
        about: name,
      });
  });
  test('malformed values are refused', () => {
    for (const text of [
      '#v1/weight=2.001',
      '#v1/weight=-1',
      '#v1/weight=1e0',
      '#v1/setneed=1e5',
      '#v1/set=GM0193',
      '#v1/set=GM0193_0.1_5_6',
      '#v1/set=GM0193_x_',
      '#v1/set=GM0193_0.1_&set=GM0193_0.2_',
      '#v1/merge=GM0193_GM0193',
      '#v1/merge=Zwolle_GM0193',
      '#v1/need=veel',
      '#v1/need=-1',
      '#v1/need=1e400',
      '#v1/minors=999999999',
      '#v1/municipality=Zwolle',
      '#v1/round=../../x',
      '#v1/view=%3Cscript%3E',
    ])
      expect(readLink(text), text).toEqual({ kind: 'refused', reason: 'malformed' });
  });
  test('a link is at most 8,192 characters, one with data eight times that', () => {
    const padded = (length: number, name: string): string => {
      const begin = `#v1/${name}=`;
      return begin + 'a'.repeat(length - begin.length);
    };
    expect(readLink(padded(longestLink, 'x')).kind).toBe('question');
    expect(readLink(padded(longestLink + 1, 'x'))).toEqual({ kind: 'refused', reason: 'length' });
    expect(readLink(padded(longestDataLink, 'data')).kind).toBe('question');
    expect(readLink(padded(longestDataLink + 1, 'data')).kind).toBe('refused');
  });
  test('any characters get an answer', () => {
    let state = 7;
    for (let i = 0; i < 5_000; i += 1) {
      let text = i % 2 === 0 ? '#v1/' : '#';
      for (let k = 0; k < i % 40; k += 1) {
        state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
        text += 'v1/=&%#+ rnd0GMé'.charAt(state % 16);
      }
      expect(['none', 'refused', 'question']).toContain(readLink(text).kind);
    }
  });
});

describe('files in a link', () => {
  const bytes = new TextEncoder().encode('code,score\nGM0001,0.1\n');
  const files = [
    { name: 'scores é.csv', bytes, notation: null },
    { name: 'leeg', bytes: new Uint8Array(), notation: { decimal: ',', thousands: '.' } as const },
  ];

  test('come back byte for byte', async () => {
    const data = await packFiles(files);
    expect(data).toMatch(/^[\w-]+$/);
    expect(await unpackFiles(data ?? '')).toEqual(files);
  });
  test.each(['../buiten.csv', 'population/2023.csv', 'C:\\x.csv', 'a\u0000.csv', 'NUL', '..'])(
    'of which one is called %j are refused',
    async (name) => {
      const data = await packFiles([{ name, bytes, notation: null }]);
      expect(await unpackFiles(data ?? '')).toBeNull();
    },
  );
  test('more than a link may carry is not packed', async () => {
    const noise = crypto.getRandomValues(new Uint8Array(60_000));
    expect(await packFiles([{ name: 'ruis', bytes: noise, notation: null }])).toBeNull();
    const large = new Uint8Array(3_000_000);
    expect(await packFiles([{ name: 'groot', bytes: large, notation: null }])).toBeNull();
  });
  test('what was not made so is refused, also what unpacks to gigabytes', async () => {
    const data = (await packFiles(files)) ?? '';
    for (const text of [
      '',
      'AAAA',
      '!!',
      data.slice(0, -9),
      `${data.slice(0, 20)}A${data.slice(21)}`,
    ])
      expect(await unpackFiles(text), text).toBeNull();
    const bomb = new Blob([new Uint8Array(50_000_000)])
      .stream()
      .pipeThrough(new CompressionStream('gzip'));
    const packed = new Uint8Array(await new Response(bomb).arrayBuffer());
    expect(packed.byteLength).toBeLessThan(60_000);
    expect(await unpackFiles(Buffer.from(packed).toString('base64url'))).toBeNull();
  });
});
