/**
 * Run by the build, never by a browser: asks the core as the page does, and writes down what the pages in a
 * frame show. The sentences are those of the page; nothing is computed here.
 */
import type { AllocationResult, Core, MunicipalityRow } from '../../wasm/index.ts';
import { type Bilingual, changesFile } from '../../wasm/rounds/catalogue.ts';
import { recordText } from '../../wasm/words/evidence-text.ts';
import { conflicting, handText, printedBy } from '../../wasm/words/print-text.ts';
import { basisText } from '../components/Figure.tsx';
import { day, whole } from '../format.ts';
import {
  classCount,
  countryCells,
  countryFinding,
  mapHeight,
  mapWidth,
  namesOnMap,
} from '../pictures/country.ts';
import { classOfRow, ranked, rateClasses, shownKind } from '../pictures/shown.ts';
import { pictureSource } from '../pictures/words.ts';
import {
  catalogue,
  chooseRound,
  language,
  result,
  round,
  rounds,
  start,
  texts,
} from '../state/page.ts';
import { readFormer, spokenName } from '../state/search.ts';
import { computedSentence } from '../views/municipality/computed-sentence.ts';
import type {
  DrawnCell,
  Drawing,
  EmbedData,
  EmbedRound,
  MapData,
  MapRound,
  Row,
  Saying,
} from './form.ts';

/** A sentence of the page in both of its languages. */
function inBoth(sentence: () => string): Bilingual {
  language.value = 'en';
  const en = sentence();
  language.value = 'nl';
  return { nl: sentence(), en };
}

/** Who says so, or on what a computed figure rests, and how sure that is. */
function sayingOf(of: AllocationResult, row: MunicipalityRow): Saying {
  const print = row.published;
  const kind = (): string => texts.value.answer.indicative(round.value.title[language.value]);
  const shownDay = (date: string): string => day(date, language.value);
  if (print !== null)
    return {
      by: inBoth(() => `${printedBy(print, shownDay, language.value)} · ${kind()}`),
      url: print.url,
      sure: inBoth(() => handText(print.hand, language.value)),
    };
  return {
    by: inBoth(() => `${basisText()} · ${kind()}`),
    url: '',
    sure: inBoth(() =>
      [
        computedSentence(of, row),
        of.record === null ? '' : recordText(of.record, language.value),
      ].join(' '),
    ),
  };
}

const differing = (row: MunicipalityRow): Bilingual | undefined => {
  const print = row.published;
  const others = print === null ? [] : conflicting(row.prints, print);
  if (print === null || others.length === 0) return undefined;
  const t = () => texts.value.answer;
  const by = (each: typeof print): string =>
    t().placesBy(
      whole(each.places, language.value),
      printedBy(each, (date) => day(date, language.value), language.value),
    );
  return inBoth(() => t().conflict([print, ...others].map(by).join('; ')));
};

const never = (what: string): never => {
  throw new Error(`the core gives no ${what} to show`);
};

/** The figure that the page puts first: what was printed, else the number or the band of the core. */
function endsOf(row: MunicipalityRow): [Row[4], Row[5]] {
  const print = row.published;
  const { places, low, high } = print === null ? row.total : { ...print, low: null, high: null };
  const rate = print === null ? row.perThousand : print.perThousand;
  const ends = <Value>(value: Value | null, from: Value | null, to: Value | null) =>
    [value ?? from ?? never(row.code), value ?? to ?? never(row.code)] as const;
  return [ends(places, low, high), ends(rate.value, rate.low, rate.high)];
}

/** Puts a value in a list once, and says where. */
function indexIn<Value>(list: Value[], value: Value): number {
  const text = JSON.stringify(value);
  const at = list.findIndex((each) => JSON.stringify(each) === text);
  return at === -1 ? list.push(value) - 1 : at;
}

