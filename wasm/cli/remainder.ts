/** `remainder`: a simulation of how the minister would spread what the offers leave open. */
import { parseArgs } from 'node:util';
import type { Core, SpreadRemainderParameters } from '../index.ts';
import type { Language } from '../words/messages.ts';
import { WrongCall, oneOf, wholeNumber } from './call.ts';
import type { Command } from './command.ts';
import { putFile } from './inputs.ts';
import { alignedTable, csvText, emit, jsonText, report, tell, type Cell } from './output.ts';

const help = `spreidingswijzer remainder --places AANTAL --shares BESTAND [--format table|csv|json]
                           [--dialect international|nl] [--language nl|en] [--out BESTAND]

Een simulatie van de restopgave: wat het aanbod openlaat, naar rato van het indicatieve aandeel verdeeld
over de gemeenten die u aanwijst. De regel die de minister volgt, is niet gepubliceerd. Halven gaan
naar boven; het verschil van de som staat erbij en wordt niet weggewerkt.

  --places  te verdelen plekken
  --shares  bestand met de kolommen gemeente, indicatief, doet_mee (ja of nee)
`;

/** Nothing where the table has errors, which are then told. */
function readShares(
  core: Core,
  path: string,
  language: Language,
): SpreadRemainderParameters['municipalities'] | number {
  const answer = core.run('read_figures', {
    ...putFile(core, path),
    name: 'gemeente',
    numbers: ['indicatief'],
    words: ['doet_mee'],
  });
  const status = report(answer, language);
  if (!answer.ok) return status;
  const wrong: string[] = [];
  const rows = answer.result.rows.map(
    ({ row, name, numbers: [indicative], words: [takesPart = ''] }) => {
      const eligible = takesPartBy.get(takesPart.toLowerCase());
      if (indicative == null) wrong.push(`${path}:${row}: fout: indicatief is een heel getal`);
      if (eligible === undefined)
        wrong.push(`${path}:${row}: fout: doet_mee is ja of nee (niet “${takesPart}”)`);
      return { code: name, indicative: indicative ?? 0, eligible: eligible === true };
    },
  );
  if (wrong.length === 0 && !rows.some(({ indicative, eligible }) => eligible && indicative > 0))
    wrong.push(`${path}: fout: niemand doet mee met een aandeel boven nul`);
  for (const line of wrong) tell(line);
  return wrong.length > 0 ? 1 : rows;
}

const takesPartBy = new Map([
  ...['ja', 'j', 'yes', 'y'].map((word) => [word, true] as const),
  ...['nee', 'n', 'no'].map((word) => [word, false] as const),
]);

function run(core: Core, args: string[]): number {
  const { values } = parseArgs({
    args,
    options: {
      places: { type: 'string' },
      shares: { type: 'string' },
      format: { type: 'string', default: 'table' },
      dialect: { type: 'string', default: 'international' },
      language: { type: 'string', default: 'nl' },
      out: { type: 'string' },
    },
  });
  const format = oneOf('format', values.format, ['table', 'csv', 'json'] as const);
  const dialect = oneOf('dialect', values.dialect, ['international', 'nl'] as const);
  const language = oneOf('language', values.language, ['nl', 'en'] as const);
  if (values.places === undefined || values.shares === undefined)
    throw new WrongCall('geef --places en --shares');
  const remainder = wholeNumber('places', values.places);
  const municipalities = readShares(core, values.shares, language);
  if (typeof municipalities === 'number') return municipalities;
  const answer = core.run('spread_remainder', { remainder, municipalities });
  const status = report(answer, language);
  if (!answer.ok) return status;
  const { result } = answer;
  if (format === 'json') {
    emit(jsonText(result), values.out);
    return status;
  }
  tell(
    language === 'nl'
      ? `Simulatie: de regel van de minister is niet gepubliceerd. Som ${result.sum}, te verdelen ${result.remainder}, verschil ${result.difference} door afronding.`
      : `Simulation: the minister’s rule is not published. Sum ${result.sum}, to spread ${result.remainder}, difference ${result.difference} by rounding.`,
  );
  const head = ['gemeente', 'doet_mee', 'breuk', 'onafgerond', 'plekken'];
  const rows = result.shares.map(({ code, eligible, fraction, decimal, places }): Cell[] =>
    eligible
      ? [code, 'ja', `${fraction.numerator}/${fraction.denominator}`, { decimal }, places]
      : [code, 'nee', '', null, null],
  );
  if (format === 'csv') emit(csvText([head, ...rows], dialect), values.out);
  else
    emit(
      alignedTable(
        [
          head,
          ...rows.map((row) =>
            row.map((cell) =>
              cell === null ? '' : typeof cell === 'object' ? cell.decimal : String(cell),
            ),
          ),
        ],
        3,
      ),
      values.out,
    );
  return status;
}

export const remainder: Command = { help, run };
