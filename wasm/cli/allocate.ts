/** `allocate`: the allocation of a round or of a person's own files. */
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { AllocationResult, Core, PrintedFile, PublishedFigure } from '../index.ts';
import { dayText } from '../words/day-text.ts';
import type { Language } from '../words/messages.ts';
import { acidTestText } from '../words/evidence-text.ts';
import { conflicting, decidedChange, numberText, printedBy } from '../words/print-text.ts';
import { allocationWorkbook } from './allocation-workbook.ts';
import { oneOf } from './call.ts';
import type { Command } from './command.ts';
import { caveats, inputHelp, inputOptions, putFile, readInputs } from './inputs.ts';
import { alignedTable, emit, jsonText, report, shown, tell } from './output.ts';

const help = `spreidingswijzer allocate [--round RONDE] [--population BESTAND] [--scores BESTAND]
                          [--need AANTAL] [--minors AANTAL]
                          [--format table|csv|json|xlsx] [--dialect international|nl]
                          [--by municipality|province] [--out BESTAND]
                          [--decided BESTAND] [--published BESTAND] [--hand first|second|third]
                          [--decimal TEKEN] [--thousands TEKEN] [--language nl|en]

${inputHelp}  --format      table (standaard), csv, json of xlsx (een werkmap; met --out)
  --dialect     international: komma, punt, UTF-8 (standaard); nl: puntkomma, komma, BOM
  --by          municipality (standaard) of province
  --decided     een tabel met vastgestelde aantallen (verdeelbesluit), naast de uitkomst
  --published   een tabel met afgedrukte indicatieve aantallen, naast de uitkomst; met --hand first
                de bekendmaking zelf, second van wie haar zag, third (standaard) overgenomen
  --out         schrijft naar een bestand in plaats van naar het scherm

Zonder --round zijn --population, --scores en --need nodig.
Waar een schatting meedoet, komt er geen aantal maar een marge met haar staat van dienst; uit een afgedrukte
tabel afgeleid zijn het bewezen grenzen (laag, hoog), en één aantal waar die gelijk zijn. Het best afgedrukte
getal staat ernaast (genoemd), met wie het noemde en wanneer (bron).
`;

function allocationTable(result: AllocationResult, by: 'municipality' | 'province'): string {
  const total = [
    shown({ places: result.totals.places, low: null, high: null }),
    shown({ places: result.totals.minors, low: null, high: null }),
  ];
  // Where municipalities have no number, the country still has: the need that is spread.
  const known = result.totals.places !== null;
  if (!known) {
    total[0] = String(result.need);
    total[1] = result.minors === null ? '' : String(result.minors);
  }
  const sum = (cells: string[]): string[][] => [cells];
  if (by === 'province') {
    return alignedTable(
      [
        ['provincie', 'gemeenten', 'inwoners', 'opvangplaatsen', 'amv', 'genoemd'],
        ...result.provinces.map((row) => [
          row.name,
          String(row.municipalities),
          String(row.inhabitants),
          shown(row.total),
          shown(row.minors),
          String(row.published?.places ?? ''),
        ]),
        ...sum([
          known ? 'som' : 'behoefte',
          String(result.totals.municipalities),
          String(result.totals.inhabitants),
          total[0] ?? '',
          result.minors === null ? '' : (total[1] ?? ''),
          '',
        ]),
      ],
      1,
    );
  }
  return alignedTable(
    [
      [
        'code',
        'gemeente',
        'provincie',
        'inwoners',
        'onafgerond',
        'opvangplaatsen',
        'amv',
        'genoemd',
      ],
      ...result.municipalities.map((row) => [
        row.code,
        row.name,
        row.province,
        String(row.inhabitants),
        row.share?.decimal ?? '',
        shown(row.total),
        shown(row.minors),
        String(row.published?.places ?? ''),
      ]),
      ...sum([
        '',
        known ? 'som' : 'behoefte',
        '',
        String(result.totals.inhabitants),
        '',
        total[0] ?? '',
        result.minors === null ? '' : (total[1] ?? ''),
        '',
      ]),
    ],
    3,
  );
}

