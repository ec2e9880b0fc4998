/**
 * The command line: the same core, for scripts and for people who like a prompt.
 *
 * Exit status 0; 1 with findings of severity error, listed on standard error as
 * `file:row:column: message`; 2 for a wrong call, with help.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import catalogue from 'virtual:catalogue';
import {
  type AllocationResult,
  type Answer,
  type Core,
  type Figure,
  type Finding,
  type InputFile,
  type NumberNotation,
  load,
} from './index.ts';
import {
  type Round,
  bundledFiles,
  chosenVintage,
  findRound,
  roundParameters,
} from './catalogue.ts';
import { type Language, errorText, findingText, severityWord } from './messages.ts';

/** A call that cannot be carried out as it stands: told with the help of its command. */
class WrongCall extends Error {}

const helps: Record<'' | 'rounds' | 'allocate', string> = {
  '': `spreidingswijzer – rekent na hoe de Spreidingswet opvangplaatsen verdeelt (onofficieel)

Gebruik:
  spreidingswijzer rounds                    rondes en waar hun cijfers vandaan komen
  spreidingswijzer allocate --round 2024     de verdeling van een ronde
  spreidingswijzer allocate --population P.csv --scores S.csv --need 96000

  spreidingswijzer OPDRACHT --help           hulp bij een opdracht
  spreidingswijzer --version
`,
  rounds: `spreidingswijzer rounds [--format table|json]

Toont de rondes in dit programma: behoefte, amv, peildatum, en op welke cijfers ze rusten.
`,
  allocate: `spreidingswijzer allocate [--round RONDE] [--population BESTAND] [--scores BESTAND]
                          [--need AANTAL] [--minors AANTAL]
                          [--format table|csv|json] [--dialect international|nl]
                          [--by municipality|province] [--out BESTAND]
                          [--decimal TEKEN] [--thousands TEKEN] [--language nl|en]

  --round       2024, 2026 of example (een verzonnen land om mee te oefenen)
  --population  CSV met gemeentecode, gemeente, provincie en inwoners
  --scores      CSV met gemeentecode, gemeente en SES-WOA-score
  --need        behoefte aan opvangplaatsen in het hele land
  --minors      daarvan voor alleenstaande minderjarige vreemdelingen (amv)
  --format      table (standaard), csv of json
  --dialect     international: komma, punt, UTF-8 (standaard); nl: puntkomma, komma, BOM
  --by          municipality (standaard) of province
  --out         schrijft naar een bestand in plaats van naar het scherm
  --decimal, --thousands
                het teken voor decimalen en voor duizendtallen, waar een bestand twee lezingen
                toelaat: punt, komma, spatie of geen

Zonder --round zijn --population, --scores en --need nodig.
Waar een schatting meedoet, komt er geen aantal maar een ruwe marge.
`,
};

const marks: Record<string, '.' | ',' | ' ' | null> = {
  '.': '.',
  punt: '.',
  point: '.',
  ',': ',',
  komma: ',',
  comma: ',',
  ' ': ' ',
  spatie: ' ',
  space: ' ',
  geen: null,
  none: null,
};

function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((word) => word === value);
  if (found === undefined)
    throw new WrongCall(`--${name} is een van: ${allowed.join(', ')} (niet “${value}”)`);
  return found;
}

function wholeNumber(name: string, text: string): number {
  if (!/^-?\d{1,15}$/.test(text))
    throw new WrongCall(`--${name} is een heel getal zonder punten (niet “${text}”)`);
  return Number(text);
}

function notationOf(
  decimal: string | undefined,
  thousands: string | undefined,
): NumberNotation | undefined {
  if (decimal === undefined && thousands === undefined) return undefined;
  const read = (name: string, text: string): '.' | ',' | ' ' | null => {
    const mark = marks[text];
    if (mark === undefined)
      throw new WrongCall(`--${name} is punt, komma, spatie of geen (niet “${text}”)`);
    return mark;
  };
  const thousandsMark = thousands === undefined ? undefined : read('thousands', thousands);
  const given = decimal === undefined ? undefined : read('decimal', decimal);
  const decimalMark = given ?? (thousandsMark === '.' ? ',' : '.');
  if (decimalMark !== '.' && decimalMark !== ',') throw new WrongCall('--decimal is punt of komma');
  if (decimalMark === thousandsMark)
    throw new WrongCall('--decimal en --thousands zijn niet hetzelfde teken');
  return { decimal: decimalMark, thousands: thousandsMark ?? null };
}

