/** `clean`: a file in the canonical form of this program. */
import { parseArgs } from 'node:util';
import type { Core } from '../index.ts';
import { WrongCall, oneOf } from './call.ts';
import type { Command } from './command.ts';
import { mergeHelp, mergeOf } from './inputs.ts';
import { oneFile, oneFileHelp, oneFileOptions } from './inspect.ts';
import { emit, report, saveFindings } from './output.ts';

const help = `spreidingswijzer clean BESTAND [--out BESTAND] [--dialect international|nl]
                       [--table population|scores] [--map …] [--period …]

Schrijft een bestand in vaste vorm: een regel per gemeente, op volgorde van code, met de kolommen
gemeentecode, gemeente, provincie, inwoners of gemeentecode, gemeente, ses_woa. Met een fout in het
bestand komt er niets uit, en staan de fouten op standard error.

  --table       welke van de twee, als het bestand ze allebei bevat
  --out         schrijft naar een bestand in plaats van naar het scherm
  --dialect     international: komma, punt, UTF-8 (standaard); nl: puntkomma, komma, BOM
${mergeHelp}${oneFileHelp}`;

function run(core: Core, args: string[]): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      ...oneFileOptions,
      merge: { type: 'boolean' },
      part: { type: 'string', multiple: true },
      table: { type: 'string' },
      dialect: { type: 'string', default: 'international' },
      out: { type: 'string' },
    },
  });
  const dialect = oneOf('dialect', values.dialect, ['international', 'nl'] as const);
  const language = oneOf('language', values.language, ['nl', 'en'] as const);
  const merge = mergeOf(values);
  const table =
    values.table === undefined
      ? undefined
      : oneOf('table', values.table, ['population', 'scores'] as const);
  const answer = core.run('clean', {
    ...oneFile(core, positionals, values),
    dialect,
    ...(merge === undefined ? {} : { merge }),
  });
  saveFindings(answer, values.findings, language);
  const status = report(answer, language);
  if (!answer.ok) return status;
  const tables = [...answer.columns].filter(([name]) => table === undefined || name === table);
  if (tables.length > 1) throw new WrongCall('zeg met --table welke tabel: population of scores');
  const bytes = tables[0]?.[1];
  if (!(bytes instanceof Uint8Array)) throw new WrongCall('deze tabel zit niet in het bestand');
  emit(bytes, values.out);
  return status;
}

export const clean: Command = { help, run };
