/**
 * What a person did, in sections: each area of the page adds its own, and undo, redo, the dossier
 * and the warning before leaving then follow by themselves.
 */

/** A dossier that cannot be opened; the code has its sentence in the texts. */
export class Refused extends Error {
  readonly code: RefusalCode;
  /** What it is about: a section's name, a file's name, a version; may be empty. */
  readonly about: string;
  constructor(code: RefusalCode, about = '') {
    super(code);
    this.code = code;
    this.about = about;
  }
}

export type RefusalCode =
  | 'too_large'
  | 'unreadable'
  | 'other_format'
  | 'newer'
  | 'older'
  | 'section_wrong'
  | 'file_changed'
  | 'table_differs';

export interface SaveOptions {
  /** Whether a person's files go along with their bytes, or by name and fingerprint only. */
  readonly withFiles: boolean;
}

/** One part of what a person did. `State` is never changed in place, so that undo can keep it. */
export interface Section<State = unknown> {
  /** Key in the dossier. */
  readonly name: string;
  /** Whether losing it would be losing work, so that leaving the page warns. */
  readonly work: boolean;
  /** Whether it changes letter by letter, so that quick changes are one step of undo. */
  readonly typed?: boolean;
  /** Reads signals. */
  read(): State;
  restore(state: State): void;
  /** Whether two states are alike; by their JSON when left out. */
  same?(one: State, other: State): boolean;
  /** As JSON; undefined: there is nothing to keep. */
  save(state: State, options: SaveOptions): unknown;
  /**
   * From JSON that anyone may have written. Undefined: the dossier has no such section.
   * @throws Refused with `section_wrong` or `file_changed`
   */
  open(saved: unknown): State | Promise<State>;
  /** What a person has to know after opening, such as a file that is not inside. */
  missing?(saved: unknown): readonly string[];
}

const registered: Section[] = [];
let closed = false;

/** From here on no section can be added: what it holds would not be in the history. */
export function closeSections(): void {
  closed = true;
}

/** Adds a section; later ones are restored later. */
export function registerSection<State>(section: Section<State>): void {
  if (closed) throw new Error(`the section ${section.name} comes after the history began`);
  if (registered.some(({ name }) => name === section.name))
    throw new Error(`the section ${section.name} is there already`);
  registered.push(section);
}

export const allSections = (): readonly Section[] => registered;

export const sameState = (section: Section, one: unknown, other: unknown): boolean =>
  Object.is(one, other) ||
  (section.same?.(one, other) ?? JSON.stringify(one) === JSON.stringify(other));

/** A record that holds nothing but what the text itself wrote: no inherited names. */
export function asRecord(value: unknown, section: string): ReadonlyMap<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refused('section_wrong', section);
  return new Map(Object.entries(value));
}

export function asText(value: unknown, section: string, most: number): string {
  if (typeof value !== 'string' || value.length > most) throw new Refused('section_wrong', section);
  return value;
}

/** A whole number from 0, or undefined where it is left out. */
export function asWhole(value: unknown, section: string, most: number): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > most)
    throw new Refused('section_wrong', section);
  return value;
}