const findingLine = (finding: Finding, language: Language): string => {
  const { what, todo } = findingText(finding, language);
  const place =
    finding.row === 0
      ? finding.file
      : `${finding.file}:${finding.row}:${Math.max(finding.column, 1)}`;
  const raw = finding.raw === '' ? '' : ` [${finding.raw}]`;
  return `${place === '' ? 'spreidingswijzer' : place}: ${severityWord(finding.severity, language)}: ${what}${raw} ${todo}`;
};

/** Findings to standard error; the status that follows from them. */
function report(answer: Answer<unknown>, language: Language): number {
  for (const finding of answer.findings) console.error(findingLine(finding, language));
  const listed = answer.findings.length;
  const { error, warning, note } = answer.findingCounts;
  if (error + warning + note > listed)
    console.error(`… en nog ${error + warning + note - listed} meldingen`);
  if (!answer.ok && answer.error.code !== 'findings')
    console.error(errorText(answer.error, language));
  return answer.ok ? 0 : 1;
}

function emit(content: string | Uint8Array, out: string | undefined): void {
  if (out !== undefined) {
    writeFileSync(out, content);
  } else {
    // Written at once and to the end, also into a pipe.
    writeFileSync(1, content);
  }
}

const shown = (figure: Figure | null): string => {
  if (figure === null) return '';
  return figure.places === null ? `${figure.low}–${figure.high}` : String(figure.places);
};

/** Rows of cells as a table with aligned columns; the first `texts` columns to the left. */
function alignedTable(rows: readonly (readonly string[])[], texts: number): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => Array.from(row[column] ?? '').length)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => {
        const padding = ' '.repeat((widths[column] ?? 0) - Array.from(cell).length);
        return column < texts ? cell + padding : padding + cell;
      })
      .join('  ')
      .trimEnd();
  return `${rows.map(line).join('\n')}\n`;
}

function allocationTable(result: AllocationResult, by: 'municipality' | 'province'): string {
  const total = [
    shown({ places: result.totals.places, low: null, high: null }),
    shown({ places: result.totals.minors, low: null, high: null }),
  ];
  const known = result.totals.places !== null;
  const sum = (cells: string[]): string[][] => (known ? [cells] : []);
  if (by === 'province') {
    return alignedTable(
      [
        ['provincie', 'gemeenten', 'inwoners', 'opvangplaatsen', 'amv'],
        ...result.provinces.map((row) => [
          row.name,
          String(row.municipalities),
          String(row.inhabitants),
          shown(row.total),
          shown(row.minors),
        ]),
        ...sum([
          'som',
          String(result.totals.municipalities),
          String(result.totals.inhabitants),
          total[0] ?? '',
          result.totals.minors === null ? '' : (total[1] ?? ''),
        ]),
      ],
      1,
    );
  }
  return alignedTable(
    [
      ['code', 'gemeente', 'provincie', 'inwoners', 'onafgerond', 'opvangplaatsen', 'amv'],
      ...result.municipalities.map((row) => [
        row.code,
        row.name,
        row.province,
        String(row.inhabitants),
        row.share?.decimal ?? '',
        shown(row.total),
        shown(row.minors),
      ]),
      ...sum([
        '',
        'som',
        '',
        String(result.totals.inhabitants),
        '',
        total[0] ?? '',
        result.totals.minors === null ? '' : (total[1] ?? ''),
      ]),
    ],
    3,
  );
}

const basisWords: Record<AllocationResult['basis'], string> = {
  official: 'officiële CBS-cijfers',
  cbs_file: 'een CBS-bestand, door u geladen',
  own_input: 'eigen invoer',
  estimate: 'een schatting',
};

