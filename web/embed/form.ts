/** What the build writes into the pages that may be framed: figures of the core and sentences of the page. */
import type { Bilingual } from '../../wasm/rounds/catalogue.ts';
import type { RateClass } from '../pictures/shown.ts';

/** Both ends; of a number they are the same. */
type Ends<Value> = readonly [low: Value, high: Value];

/** One municipality of a round, as short as it can be written. */
export type Row = readonly [
  code: string,
  name: string,
  /** Index in `provinces`. */
  province: number,
  inhabitants: number,
  places: Ends<number>,
  /** Per 1,000 inhabitants: decimal texts of the core. */
  rate: Ends<string>,
  /** Index in `says`: who says so, or on what it rests. */
  says: number,
  /** In which class of rates, from 0; null: in no single one. */
  rateClass: number | null,
];

/** What stands below a figure. */
export interface Saying {
  /** In one line, behind the figure. */
  readonly by: Bilingual;
  /** Of what someone printed: where; else empty. */
  readonly url: string;
  /** How sure that is, in sentences. */
  readonly sure: Bilingual;
}

export interface EmbedRound {
  readonly id: string;
  readonly title: Bilingual;
  readonly says: readonly Saying[];
  readonly rows: readonly Row[];
  /** For a code that only stands here because of it: where prints differ. */
  readonly differ: Readonly<Record<string, Bilingual>>;
}

export interface EmbedData {
  /** Newest first. */
  readonly rounds: readonly EmbedRound[];
  readonly provinces: readonly string[];
  /** That a figure is indicative, in all that has to be said of it. */
  readonly standing: Bilingual;
  readonly dataUntil: Bilingual;
  /** Municipalities that are no more: code, name, the year since which, and the names of what they became. */
  readonly former: readonly (readonly [
    code: string,
    name: string,
    since: string,
    became: string,
  ])[];
}

export interface MapRound {
  readonly finding: Bilingual;
  readonly source: Bilingual;
  readonly classes: readonly RateClass[];
  /** Index in `drawings`. */
  readonly drawing: number;
  /** Codes whose names are written, on a wide and on a narrow screen. */
  readonly names: Readonly<Record<'wide' | 'narrow', readonly string[]>>;
}

/** A cell: the centre and the outline. */
export type DrawnCell = readonly [code: string, x: number, y: number, path: string];

export interface Drawing {
  readonly cells: readonly DrawnCell[];
  readonly borders: string;
  readonly reach: number;
}

export interface MapData extends EmbedData {
  readonly width: number;
  readonly height: number;
  readonly drawings: readonly Drawing[];
  /** By the id of the round. */
  readonly maps: Readonly<Record<string, MapRound>>;
  readonly reading: Bilingual;
  readonly legend: Bilingual;
  readonly hatched: Bilingual;
}