function roundOf(current: AllocationResult, provinces: string[]): EmbedRound {
  const kind = shownKind(current);
  const order = ranked(current.municipalities, kind);
  const classes = rateClasses(
    order.map(({ figure }) => figure.rate),
    classCount,
  );
  const says: Saying[] = [];
  return {
    id: round.value.id,
    title: inBoth(() => round.value.title[language.value].toLowerCase()),
    rows: current.municipalities.map((row): Row => {
      const [places, rate] = endsOf(row);
      return [
        row.code,
        spokenName(row.name),
        indexIn(provinces, row.province),
        row.inhabitants,
        places,
        rate,
        indexIn(says, sayingOf(current, row)),
        classOfRow(row, kind, classes),
      ];
    }),
    says,
    differ: Object.fromEntries(
      current.municipalities.flatMap((row) => {
        const sentence = differing(row);
        return sentence === undefined ? [] : [[row.code, sentence] as const];
      }),
    ),
  };
}

function mapOf(current: AllocationResult, drawings: Drawing[]): MapRound {
  const order = ranked(current.municipalities, shownKind(current));
  const map = countryCells(current.municipalities, null);
  const rows = new Map(current.municipalities.map((row) => [row.code, row]));
  const names = new Map(
    namesOnMap(map, rows, null).map(({ size, names: kept }) => [size, kept.map(({ id }) => id)]),
  );
  return {
    finding: inBoth(() => countryFinding(current, order)),
    source: inBoth(() =>
      [
        pictureSource(shownKind(current)),
        ...(current.record === null ? [] : [recordText(current.record, language.value)]),
        texts.value.pictures.map.centres,
      ].join(' '),
    ),
    classes: rateClasses(
      order.map(({ figure }) => figure.rate),
      classCount,
    ),
    drawing: indexIn(drawings, {
      cells: map.cells.map(({ id, x, y, path }): DrawnCell => [id, x, y, path]),
      borders: map.borders,
      reach: map.reach,
    }),
    names: { wide: names.get('wide') ?? [], narrow: names.get('narrow') ?? [] },
  };
}

/** Former municipalities with what became of them, where that is one or more of the newest round. */
function formerOf(newest: EmbedRound): EmbedData['former'] {
  const names = new Map(newest.rows.map(([code, name]) => [code, name]));
  const csv = catalogue.vintages.find(({ id }) => `${id}.csv` === changesFile)?.csv ?? '';
  const former = readFormer(csv);
  const became = (code: string): string[] =>
    former
      .filter((each) => each.code === code)
      .flatMap(({ to }) => names.get(to) ?? (to === code ? [] : became(to)));
  return [...new Set(former.map(({ code }) => code))]
    .filter((code) => !names.has(code))
    .flatMap((code) => {
      const [first] = former.filter((each) => each.code === code);
      const into = [...new Set(became(code))];
      return first === undefined || into.length === 0
        ? []
        : [[code, first.name, first.since, into.join(', ')] as const];
    });
}

/** What both pages show. The card leaves the map out. */
export function embedData(core: Core): { card: EmbedData; map: MapData } {
  start(core);
  const provinces: string[] = [];
  const drawings: Drawing[] = [];
  const maps = new Map<string, MapRound>();
  const shown = rounds
    .filter(({ invented }) => !invented)
    .map(({ id }) => {
      chooseRound(id);
      const current = result.value ?? never(`figures of ${id}`);
      maps.set(id, mapOf(current, drawings));
      return roundOf(current, provinces);
    });
  const [newest] = shown;
  const card: EmbedData = {
    rounds: shown,
    provinces,
    standing: inBoth(() => texts.value.standing),
    dataUntil: inBoth(() => day(catalogue.dataUntil, language.value)),
    former: newest === undefined ? [] : formerOf(newest),
  };
  const t = () => texts.value.pictures;
  return {
    card,
    map: {
      ...card,
      width: mapWidth,
      height: mapHeight,
      drawings,
      maps: Object.fromEntries(maps),
      reading: inBoth(() => `${t().map.reading} ${t().map.noBorders}`),
      legend: inBoth(() => t().map.legend),
      hatched: inBoth(() => t().map.hatched),
    },
  };
}
