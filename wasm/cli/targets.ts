/** `targets`: the housing target of every municipality in a half-year. */
import { parseArgs } from 'node:util';
import catalogue from 'virtual:catalogue';
import type { Core } from '../index.ts';
import { type Inhabitants, countryOf, population, populationFile } from '../province/questions.ts';
import type { Language } from '../words/messages.ts';
import { WrongCall, oneOf, wholeNumber } from './call.ts';
import type { Command } from './command.ts';
import { putFile } from './inputs.ts';
import {
  alignedTable,
  clockDay,
  csvText,
  emit,
  jsonText,
  report,
  tell,
  type Cell,
} from './output.ts';

const help = `spreidingswijzer targets --half-year 2027-1 --national DAG=AANTAL [--national …] [--today DAG]
                         [--province NAAM] [--backlog BESTAND] [--format table|csv|json] [--dialect international|nl]
                         [--language nl|en] [--out BESTAND]

Taakstelling huisvesting vergunninghouders (statushouders) per gemeente: landelijk aantal × inwoners
van de gemeente ÷ inwoners van het land, naar boven afgerond (Huisvestingswet 2014, artikel 29). De
volgorde van de formule staat in de bron als plaatje; dit is onze lezing.

  --half-year  zoals 2027-1 (januari tot en met juni) of 2027-2
  --national   landelijk aantal en de dag van bekendmaking; mag vaker, een later vervangt een eerder
  --today      de dag waarop wordt gevraagd welk aantal geldt (standaard vandaag)
  --backlog    bestand met de kolommen gemeente en achterstand: personen boven nul nog te huisvesten, onder
               nul een voorsprong. Dat is praktijk en staat niet in de formule; leeg is niet bekend
  --province   alleen deze provincie; gerekend wordt altijd met het hele land
`;

/** The bundled official population of 1 January of a year. */
function populationOf(core: Core, year: number): Inhabitants[] {
  const rows = population(core, catalogue, year);
  if (rows === undefined)
    throw new WrongCall(`de inwoners van 1 januari ${year} zitten niet in dit programma`);
  return rows;
}

/**
 * Backlog (above nought) or lead (below) by code, from a table of two columns.
 * @returns a status where the table has errors, which are then told
 */
function readBacklog(
  core: Core,
  path: string,
  year: number,
  language: Language,
): Map<string, number> | number {
  const answer = core.run('read_figures', {
    ...putFile(core, path),
    name: 'gemeente',
    numbers: ['achterstand'],
    least: -10_000_000,
  });
  const status = report(answer, language);
  if (!answer.ok) return status;
  const { rows } = answer.result;
  const found = core.run('find_municipalities', {
    municipalities: populationFile(catalogue, year) ?? '',
    names: rows.map(({ name }) => ({ text: name })),
  });
  const backlog = new Map<string, number>();
  for (const [at, { row, name, numbers }] of rows.entries()) {
    const called = found.ok ? found.result.found[at] : undefined;
    const code = called?.how === 'exact' ? called.municipalities[0]?.code : undefined;
    if (code === undefined) {
      const meant = called?.proposals.map((one) => one.name).join(', ') ?? '';
      throw new WrongCall(
        `${path}:${row}: de gemeente “${name}” is er niet${meant === '' ? '' : `; bedoelt u ${meant}?`}`,
      );
    }
    if (backlog.has(code))
      throw new WrongCall(`${path}:${row}: de gemeente “${name}” staat er twee keer`);
    if (numbers[0] != null) backlog.set(code, numbers[0]);
  }
  return backlog;
}

function run(core: Core, args: string[]): number {
  const { values } = parseArgs({
    args,
    options: {
      'half-year': { type: 'string' },
      national: { type: 'string', multiple: true, default: [] },
      today: { type: 'string' },
      province: { type: 'string' },
      backlog: { type: 'string' },
      format: { type: 'string', default: 'table' },
      dialect: { type: 'string', default: 'international' },
      language: { type: 'string', default: 'nl' },
      out: { type: 'string' },
    },
  });
  const format = oneOf('format', values.format, ['table', 'csv', 'json'] as const);
  const dialect = oneOf('dialect', values.dialect, ['international', 'nl'] as const);
  const language = oneOf('language', values.language, ['nl', 'en'] as const);
  const halfYear = values['half-year'] ?? '';
  if (!/^\d{4}-[12]$/u.test(halfYear)) throw new WrongCall('geef --half-year, zoals 2027-1');
  if (values.national.length === 0) {
    const told = catalogue.targets.find((target) => target.halfYear === halfYear);
    throw new WrongCall(
      told === undefined
        ? 'geef --national'
        : `geef --national; voor ${halfYear} is ${told.persons} genoemd (${told.source}; ${told.certainty})`,
    );
  }
  const national = values.national.map((text) => {
    const [from = '', persons = ''] = text.split('=');
    return { from, persons: wholeNumber('national', persons) };
  });
  const year = Number(halfYear.slice(0, 4)) - 1;
  const rows = populationOf(core, year);
  const backlog =
    values.backlog === undefined
      ? new Map<string, number>()
      : readBacklog(core, values.backlog, year, language);
  if (typeof backlog === 'number') return backlog;
  const asked = core.run('housing_targets', {
    halfYear,
    today: values.today ?? clockDay(),
    national,
    countryInhabitants: countryOf(rows),
    municipalities: rows.map(({ code, inhabitants }) => ({
      code,
      inhabitants,
      backlog: backlog.get(code) ?? null,
    })),
  });
  const status = report(asked, language);
  if (!asked.ok) return status;
  const { result } = asked;
  if (result.national === null) {
    tell('Op deze dag was nog geen landelijk aantal bekendgemaakt.');
    return 1;
  }
  tell(
    `Inwoners van ${result.populationDay}; som ${result.sum}, ${result.difference} meer dan het landelijke aantal door het afronden naar boven. Achterstand of voorsprong zit niet in de taakstelling.`,
  );
  if (format === 'json') {
    emit(jsonText(result), values.out);
    return status;
  }
  const shown = result.municipalities
    .map((target, at) => ({ ...target, row: rows[at] }))
    .filter(({ row }) => values.province === undefined || row?.province === values.province);
  if (shown.length === 0) throw new WrongCall(`de provincie “${values.province ?? ''}” is er niet`);
  const more = values.backlog === undefined ? [] : ['achterstand', 'te_huisvesten'];
  if (format === 'csv')
    emit(
      csvText(
        [
          [
            'gemeentecode',
            'gemeente',
            'provincie',
            'inwoners',
            'onafgerond',
            'taakstelling',
            ...more,
          ],
          ...shown.map(({ code, row, decimal, target, backlog: behind, toHouse }): Cell[] => [
            code,
            row?.name ?? '',
            row?.province ?? '',
            row?.inhabitants ?? null,
            { decimal },
            target,
            ...(more.length === 0 ? [] : [behind, toHouse]),
          ]),
        ],
        dialect,
      ),
      values.out,
    );
  else
    emit(
      alignedTable(
        [
          ['code', 'gemeente', 'provincie', 'inwoners', 'onafgerond', 'taakstelling', ...more],
          ...shown.map(({ code, row, decimal, target, backlog: behind, toHouse }) => [
            code,
            row?.name ?? '',
            row?.province ?? '',
            String(row?.inhabitants ?? ''),
            decimal,
            String(target),
            ...(more.length === 0 ? [] : [behind, toHouse].map((each) => String(each ?? '?'))),
          ]),
        ],
        3,
      ),
      values.out,
    );
  return status;
}

export const targets: Command = { help, run };