/** What must be said beside the figures, on standard error so that files stay clean. */
function caveats(result: AllocationResult, round: Round | undefined): string[] {
  const lines: string[] = [];
  if (result.basis === 'estimate') {
    lines.push(
      'Let op: dit is een schatting. De officiële CBS-score (SES-WOA) zit nog niet in dit programma. Daarom ziet u een ruwe marge en geen precies aantal. Gebruik deze marge niet in een brief of artikel. Het officiële aantal staat in de Staatscourant.',
    );
  } else {
    lines.push(
      `Gerekend met ${round?.invented === true ? 'verzonnen cijfers, om mee te oefenen' : basisWords[result.basis]}.`,
    );
    lines.push(
      `Som ${result.totals.places ?? ''}, behoefte ${result.need}, verschil ${result.totals.difference ?? ''} door afronding per gemeente.`,
    );
  }
  if (round !== undefined) {
    for (const choice of [round.population, round.scores]) {
      if (choice.certainty === 'known' || choice.reason === undefined) continue;
      const what = choice.kind === 'population' ? 'Datum van de inwoners' : 'Jaar van de score';
      lines.push(
        `${what} door ons ${choice.certainty === 'inferred' ? 'afgeleid' : 'aangenomen'}: ${choice.reason.nl}`,
      );
    }
  }
  lines.push(
    'Indicatief, geen besluit. Bestaande plekken zijn niet afgetrokken; amv zitten in het totaal.',
  );
  return lines;
}

function rounds(format: string): string {
  const described = catalogue.rounds.map((round) => ({
    id: round.id,
    title: round.title.nl,
    invented: round.invented,
    referenceDay: round.referenceDay,
    covers: round.covers,
    need: round.need,
    minors: round.minors,
    population: { ...round.population, vintage: chosenVintage(catalogue, round.population).id },
    scores: {
      ...round.scores,
      vintage: chosenVintage(catalogue, round.scores).id,
      status: chosenVintage(catalogue, round.scores).status,
    },
    sources: round.sources,
  }));
  if (format === 'json')
    return `${JSON.stringify({ dataUntil: catalogue.dataUntil, rounds: described }, null, 2)}\n`;
  const words = { known: 'bekend', inferred: 'afgeleid', assumed: 'aangenomen' };
  const statuses = {
    official: 'officieel',
    estimate: 'schatting',
    invented: 'verzonnen',
    press: 'pers',
    publication: 'gepubliceerd',
  };
  return alignedTable(
    [
      ['ronde', 'plekken op', 'inwoners van', 'score van', 'status score', 'behoefte', 'amv'],
      ...described.map((round) => [
        round.id,
        round.referenceDay,
        `${round.population.year} (${words[round.population.certainty]})`,
        `${round.scores.year} (${words[round.scores.certainty]})`,
        statuses[round.scores.status],
        String(round.need.places),
        round.minors === null ? 'onbekend' : String(round.minors.places),
      ]),
    ],
    5,
  );
}

/** Hands a person's file to the core under the name that findings will show. */
function putFile(core: Core, path: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    throw new WrongCall(`het bestand “${path}” is niet te lezen`);
  }
  core.put(path, bytes);
  return path;
}

