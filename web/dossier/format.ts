/** The dossier as a file: JSON with a version. Nothing in it is trusted. */
import { readJson } from '../../wasm/files/json.ts';
import { type SaveOptions, type Section, Refused, asRecord } from './sections.ts';

export const formatName = 'spreidingswijzer-dossier';
export const currentVersion = 1;
/** A person's files go along in base64, so this is far above what a table needs. */
const mostBytes = 200_000_000;

/** Brings a dossier of one version to the next; key: the version it starts from. */
export type Migrations = Readonly<
  Record<number, (document: ReadonlyMap<string, unknown>) => ReadonlyMap<string, unknown>>
>;
/** Version 1 is the first that was ever saved. */
const migrations: Migrations = {};

export interface Maker {
  readonly version: string;
  readonly commit: string;
  /** YYYY-MM-DD */
  readonly day: string;
}

export function writeDossier(
  sections: readonly Section[],
  states: ReadonlyMap<string, unknown>,
  options: SaveOptions,
  maker: Maker,
): string {
  // What is undefined is not written.
  const saved = Object.fromEntries(
    sections.map((each) => [each.name, each.save(states.get(each.name), options)]),
  );
  return `${JSON.stringify({ format: formatName, version: currentVersion, maker, sections: saved }, null, 2)}\n`;
}

export interface OpenedDossier {
  readonly states: ReadonlyMap<string, unknown>;
  /** Sections that this program does not know; they are named, not lost in silence. */
  readonly unknown: readonly string[];
  /** Files that the dossier names without holding them. */
  readonly missing: readonly string[];
}

/** Whether bytes look like a dossier: its name stands near the beginning. */
export const looksLikeDossier = (bytes: Uint8Array): boolean =>
  new TextDecoder().decode(bytes.subarray(0, 400)).includes(`"${formatName}"`);

/**
 * Everything is checked before anything is put in place.
 * @throws Refused
 */
export async function readDossier(
  bytes: Uint8Array,
  sections: readonly Section[],
  known: { readonly version: number; readonly migrations: Migrations } = {
    version: currentVersion,
    migrations,
  },
): Promise<OpenedDossier> {
  if (bytes.byteLength > mostBytes) throw new Refused('too_large');
  let parsed: unknown;
  try {
    parsed = readJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refused('unreadable');
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw new Refused('other_format');
  let document = asRecord(parsed, '');
  const version = document.get('version');
  if (
    document.get('format') !== formatName ||
    typeof version !== 'number' ||
    !Number.isInteger(version) ||
    version < 0
  )
    throw new Refused('other_format');
  if (version > known.version) throw new Refused('newer', String(version));
  for (let from = version; from < known.version; from += 1) {
    const migrate = known.migrations[from];
    if (migrate === undefined) throw new Refused('older', String(version));
    document = migrate(document);
  }
  const saved = asRecord(document.get('sections') ?? {}, 'sections');
  const states = new Map<string, unknown>();
  const missing: string[] = [];
  for (const section of sections) {
    states.set(section.name, await section.open(saved.get(section.name)));
    missing.push(...(section.missing?.(saved.get(section.name)) ?? []));
  }
  const names = new Set(sections.map(({ name }) => name));
  return { states, missing, unknown: [...saved.keys()].filter((name) => !names.has(name)) };
}
