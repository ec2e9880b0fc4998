/** `explain`: how one figure comes about, with the cell of every input. */
import { parseArgs } from 'node:util';
import type {
  AllocateParameters,
  Core,
  ExplainResult,
  Figure,
  Fraction,
  PublishedFigure,
  Rank,
} from '../index.ts';
import { dayText } from '../words/day-text.ts';
import { handText, printedBy } from '../words/print-text.ts';
import { quantityText, ruleText, sumText } from '../words/sentences.ts';
import { WrongCall, oneOf } from './call.ts';
import { receiptHelp, receiptOption, receiptUsage, writeReceipt } from './claims.ts';
import type { Command } from './command.ts';
import { caveats, inputHelp, inputOptions, readInputs } from './inputs.ts';
import { alignedTable, emit, jsonText, report, shown, tell } from './output.ts';
import { type Cell, csvText } from '../files/csv-text.ts';

const help = `spreidingswijzer explain (--municipality NAAM|CODE | --province NAAM)
                         [--round RONDE] [--population BESTAND] [--scores BESTAND]
                         [--need AANTAL] [--minors AANTAL]
                         [--format table|csv|json] [--dialect international|nl] [--out BESTAND]
                         [--decimal TEKEN] [--thousands TEKEN] [--language nl|en]
                         ${receiptUsage}

Legt één getal uit: de stappen met hun som, het artikel, en van elke invoer het bestand (met SHA-256),
de regel, de kolom en de tekst van de cel.

${inputHelp}  --format      table (standaard), csv of json
  --dialect     international: komma, punt, UTF-8 (standaard); nl: puntkomma, komma, BOM
  --out         schrijft naar een bestand in plaats van naar het scherm
${receiptHelp}
Waar een schatting meedoet, staan de stappen er zonder getallen en komt er alleen een marge.
`;

const figureWords = (figure: Figure | null): string =>
  figure === null ? 'niet bekend' : shown(figure);

function inputRows(result: ExplainResult): string[][] {
  return result.inputs.map((input) => [
    quantityText(input.of, 'nl'),
    input.value ?? '(geen getal: geschat of afgeleid)',
    input.cell?.file ?? '(van de ronde of uit de opdracht)',
    input.cell === null
      ? ''
      : input.cell.row === null
        ? `kolom ${input.cell.column}`
        : `regel ${input.cell.row}, kolom ${input.cell.column}`,
    input.cell?.raw == null ? '' : `“${input.cell.raw}”`,
    input.cell?.sha256 ?? '',
  ]);
}

/** The best print of what is explained, of the round as it is asked for. */
function printOf(
  core: Core,
  parameters: AllocateParameters,
  { code, name }: ExplainResult,
): PublishedFigure | null {
  const answer = core.allocate(parameters);
  if (!answer.ok) return null;
  const { municipalities, provinces } = answer.result;
  const row =
    code === null
      ? provinces.find((province) => province.name === name)
      : municipalities.find((municipality) => municipality.code === code);
  return row?.published ?? null;
}

/** What someone printed comes first, then what is computed, then how. */
function explanationText(result: ExplainResult, print: PublishedFigure | null): string {
  const title = `${result.name}${result.code === null ? '' : ` (${result.code})`}`;
  const computed = `${shown(result.total)} plekken, waarvan amv ${figureWords(result.minors)}`;
  const lines =
    print === null
      ? [`${title}: ${computed}`, '']
      : [
          `${title}: ${print.places} plekken ${printedBy(print, (date) => dayText(date, 'nl'), 'nl')}`,
          handText(print.hand, 'nl'),
          `Berekend: ${computed}`,
          '',
        ];
  for (const step of result.steps) {
    const { name, sentence } = ruleText(step.rule, 'nl');
    lines.push(name, `  ${sentence}`);
    if (step.decimal !== null) {
      lines.push(
        `  ${sumText(step.sum)} ${step.rule.endsWith('rounding') ? '→' : '='} ${step.decimal}`,
      );
      if (step.wholes.length > 0) lines.push(`  in gehele getallen: ${sumText(step.wholes)}`);
      if (step.fraction !== null && step.fraction.denominator !== '1')
        lines.push(`  precies: ${step.fraction.numerator} ÷ ${step.fraction.denominator}`);
    }
    lines.push(`  ${step.article}`, '');
  }
  if (result.border !== null) {
    lines.push(
      `Afgerond naar ${result.border.roundedUp ? 'boven' : 'beneden'}; ${result.border.distance.decimal} van de grens ${result.border.border}.`,
    );
  }
  if (result.byPopulation !== null) {
    lines.push(
      `Alleen naar inwoners (een berekening, geen aandeel): ${result.byPopulation.places} (${result.byPopulation.share.decimal}).`,
    );
  }
  if (result.scoreEffect !== null)
    lines.push(
      `Door de score: ${result.scoreEffect.places > 0 ? '+' : ''}${result.scoreEffect.places} plekken.`,
    );
  if (result.unrounded !== null)
    lines.push(
      `Zonder afronden per gemeente: ${result.unrounded.decimal}; het afronden doet ${result.roundingEffect ?? ''}.`,
    );
  const { value, low, high } = result.perThousand;
  lines.push(
    `Per 1.000 inwoners: ${value ?? `${low ?? ''}–${high ?? ''}`}${
      result.inhabitantsPerPlace === null ? '' : `; 1 op ${result.inhabitantsPerPlace} inwoners`
    }.`,
  );
  if (result.ranks !== null) {
    const { placesInProvince, placesInCountry, rateInCountry } = result.ranks;
    lines.push(
      `Plaats naar aantal plekken: ${placesInCountry.place} van ${placesInCountry.of} in het land${
        placesInProvince === null
          ? ''
          : `, ${placesInProvince.place} van ${placesInProvince.of} in ${result.province}`
      }; naar plekken per inwoner: ${rateInCountry.place} van ${rateInCountry.of} in het land.`,
    );
  }
  lines.push('', 'Invoer');
  return `${lines.join('\n')}\n${alignedTable(inputRows(result), 6)}`;
}

