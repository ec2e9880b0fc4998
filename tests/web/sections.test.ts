// Every part of the page that stands in a dossier: what it saves it opens again, and nothing else.
import { beforeEach, describe, expect, test } from 'vitest';
import '../../web/dossier/every-section.ts';
import {
  areNotesBrought,
  broughtExisting,
  broughtNotes,
  existing,
  isExistingBrought,
  notes,
} from '../../web/dossier/page-sections.ts';
import { type Section, Refused, allSections } from '../../web/dossier/sections.ts';
import { selections } from '../../web/state/selections.ts';
import {
  brought,
  chooseRound,
  chosenCode,
  divisions,
  files,
  merging,
  ownMinors,
  ownNeed,
  printedIn,
  round,
  rounds,
} from '../../web/state/page.ts';
import { kept, keptNow } from '../../web/views/compare/sides.ts';
import { openExample, tableState } from '../../web/views/provincial/state.ts';
import { keptWishes, plainWish, wish } from '../../web/state/what-if.ts';

const sectionOf = (name: string): Section => {
  const found = allSections().find((section) => section.name === name);
  if (found === undefined) throw new Error(name);
  return found;
};
/** A refusal comes as one, whether a section opens at once or later. */
const opening = async (section: Section, state: unknown): Promise<unknown> =>
  await section.open(state);
const saved = (name: string): unknown => {
  const section = sectionOf(name);
  const state = section.save(section.read(), { withFiles: true });
  return state === undefined ? undefined : JSON.parse(JSON.stringify(state));
};
/** Saved, begun anew and opened again. */
async function again(name: string): Promise<unknown> {
  const section = sectionOf(name);
  const before = section.read();
  const text = saved(name);
  begin();
  section.restore(await section.open(text));
  expect(section.read()).toEqual(before);
  return text;
}

function begin(): void {
  chooseRound('2026');
  chosenCode.value = null;
  files.value = [];
  merging.value = false;
  divisions.value = {};
  ownNeed.value = undefined;
  ownMinors.value = undefined;
  notes.value = '';
  broughtNotes.value = '';
  existing.value = {};
  broughtExisting.value = {};
  selections.value = [];
  wish.value = plainWish;
  keptWishes.value = [];
  kept.value = [];
  tableState.value = { workspace: null, files: {} };
}
beforeEach(begin);

describe('a part of a dossier', () => {
  test('is left out where a person did nothing, and opens as nothing where it is left out', async () => {
    for (const section of allSections()) {
      if (section.name === 'round') continue;
      expect(saved(section.name), section.name).toBeUndefined();
      expect(await section.open(undefined), section.name).toEqual(section.read());
    }
  });
  test('with a choice or a number opens as it was saved', async () => {
    chooseRound('2024');
    expect(await again('round')).toBe('2024');
    chosenCode.value = 'GM0193';
    await again('municipality');
    merging.value = true;
    await again('merging');
    ownNeed.value = 0;
    ownMinors.value = 8_140;
    await again('numbers');
    // The field takes nine digits; that the core refuses so many loses nobody a dossier.
    ownNeed.value = 999_999_999;
    await again('numbers');
  });
  test('with a code longer than four digits, which is computed with, opens too', async () => {
    chosenCode.value = 'GM1234567';
    await again('municipality');
    existing.value = { GM12345: { places: 5, remark: 'De Eik' } };
    await again('existing');
    divisions.value = { GM12345: { GM0193: 2_147_483_647, GM1234567: 0 } };
    await again('divisions');
  });
  test('with a text opens to the letter', async () => {
    notes.value = '<img src=x onerror="alert(1)">\n\u0000\u2212 é 😀';
    await again('notes');
    existing.value = { GM0193: { remark: '=1+1' }, GM0034: { places: 0, remark: '' } };
    await again('existing');
    selections.value = [{ name: '__proto__', codes: ['GM0034', 'GM0193'] }];
    await again('selections');
  });
  test('with a text or places of somebody else says so until a person changes or confirms them', async () => {
    notes.value = 'Van een ander';
    expect(areNotesBrought.value).toBe(false);
    await again('notes');
    expect(areNotesBrought.value).toBe(true);
    notes.value += '.';
    expect(areNotesBrought.value).toBe(false);
    existing.value = { GM0193: { places: 5, remark: '' }, GM0034: { remark: 'De Eik' } };
    expect(isExistingBrought('GM0193')).toBe(false);
    await again('existing');
    expect(['GM0193', 'GM0034', 'GM0518'].map(isExistingBrought)).toEqual([true, true, false]);
    existing.value = { ...existing.value, GM0193: { places: 6, remark: '' } };
    expect(['GM0193', 'GM0034'].map(isExistingBrought)).toEqual([false, true]);
    broughtExisting.value = {};
    expect(isExistingBrought('GM0034')).toBe(false);
  });
  test('with what is supposed or kept opens as it was typed', async () => {
    wish.value = {
      scoreWeight: '0,5',
      need: '90.000',
      minors: 'x',
      changes: [{ code: 'GM0193', score: '\u22120,1', inhabitants: '' }],
      merged: ['GM0193', 'GM1234567'],
    };
    keptWishes.value = [{ name: 'Wens', wish: wish.value }];
    await again('whatIf');
    ownNeed.value = 999_999_999;
    kept.value = [keptNow('Eigen')];
    expect(await again('comparison')).toHaveLength(1);
  });
  test('with a provincial table opens with its files', async () => {
    openExample();
    expect(tableState.value.workspace).not.toBeNull();
    await again('provincial');
  });
});

