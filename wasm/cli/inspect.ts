/** `inspect`: what is in a file, as it will be understood, and why. */
import { parseArgs } from 'node:util';
import catalogue from 'virtual:catalogue';
import {
  bundledFiles,
  chosenVintage,
  fileName,
  findRound,
  newestRound,
  roundParameters,
} from '../rounds/catalogue.ts';
import type { Core, FileReading, InspectParameters, InspectResult } from '../index.ts';
import { WrongCall, notationOf, oneOf } from './call.ts';
import type { Command } from './command.ts';
import { dialectSentences, numberSentence } from '../words/dialect-text.ts';
import { putFile } from './inputs.ts';
import { alignedTable, emit, jsonText, report, saveFindings } from './output.ts';
import { fileReading, readingHelp, readingOptions } from './reading.ts';

/** Options of the commands that look at one file. */
export const oneFileOptions = {
  ...readingOptions,
  decimal: { type: 'string' },
  thousands: { type: 'string' },
  sheet: { type: 'string', multiple: true },
  round: { type: 'string' },
  findings: { type: 'string' },
  language: { type: 'string', default: 'nl' },
} as const;

export const oneFileHelp = `${readingHelp}  --decimal, --thousands
                het teken voor decimalen en voor duizendtallen, waar een kolom twee lezingen
                toelaat: punt, komma, spatie of geen
  --sheet       naam van het blad of de tabel, bij een spreadsheet of webpagina
  --round       de ronde waarvan de gemeenten en provincies gelden (standaard de nieuwste)
  --findings    schrijft de meldingen naar een CSV-bestand
`;

/** Puts the file and the municipalities of a round before the core, and says how to read it. */
export function oneFile(
  core: Core,
  positionals: readonly string[],
  values: {
    readonly map?: string[] | undefined;
    readonly period?: string[] | undefined;
    readonly 'code-list'?: string[] | undefined;
    readonly decimal?: string | undefined;
    readonly thousands?: string | undefined;
    readonly separator?: string[] | undefined;
    readonly encoding?: string[] | undefined;
    readonly sheet?: string[] | undefined;
    readonly round?: string | undefined;
  },
): FileReading &
  Required<Pick<InspectParameters, 'file' | 'municipalities' | 'provinces' | 'vintages'>> {
  const [path, ...rest] = positionals;
  if (path === undefined || rest.length > 0) throw new WrongCall('geef één bestand');
  const round =
    values.round === undefined ? newestRound(catalogue) : findRound(catalogue, values.round);
  if (round === undefined) throw new WrongCall(`de ronde “${values.round ?? ''}” is er niet`);
  for (const { name, bytes } of bundledFiles(catalogue)) core.put(name, bytes);
  const codeLists = (values['code-list'] ?? []).map((list) => putFile(core, list).file);
  const notation = notationOf(values.decimal, values.thousands);
  const reading = fileReading(values, 'file', codeLists);
  return {
    ...putFile(core, path, { sheets: values.sheet ?? [], reading }),
    ...reading,
    ...(notation === undefined ? {} : { notation }),
    municipalities: fileName(chosenVintage(catalogue, round.population)),
    provinces: round.provinces,
    vintages: roundParameters(catalogue, round).vintages ?? [],
  };
}

const help = `spreidingswijzer inspect BESTAND [--cells] [--format table|json]
                         [--map …] [--period …] [--code-list …] [--findings BESTAND.csv]
                         [--separator …] [--encoding …]

Zegt hoe een bestand gelezen wordt, en waarom: scheidingsteken, codering, kolommen met hun
betekenis, perioden, aantallen regels, en de meldingen.

  --cells       ook elke regel als cellen, precies zoals gelezen, kopregel inbegrepen
  --format      table (standaard) of json
${oneFileHelp}`;

const kinds: Record<InspectResult['kind'], string> = {
  population: 'inwoners per gemeente',
  scores: 'scores per gemeente',
  population_and_scores: 'inwoners en scores per gemeente',
  published: 'gepubliceerde cijfers',
  code_list: 'codelijst bij een OData-bestand (geef hem op met --code-list)',
  unknown: 'geen tabel die dit programma kent',
};
const whys: Record<InspectResult['columns'][number]['why'], string> = {
  heading: 'om de kolomnaam',
  mapping: 'door u gekozen',
  regions: 'om wat erin staat: codes of namen',
  cells: 'voorstel, om wat erin staat',
  unknown: '',
};

/** No longer than the core shows cells. */
const longestShown = 200;

function described(result: InspectResult): string {
  const { dialect } = result;
  const lines = [
    `Soort: ${kinds[result.kind]}${result.form === 'observations' ? ' (een regel per waarneming)' : ''}`,
    ...dialectSentences(dialect, 'nl'),
    result.lastHeaderRow === 0
      ? 'Geen regel met kolomnamen'
      : `Kop op regel ${result.headerRow}${result.lastHeaderRow > result.headerRow ? ` tot en met ${result.lastHeaderRow}` : ''}`,
    `Regels: ${result.rows.all}, waarvan gevuld onder de kop ${result.rows.filled}, van gemeenten ${result.rows.municipalities}, over andere gebieden ${result.rows.otherRegions}`,
    ...result.periods.map(
      (period) =>
        `Periode ${period.text}${period.provisional ? ', voorlopig' : ''}${period.chosen ? ', gekozen' : period.proposed ? ', voorgesteld' : ''}`,
    ),
    `SHA-256: ${result.sha256}`,
    '',
  ];
  const table = alignedTable(
    [
      ['kolom', 'kop', 'betekenis', 'waarom', 'eerste cellen'],
      ...result.columns.map((column) => [
        String(column.column),
        column.header.slice(0, longestShown),
        column.meaning ?? (column.proposal === null ? '–' : `${column.proposal}?`),
        whys[column.why],
        column.examples.slice(0, 3).join(' | '),
      ]),
    ],
    5,
  );
  const numbers = result.columns.flatMap((column) =>
    column.numbers === null
      ? []
      : [`Kolom ${column.column}: ${numberSentence(column.numbers, 'nl')}`],
  );
  const cells = result.cells?.map((row) => JSON.stringify(row)).join('\n');
  return `${lines.join('\n')}${table}${numbers.map((line) => `${line}\n`).join('')}${cells === undefined ? '' : `\n${cells}\n`}`;
}

function run(core: Core, args: string[]): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      ...oneFileOptions,
      cells: { type: 'boolean', default: false },
      format: { type: 'string', default: 'table' },
      out: { type: 'string' },
    },
  });
  const format = oneOf('format', values.format, ['table', 'json'] as const);
  const language = oneOf('language', values.language, ['nl', 'en'] as const);
  const answer = core.run('inspect', {
    ...oneFile(core, positionals, values),
    cells: values.cells,
  });
  saveFindings(answer, values.findings, language);
  if (format === 'table' || !answer.ok) report(answer, language);
  if (answer.ok) {
    const { findings, findingCounts, result } = answer;
    emit(
      format === 'json' ? jsonText({ ...result, findings, findingCounts }) : described(result),
      values.out,
    );
  }
  return !answer.ok || answer.findingCounts.error > 0 ? 1 : 0;
}

export const inspect: Command = { help, run };