/** As wide as the rows of steps and inputs. */
const factRow = (what: string, value: Cell, fraction: string | null = null): Cell[] => [
  'cijfer',
  what,
  null,
  value,
  fraction,
  null,
  null,
  null,
  null,
  null,
  null,
];

/** What is told beside the steps; nothing of it where an estimate takes part. */
function factRows(result: ExplainResult): Cell[][] {
  const row = factRow;
  const exact = ({ numerator, denominator }: Fraction): string => `${numerator}/${denominator}`;
  const { border, byPopulation, scoreEffect, ranks, unrounded, roundingEffect } = result;
  const place = (what: string, rank: Rank | null): Cell[][] =>
    rank === null ? [] : [row(`${what} (van ${rank.of})`, rank.place)];
  return [
    ...(border === null
      ? []
      : [
          row(
            `afstand tot de grens ${border.border}, afgerond naar ${border.roundedUp ? 'boven' : 'beneden'}`,
            { decimal: border.distance.decimal },
            exact(border.distance.fraction),
          ),
        ]),
    ...(byPopulation === null
      ? []
      : [
          row('plekken alleen naar inwoners', byPopulation.places),
          row(
            'onafgerond alleen naar inwoners',
            { decimal: byPopulation.share.decimal },
            exact(byPopulation.share.fraction),
          ),
        ]),
    ...(scoreEffect === null ? [] : [row('plekken door de score', scoreEffect.places)]),
    ...(unrounded === null
      ? []
      : [
          row(
            'zonder afronden per gemeente',
            { decimal: unrounded.decimal },
            exact(unrounded.fraction),
          ),
        ]),
    ...(roundingEffect === null ? [] : [row('wat het afronden doet', { decimal: roundingEffect })]),
    ...(result.perThousand.value === null
      ? []
      : [row('plekken per 1.000 inwoners', { decimal: result.perThousand.value })]),
    ...(result.inhabitantsPerPlace === null
      ? []
      : [row('inwoners per plek', result.inhabitantsPerPlace)]),
    ...(ranks === null
      ? []
      : [
          ...place(`rang naar plekken in ${result.province}`, ranks.placesInProvince),
          ...place('rang naar plekken in het land', ranks.placesInCountry),
          ...place(`rang naar plekken per inwoner in ${result.province}`, ranks.rateInProvince),
          ...place('rang naar plekken per inwoner in het land', ranks.rateInCountry),
        ]),
  ];
}

function explanationCsv(
  result: ExplainResult,
  print: PublishedFigure | null,
  dialect: 'international' | 'nl',
): string {
  const rows: Cell[][] = [
    [
      'soort',
      'wat',
      'som',
      'waarde',
      'breuk',
      'artikel',
      'bestand',
      'sha256',
      'regel',
      'kolom',
      'cel',
    ],
    ...result.steps.map((step): Cell[] => [
      'stap',
      ruleText(step.rule, 'nl').name,
      sumText(step.sum),
      step.decimal === null ? null : { decimal: step.decimal },
      step.fraction === null ? null : `${step.fraction.numerator}/${step.fraction.denominator}`,
      step.article,
      null,
      null,
      null,
      null,
      null,
    ]),
    ...(print === null
      ? []
      : [factRow(`genoemd: ${printedBy(print, (date) => date, 'nl')}`, print.places)]),
    ...factRows(result),
    ...result.inputs.map((input): Cell[] => [
      'invoer',
      quantityText(input.of, 'nl'),
      null,
      input.value === null ? null : { decimal: input.value },
      null,
      null,
      input.cell?.file ?? null,
      input.cell?.sha256 ?? null,
      input.cell?.row ?? null,
      input.cell?.column ?? null,
      input.cell?.raw ?? null,
    ]),
  ];
  return csvText(rows, dialect);
}

function run(core: Core, args: string[]): number {
  const { values } = parseArgs({
    args,
    options: {
      ...inputOptions,
      ...receiptOption,
      municipality: { type: 'string' },
      province: { type: 'string' },
      format: { type: 'string', default: 'table' },
      dialect: { type: 'string', default: 'international' },
      out: { type: 'string' },
      language: { type: 'string', default: 'nl' },
    },
  });
  const format = oneOf('format', values.format, ['table', 'csv', 'json'] as const);
  const dialect = oneOf('dialect', values.dialect, ['international', 'nl'] as const);
  const language = oneOf('language', values.language, ['nl', 'en'] as const);
  if ((values.municipality === undefined) === (values.province === undefined))
    throw new WrongCall('geef --municipality of --province');
  const { round, parameters } = readInputs(core, values);
  const asked = {
    ...parameters,
    ...(values.municipality === undefined ? {} : { municipality: values.municipality }),
    ...(values.province === undefined ? {} : { province: values.province }),
  };
  const answer = core.run('explain', asked);
  const status = report(answer, language);
  if (!answer.ok) return status;
  for (const line of caveats(answer.result, round)) tell(line);
  const print = printOf(core, parameters, answer.result);
  if (format === 'json') emit(jsonText({ ...answer.result, published: print }), values.out);
  else if (format === 'csv') emit(explanationCsv(answer.result, print, dialect), values.out);
  else emit(explanationText(answer.result, print), values.out);
  return Math.max(status, writeReceipt(core, values.receipt, 'explain', asked, round, language));
}

export const explain: Command = { help, run };