test('a part that cannot be is refused, whichever it is', async () => {
  const wrong: Readonly<Record<string, readonly unknown[]>> = {
    round: [null, 5, '', 'no such round', 'constructor'],
    municipality: [5, '', 'Zwolle', 'GM193', 'GM12345678', 'GM0193 '],
    prints: [
      [],
      { 'a.csv': { number: 'counted', hand: 'first', round: '2024', title: 'a' } },
      { 'a.csv': { number: 'decided', hand: 'fourth', round: '2024', title: 'a' } },
      { 'a.csv': { number: 'decided', hand: 'first', round: 'none', title: 'a' } },
      { 'a.csv': 5 },
    ],
    numbers: ['5', [], { need: -1 }, { need: 1.5 }, { need: '5' }, { minors: 1e300 }],
    files: [{}, ['x'], [{ name: 5 }], [{ name: 'a', content: '!' }], Array(1_001).fill({})],
    merging: ['true', 1, null],
    divisions: [[], { Zwolle: {} }, { GM0193: { Zwolle: 5 } }, { GM0193: { GM0034: -1 } }],
    notes: [5, null, {}, 'x'.repeat(20_001)],
    publishedAt: [5, 'example.org', 'javascript:alert(1)', `https://${'x'.repeat(500)}.nl/`],
    existing: [[], { Zwolle: {} }, { GM0193: 5 }, { GM0193: { places: '5' } }],
    selections: [{}, [{ name: 5, codes: [] }], [{ name: 'x', codes: 'GM0193' }]],
    whatIf: [
      [],
      { now: { changes: {} } },
      { now: { need: 'x'.repeat(41) } },
      { now: { merged: ['Zwolle'] } },
      { kept: Array(20).fill({ name: 'x', wish: {} }) },
    ],
    comparison: [
      {},
      [{ name: 'x', round: 'none', own: {} }],
      [{ name: 'x', round: '2024' }],
      // What the program has itself is no file of a person: an estimate would be shown to the digit.
      [{ name: 'x', round: '2024', own: { scores: { file: 'scores/2022-estimate.csv' } } }],
    ],
    provincial: [null, {}, { workspace: {} }, { workspace: 'x', files: [] }],
  };
  for (const section of allSections()) {
    expect(wrong[section.name], section.name).toBeDefined();
    for (const state of wrong[section.name] ?? [])
      await expect(
        opening(section, state),
        `${section.name}: ${JSON.stringify(state).slice(0, 60)}`,
      ).rejects.toThrow(Refused);
  }
});

test('what a dossier says of a printed table is nobody’s word here', async () => {
  const print = { number: 'indicative', hand: 'first', title: 'Staatscourant', round: '2026' };
  const section = sectionOf('prints');
  section.restore(await section.open({ 'x.csv': print, 'published/2026-nos.csv': print }));
  expect(Object.values(brought.value).map(({ by }) => by)).toEqual(['dossier', 'dossier']);
  const [newest] = rounds;
  expect(newest === undefined ? undefined : printedIn(newest)).toEqual([]);
});

test('a provincial table in a dossier names files, and no ways to one', async () => {
  openExample();
  const { workspace, files: contents } = saved('provincial') as {
    workspace: object;
    files: Record<string, string>;
  };
  const content = Object.values(contents)[0] ?? '';
  for (const name of ['population/2026.csv', '../a.csv', 'constructor', '__proto__'])
    await expect(
      opening(sectionOf('provincial'), {
        workspace: { ...workspace, locations: [name] },
        files: { [name]: content },
      }),
      name,
    ).rejects.toThrow(Refused);
});

test('a file in a dossier is held to its fingerprint, and one that is not inside is named', async () => {
  const section = sectionOf('files');
  // "abc", the first example of the standard (FIPS 180-4).
  const sha256 = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  const content = 'YWJj';
  expect(await section.open([{ name: 'a.csv', content, sha256 }])).toEqual([
    {
      name: 'a.csv',
      bytes: new TextEncoder().encode('abc'),
      reading: {},
      broughtBy: 'dossier',
    },
  ]);
  await expect(
    opening(section, [{ name: 'a.csv', content: 'YWJk', sha256 }]),
  ).rejects.toMatchObject({ code: 'file_changed', about: 'a.csv' });
  const outside = [{ name: 'b.csv', sha256 }];
  expect(await section.open(outside)).toEqual([]);
  expect(section.missing?.(outside)).toEqual(['b.csv']);
  expect(round.value.id).toBe('2026');
});
