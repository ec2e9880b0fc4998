/** Layouts of senders' own for the command line: written as JSON with the headings that people see. */
import { readJson } from '../files/json.ts';
import { locationFields } from '../contract/provincial.ts';
import type { Core } from '../index.ts';
import { templateHeadings } from '../province/differences.ts';
import { municipalitiesCalled, municipalityNamed } from '../province/municipalities.ts';
import { headerOf, proposedMapping } from '../province/layout.ts';
import {
  type LayoutMapping,
  type PlacesColumn,
  type WaitingSheet,
  isRecord,
  isText,
} from '../province/records.ts';
import type { ProvincialWorkspace } from '../province/workspace.ts';
import { WrongCall } from './call.ts';
import { spelling } from '../province/headings.ts';

/** As it is written in the file. */
interface WrittenLayout {
  readonly bestand?: string;
  readonly gemeente?: string;
  readonly kolomnamen: readonly string[];
  readonly koprijen?: number;
  readonly gekanteld?: boolean;
  readonly kolommen: Readonly<Record<string, string>>;
  readonly plekken?: readonly {
    readonly kolom: string;
    readonly soort?: string;
    readonly zekerheid?: string;
  }[];
  readonly vast?: Readonly<Record<string, string>>;
  readonly woorden?: Readonly<Record<string, string>>;
}

export const several = 'meer gemeenten';

/** What is proposed for a table that waits, to be corrected by a person. */
export function writtenProposal(
  core: Core,
  of: ProvincialWorkspace,
  waiting: WaitingSheet,
): string {
  const mapping = proposedMapping(waiting.rows, waiting.name, (texts) =>
    municipalitiesCalled(core, of.municipalities, texts),
  );
  const heading = (column: number): string => mapping.headings[column] ?? '';
  const nameOf = (code: string | null): string =>
    of.municipalities.find((each) => each.code === code)?.name ?? several;
  const isOfMany = mapping.columns.municipality_name !== undefined;
  const written: WrittenLayout = {
    bestand: waiting.name,
    ...(waiting.sender !== null || isOfMany ? { gemeente: nameOf(waiting.sender) } : {}),
    kolomnamen: mapping.headings,
    ...(mapping.headerRows === undefined ? {} : { koprijen: mapping.headerRows }),
    ...(mapping.transposed === true ? { gekanteld: true } : {}),
    kolommen: Object.fromEntries(
      locationFields.flatMap((field) => {
        const column = mapping.columns[field];
        return column === undefined ? [] : [[templateHeadings[field], heading(column)]];
      }),
    ),
    ...(mapping.places === undefined
      ? {}
      : {
          plekken: mapping.places.map(({ column, kind, certainty }) => ({
            kolom: heading(column),
            ...(kind === undefined ? {} : { soort: kind }),
            ...(certainty === undefined ? {} : { zekerheid: certainty }),
          })),
        }),
    vast: Object.fromEntries(
      Object.entries(mapping.fixed).map(([field, word]) => [
        templateHeadings[field as keyof typeof templateHeadings],
        word,
      ]),
    ),
    woorden: {},
  };
  return JSON.stringify(written, null, 2);
}

const isWritten = (value: unknown): value is WrittenLayout =>
  isRecord(value) &&
  Array.isArray(value.kolomnamen) &&
  value.kolomnamen.every(isText) &&
  isRecord(value.kolommen) &&
  Object.values(value.kolommen).every(isText);

/** The layouts of a file of one or more. */
export function readLayouts(path: string, text: string): WrittenLayout[] {
  let value: unknown;
  try {
    value = readJson(text);
  } catch {
    throw new WrongCall(`“${path}” is geen JSON`);
  }
  const all: unknown[] = Array.isArray(value) ? value : [value];
  if (!all.every(isWritten))
    throw new WrongCall(`“${path}” is geen indeling: geef kolomnamen en kolommen`);
  return all;
}

/** The mapping that was written for a waiting table; undefined where it is of another layout. */
export function mappingOf(
  core: Core,
  of: ProvincialWorkspace,
  waiting: WaitingSheet,
  written: WrittenLayout,
): LayoutMapping | undefined {
  if (written.bestand !== undefined && !waiting.name.includes(written.bestand)) return undefined;
  const headings = written.kolomnamen;
  const column = (name: string): number => {
    const at = headings.findIndex((heading) => spelling(heading) === spelling(name));
    if (at === -1) throw new WrongCall(`de kolom “${name}” staat niet bij kolomnamen`);
    return at;
  };
  const field = (name: string): (typeof locationFields)[number] => {
    const found = locationFields.find(
      (each) => spelling(templateHeadings[each]) === spelling(name),
    );
    if (found === undefined) throw new WrongCall(`“${name}” is geen kolom van het sjabloon`);
    return found;
  };
  const each = (record: Readonly<Record<string, string>> = {}): [string, string][] =>
    Object.entries(record);
  const called = written.gemeente;
  const sender =
    called === undefined
      ? waiting.sender
      : called === several
        ? null
        : municipalityNamed(core, of.municipalities, called);
  if (sender === undefined)
    throw new WrongCall(`de gemeente “${called ?? ''}” staat niet in de werkruimte`);
  const places = (written.plekken ?? []).map(({ kolom, soort, zekerheid }): PlacesColumn => ({
    column: column(kolom),
    ...(soort === undefined ? {} : { kind: soort }),
    ...(zekerheid === undefined ? {} : { certainty: zekerheid }),
  }));
  const mapping: LayoutMapping = {
    sender,
    headings,
    columns: Object.fromEntries(
      each(written.kolommen).map(([to, from]) => [field(to), column(from)]),
    ),
    fixed: Object.fromEntries(each(written.vast).map(([to, word]) => [field(to), word])),
    words: written.woorden ?? {},
    ...(written.koprijen === undefined ? {} : { headerRows: written.koprijen }),
    ...(written.gekanteld === true ? { transposed: true } : {}),
    ...(places.length === 0 ? {} : { places }),
  };
  return headerOf(waiting.rows, mapping) >= 0 ? mapping : undefined;
}