function allocate(core: Core, args: string[]): number {
  const { values } = parseArgs({
    args,
    options: {
      round: { type: 'string' },
      population: { type: 'string' },
      scores: { type: 'string' },
      need: { type: 'string' },
      minors: { type: 'string' },
      format: { type: 'string', default: 'table' },
      dialect: { type: 'string', default: 'international' },
      by: { type: 'string', default: 'municipality' },
      out: { type: 'string' },
      decimal: { type: 'string' },
      thousands: { type: 'string' },
      language: { type: 'string', default: 'nl' },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean' },
    },
  });
  if (values.help === true) return help('allocate');
  if (values.version === true) return version(core);
  const format = oneOf('format', values.format, ['table', 'csv', 'json'] as const);
  const dialect = oneOf('dialect', values.dialect, ['international', 'nl'] as const);
  const by = oneOf('by', values.by, ['municipality', 'province'] as const);
  const language = oneOf('language', values.language, ['nl', 'en'] as const);
  const notation = notationOf(values.decimal, values.thousands);
  const need = values.need === undefined ? undefined : wholeNumber('need', values.need);
  const minors = values.minors === undefined ? undefined : wholeNumber('minors', values.minors);

  const round = values.round === undefined ? undefined : findRound(catalogue, values.round);
  if (values.round !== undefined && round === undefined) {
    throw new WrongCall(
      `de ronde “${values.round}” is er niet; er zijn: ${catalogue.rounds.map((known) => known.id).join(', ')}`,
    );
  }
  if (
    round === undefined &&
    (values.population === undefined || values.scores === undefined || need === undefined)
  ) {
    throw new WrongCall('geef --round, of --population, --scores en --need');
  }

  for (const { name, bytes } of bundledFiles(catalogue)) core.put(name, bytes);
  const own = (path: string | undefined): InputFile | undefined =>
    path === undefined
      ? undefined
      : {
          file: putFile(core, path),
          status: 'loaded',
          ...(notation === undefined ? {} : { notation }),
        };
  const population = own(values.population);
  const scores = own(values.scores);
  // Without a round the provinces are those of the Netherlands, and nothing is set beside the result.
  const basis = round ?? catalogue.rounds[0];
  if (basis === undefined) throw new Error('the catalogue holds no round');
  const parameters = roundParameters(catalogue, basis, { population, scores, need, minors });
  const { published: _published, minors: roundMinors, ...withoutRound } = parameters;
  const request =
    round === undefined
      ? { ...withoutRound, minors: minors ?? null, needIsOwn: true }
      : { ...parameters, minors: roundMinors };
  const answer = core.allocate({
    ...request,
    ...(format === 'csv' ? { csv: { by, dialect } } : {}),
  });
  const status = report(answer, language);
  if (!answer.ok) return status;

  const { result } = answer;
  const large = result.totals.municipalities > 0 && result.municipalities.length === 0;
  for (const line of caveats(result, round)) console.error(line);
  if (format === 'csv') {
    const bytes = answer.columns.get('csv');
    if (!(bytes instanceof Uint8Array)) throw new Error('the core gave no CSV');
    emit(bytes, values.out);
  } else if (format === 'json') {
    const certainty =
      round === undefined
        ? {}
        : {
            round: round.id,
            certainty: { population: round.population.certainty, scores: round.scores.certainty },
          };
    emit(`${JSON.stringify({ ...certainty, ...result }, null, 2)}\n`, values.out);
  } else {
    emit(allocationTable(result, by), values.out);
  }
  if (large && format !== 'csv')
    console.error('Meer dan 10.000 gemeenten: vraag de regels op met --format csv.');
  return status;
}

function help(command: keyof typeof helps): number {
  emit(helps[command], undefined);
  return 0;
}

function version(core: Core): number {
  const { version: number, commit } = core.version();
  emit(`spreidingswijzer ${number} (${commit}), gegevens tot ${catalogue.dataUntil}\n`, undefined);
  return 0;
}

function run(core: Core, args: string[]): number {
  const [command, ...rest] = args;
  switch (command) {
    case '--help':
    case '-h':
      return help('');
    case '--version':
      return version(core);
    case 'rounds': {
      const { values } = parseArgs({
        args: rest,
        options: {
          format: { type: 'string', default: 'table' },
          help: { type: 'boolean', short: 'h' },
          version: { type: 'boolean' },
        },
      });
      if (values.help === true) return help('rounds');
      if (values.version === true) return version(core);
      emit(rounds(oneOf('format', values.format, ['table', 'json'] as const)), undefined);
      return 0;
    }
    case 'allocate':
      return allocate(core, rest);
    case undefined:
      throw new WrongCall('geef een opdracht');
    default:
      throw new WrongCall(`de opdracht “${command}” is er niet`);
  }
}

const isArgumentFault = (fault: unknown): fault is Error =>
  fault instanceof TypeError && 'code' in fault && String(fault.code).startsWith('ERR_PARSE_ARGS');

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  const core = await load(readFileSync(new URL('./spreidingswijzer.wasm', import.meta.url)));
  try {
    return run(core, args);
  } catch (fault) {
    if (!(fault instanceof WrongCall) && !isArgumentFault(fault)) throw fault;
    const command = args[0] === 'rounds' || args[0] === 'allocate' ? args[0] : '';
    console.error(
      `${basename(process.argv[1] ?? 'spreidingswijzer')}: ${fault.message}\n\n${helps[command]}`,
    );
    return 2;
  }
}

process.exitCode = await main();
