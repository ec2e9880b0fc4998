/** What a person supposes: inputs changed, municipalities merged, the weight of the score. */
import { signal } from '@preact/signals';
import type { ScenarioParameters } from '../../wasm/index.ts';
import { Refused, asRecord, asText, registerSection } from '../dossier/sections.ts';

/** Inputs of one municipality as typed; empty: as they are. */
export interface Override {
  readonly code: string;
  readonly score: string;
  readonly inhabitants: string;
}

export interface Wish {
  /** `0` … `2`, at most three decimals. */
  readonly scoreWeight: string;
  readonly need: string;
  readonly minors: string;
  readonly changes: readonly Override[];
  /** Codes of the municipalities taken together; fewer than two: none. */
  readonly merged: readonly string[];
}

export interface KeptWish {
  readonly name: string;
  readonly wish: Wish;
}

export const plainWish: Wish = {
  scoreWeight: '1',
  need: '',
  minors: '',
  changes: [],
  merged: [],
};

export const wish = signal<Wish>(plainWish);
export const keptWishes = signal<readonly KeptWish[]>([]);
/** The core sets at most twenty beside each other; the one at hand is the first. */
export const mostKept = 19;
/** Characters in a field; a dossier opens no more. */
export const mostTyped = 40;

/** A decimal as a person types it, as the core reads it. */
export const decimalText = (typed: string): string =>
  typed.trim().replace('−', '-').replace(',', '.');
/** A whole number with or without points between thousands; undefined where it is none. */
export const wholeOf = (typed: string): number | undefined => {
  const plain = typed.trim();
  const digits = /^\d{1,3}(\.\d{3})+$/.test(plain) ? plain.replaceAll('.', '') : plain;
  return /^\d{1,10}$/.test(digits) ? Number(digits) : undefined;
};

/** What was typed as a question to the core; fields that were left as they are say nothing. */
export function scenarioOf({ wish: asked, name }: KeptWish): ScenarioParameters {
  const need = wholeOf(asked.need);
  const minors = wholeOf(asked.minors);
  return {
    name,
    scoreWeight: decimalText(asked.scoreWeight) || '1',
    changes: asked.changes.map(({ code, score, inhabitants }) => {
      const people = wholeOf(inhabitants);
      return {
        municipality: code,
        ...(score.trim() === '' ? {} : { score: decimalText(score) }),
        ...(people === undefined ? {} : { inhabitants: people }),
      };
    }),
    ...(need === undefined ? {} : { need }),
    ...(minors === undefined ? {} : { minors }),
    ...(asked.merged.length < 2 ? {} : { mergers: [{ municipalities: [...asked.merged] }] }),
  };
}

export const overrideOf = (asked: Wish, code: string): Override =>
  asked.changes.find((change) => change.code === code) ?? { code, score: '', inhabitants: '' };

/** The wish with another override; one that says nothing any more is left out, unless it is kept. */
export const withOverride = (asked: Wish, changed: Override, keep = false): Wish => {
  const says = keep || changed.score !== '' || changed.inhabitants !== '';
  const known = asked.changes.some(({ code }) => code === changed.code);
  return {
    ...asked,
    changes: known
      ? asked.changes.flatMap((each) =>
          each.code !== changed.code ? [each] : says ? [changed] : [],
        )
      : says
        ? [...asked.changes, changed]
        : asked.changes,
  };
};

const section = 'whatIf';
const mostMunicipalities = 1_000;
const isCode = (text: string): boolean => /^GM\d{4,7}$/.test(text);

function openWish(saved: unknown): Wish {
  const record = asRecord(saved, section);
  const typed = (name: string): string => asText(record.get(name) ?? '', section, mostTyped);
  const list = (name: string): unknown[] => {
    const items = record.get(name) ?? [];
    if (!Array.isArray(items) || items.length > mostMunicipalities)
      throw new Refused('section_wrong', section);
    return items as unknown[];
  };
  const code = (value: unknown): string => {
    const text = asText(value, section, 9);
    if (!isCode(text)) throw new Refused('section_wrong', section);
    return text;
  };
  return {
    scoreWeight: typed('scoreWeight') || '1',
    need: typed('need'),
    minors: typed('minors'),
    changes: list('changes').map((item) => {
      const change = asRecord(item, section);
      return {
        code: code(change.get('code')),
        score: asText(change.get('score') ?? '', section, mostTyped),
        inhabitants: asText(change.get('inhabitants') ?? '', section, mostTyped),
      };
    }),
    merged: list('merged').map(code),
  };
}

interface State {
  readonly now: Wish;
  readonly kept: readonly KeptWish[];
}

registerSection<State>({
  name: section,
  work: true,
  typed: true,
  read: () => ({ now: wish.value, kept: keptWishes.value }),
  restore: ({ now, kept }) => {
    wish.value = now;
    keptWishes.value = kept;
  },
  save: ({ now, kept }) =>
    JSON.stringify(now) === JSON.stringify(plainWish) && kept.length === 0
      ? undefined
      : { now, kept },
  open: (saved) => {
    if (saved === undefined) return { now: plainWish, kept: [] };
    const record = asRecord(saved, section);
    const kept = record.get('kept') ?? [];
    if (!Array.isArray(kept) || kept.length > mostKept) throw new Refused('section_wrong', section);
    return {
      now: openWish(record.get('now') ?? plainWish),
      kept: kept.map((item: unknown) => {
        const one = asRecord(item, section);
        return { name: asText(one.get('name'), section, 200), wish: openWish(one.get('wish')) };
      }),
    };
  },
});
