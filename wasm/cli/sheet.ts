/** `sheet`: the calculation sheet (Rekenblad), a spreadsheet with live formulas. */
import { parseArgs } from 'node:util';
import type { Core } from '../index.ts';
import { calculationSheet } from '../files/calculation-sheet.ts';
import { WrongCall, oneOf } from './call.ts';
import type { Command } from './command.ts';
import { inputHelp, inputOptions, readInputs } from './inputs.ts';
import { emit, report } from './output.ts';

const help = `spreidingswijzer sheet --out BESTAND.xlsx [--round RONDE] [--population BESTAND]
                       [--scores BESTAND] [--need AANTAL] [--minors AANTAL]
                       [--decimal TEKEN] [--thousands TEKEN] [--language nl|en]

Maakt een rekenblad: een spreadsheet met alle gemeenten en de verdeelsleutel als formules, met van elke
kolom het artikel en de cel waar de invoer vandaan komt. Uit een afgedrukte tabel volgen de grenzen, ook
als formules. Op een schatting wordt het niet gemaakt.

${inputHelp}  --out         het bestand dat wordt geschreven; nodig
`;

function run(core: Core, args: string[]): number {
  const { values } = parseArgs({
    args,
    options: {
      ...inputOptions,
      out: { type: 'string' },
      language: { type: 'string', default: 'nl' },
    },
  });
  const language = oneOf('language', values.language, ['nl', 'en'] as const);
  if (values.out === undefined)
    throw new WrongCall('geef met --out een bestand om in te schrijven');
  const { round, parameters } = readInputs(core, values);
  const answer = core.run('sheet', parameters);
  const status = report(answer, language);
  if (answer.ok) emit(calculationSheet(answer.result, round, core.version()), values.out);
  return status;
}

export const sheet: Command = { help, run };