/** Who printed figures, where two prints differ, and what was decided: told, and never resolved. */
function printLines(result: AllocationResult, language: Language): string[] {
  const rows = [...result.provinces, ...result.municipalities];
  const day = (date: string): string => dayText(date, language);
  const told = (print: PublishedFigure): string =>
    `${print.places} ${printedBy(print, day, language)}`;
  return rows.flatMap(({ name, published, prints }) => {
    const others = published === null ? [] : conflicting(prints, published);
    const decided = prints.filter(({ number }) => number === 'decided');
    return [
      ...(published === null || others.length === 0
        ? []
        : [`${name}: ${differWords[language]}: ${[published, ...others].map(told).join('; ')}`]),
      ...(decided.length === 0
        ? []
        : [
            `${name}: ${numberText('decided', language)}: ${decided
              .map((print) => {
                const change = decidedChange(print, published, String, language);
                return change === '' ? told(print) : `${told(print)}, ${change}`;
              })
              .join('; ')}`,
          ]),
    ];
  });
}

const differWords = { nl: 'afdrukken verschillen', en: 'prints differ' };

function run(core: Core, args: string[]): number {
  const { values } = parseArgs({
    args,
    options: {
      ...inputOptions,
      format: { type: 'string', default: 'table' },
      dialect: { type: 'string', default: 'international' },
      by: { type: 'string', default: 'municipality' },
      decided: { type: 'string' },
      published: { type: 'string' },
      hand: { type: 'string', default: 'third' },
      out: { type: 'string' },
      language: { type: 'string', default: 'nl' },
    },
  });
  const format = oneOf('format', values.format, ['table', 'csv', 'json', 'xlsx'] as const);
  const dialect = oneOf('dialect', values.dialect, ['international', 'nl'] as const);
  const by = oneOf('by', values.by, ['municipality', 'province'] as const);
  const language = oneOf('language', values.language, ['nl', 'en'] as const);
  const hand = oneOf('hand', values.hand, ['first', 'second', 'third'] as const);
  const { round, parameters } = readInputs(core, values);
  const brought = (['decided', 'published'] as const).flatMap((option) => {
    const path = values[option];
    if (path === undefined) return [];
    const reading = putFile(core, path, { role: 'table' });
    const number = option === 'decided' ? 'decided' : 'indicative';
    const print: PrintedFile = { file: reading.file, number, hand, source: basename(path) };
    return [{ reading, print }];
  });
  const answer = core.allocate({
    ...parameters,
    published: [...brought.map(({ print }) => print), ...(parameters.published ?? [])],
    readings: [...(parameters.readings ?? []), ...brought.map(({ reading }) => reading)],
    ...(format === 'csv' ? { csv: { by, dialect } } : {}),
    ...(format === 'xlsx' ? { csv: { by, dialect: 'international' } } : {}),
  });
  const status = report(answer, language);
  if (!answer.ok) return status;

  const { result } = answer;
  const test = acidTestText(result, language);
  if (test !== null) tell(test);
  const large = result.totals.municipalities > 0 && result.municipalities.length === 0;
  for (const line of [...caveats(result, round), ...printLines(result, language)]) tell(line);
  if (format === 'csv' || format === 'xlsx') {
    const bytes = answer.columns.get('csv');
    if (!(bytes instanceof Uint8Array)) throw new Error('the core gave no CSV');
    emit(format === 'csv' ? bytes : allocationWorkbook(bytes, by, result), values.out);
  } else if (format === 'json') {
    const certainty =
      round === undefined
        ? {}
        : {
            round: round.id,
            certainty: { population: round.population.certainty, scores: round.scores.certainty },
          };
    emit(jsonText({ ...certainty, ...result }), values.out);
  } else {
    emit(allocationTable(result, by), values.out);
  }
  if (large && (format === 'table' || format === 'json'))
    tell('Meer dan 10.000 gemeenten: vraag de regels op met --format csv.');
  return status;
}

export const allocate: Command = { help, run };
