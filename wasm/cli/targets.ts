/** `targets`: the housing target of every municipality in a half-year. */
import { parseArgs } from 'node:util';
import { csvParseRows } from 'd3-dsv';
import catalogue from 'virtual:catalogue';
import type { Core } from '../index.ts';
import { WrongCall, oneOf, wholeNumber } from './call.ts';
import type { Command } from './command.ts';
import { alignedTable, clockDay, csvText, emit, report } from './output.ts';

const help = `spreidingswijzer targets --half-year 2027-1 --national DAG=AANTAL [--national …] [--today DAG]
                         [--province NAAM] [--format table|csv|json] [--dialect international|nl]
                         [--language nl|en] [--out BESTAND]

Taakstelling huisvesting vergunninghouders (statushouders) per gemeente: landelijk aantal × inwoners
van de gemeente ÷ inwoners van het land, naar boven afgerond (Huisvestingswet 2014, artikel 29). De
volgorde van de formule staat in de bron als plaatje; dit is onze lezing.

  --half-year  zoals 2027-1 (januari tot en met juni) of 2027-2
  --national   landelijk aantal en de dag van bekendmaking; mag vaker, een later vervangt een eerder
  --today      de dag waarop wordt gevraagd welk aantal geldt (standaard vandaag)
  --province   alleen deze provincie; gerekend wordt altijd met het hele land
`;

interface Inhabitants {
  readonly code: string;
  readonly name: string;
  readonly province: string;
  readonly inhabitants: number;
}

/** The bundled official population of 1 January of a year: code, name, province, inhabitants. */
function population(year: number): Inhabitants[] {
  const vintage = catalogue.vintages.find(
    (each) => each.kind === 'population' && each.status === 'official' && each.year === year,
  );
  if (vintage === undefined)
    throw new WrongCall(`de inwoners van 1 januari ${year} zitten niet in dit programma`);
  return csvParseRows(vintage.csv)
    .slice(1)
    .map(([code = '', name = '', province = '', inhabitants = '']) => ({
      code,
      name,
      province,
      inhabitants: Number(inhabitants),
    }));
}

function run(core: Core, args: string[]): number {
  const { values } = parseArgs({
    args,
    options: {
      'half-year': { type: 'string' },
      national: { type: 'string', multiple: true, default: [] },
      today: { type: 'string' },
      province: { type: 'string' },
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
  if (values.national.length === 0) throw new WrongCall('geef --national');
  const national = values.national.map((text) => {
    const [from = '', persons = ''] = text.split('=');
    return { from, persons: wholeNumber('national', persons) };
  });
  const rows = population(Number(halfYear.slice(0, 4)) - 1);
  const asked = core.run('housing_targets', {
    halfYear,
    today: values.today ?? clockDay(),
    national,
    countryInhabitants: rows.reduce((sum, { inhabitants }) => sum + inhabitants, 0),
    municipalities: rows.map(({ code, inhabitants }) => ({ code, inhabitants })),
  });
  const status = report(asked, language);
  if (!asked.ok) return status;
  const { result } = asked;
  if (result.national === null) {
    console.error('Op deze dag was nog geen landelijk aantal bekendgemaakt.');
    return 1;
  }
  console.error(
    `Inwoners van ${result.populationDay}; som ${result.sum}, ${result.difference} meer dan het landelijke aantal door het afronden naar boven. Achterstand of voorsprong zit er niet in.`,
  );
  if (format === 'json') {
    emit(`${JSON.stringify(result, null, 2)}\n`, values.out);
    return status;
  }
  const shown = result.municipalities
    .map((target, at) => ({ ...target, row: rows[at] }))
    .filter(({ row }) => values.province === undefined || row?.province === values.province);
  if (shown.length === 0) throw new WrongCall(`de provincie “${values.province ?? ''}” is er niet`);
  if (format === 'csv')
    emit(
      csvText(
        [
          ['gemeentecode', 'gemeente', 'provincie', 'inwoners', 'onafgerond', 'taakstelling'],
          ...shown.map(({ code, row, decimal, target }) => [
            code,
            row?.name ?? '',
            row?.province ?? '',
            row?.inhabitants ?? null,
            { decimal },
            target,
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
          ['code', 'gemeente', 'provincie', 'inwoners', 'onafgerond', 'taakstelling'],
          ...shown.map(({ code, row, decimal, target }) => [
            code,
            row?.name ?? '',
            row?.province ?? '',
            String(row?.inhabitants ?? ''),
            decimal,
            String(target),
          ]),
        ],
        3,
      ),
      values.out,
    );
  return status;
}

export const targets: Command = { help, run };
