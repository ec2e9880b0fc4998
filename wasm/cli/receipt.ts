/** `receipt`: a claim with everything that is needed to compute it again. */
import { parseArgs } from 'node:util';
import type { Core } from '../index.ts';
import { roundNote } from '../rounds/catalogue.ts';
import { oneOf } from './call.ts';
import type { Command } from './command.ts';
import { inputHelp, inputOptions, readInputs } from './inputs.ts';
import { emit, report, tell } from './output.ts';

const help = `spreidingswijzer receipt [--round RONDE] [--population BESTAND] [--scores BESTAND]
                         [--need AANTAL] [--minors AANTAL] [--out BESTAND]
                         [--format json] [--decimal TEKEN] [--thousands TEKEN] [--language nl|en]

Maakt een rekenbewijs: de vraag, de cellen van de bestanden zoals ze zijn gelezen, de artikelen, en elk
getal als breuk. Wie het heeft, kan het met “verify” narekenen. De vorm staat in
public/schema/rekenbewijs-2.schema.json.

${inputHelp}  --out         schrijft naar een bestand in plaats van naar het scherm

Van een uitleg, vergelijking, herleiding, marge, wat-als of provinciale tafel: geef --receipt mee aan
explain, compare, reproduce, sensitivity, whatif of province.

Waar een schatting meedoet, staan er marges in en geen aantallen.
`;

const reasons = {
  size: 'groter dan 10 MB',
  estimate: 'een schatting; wie narekent, heeft haar in dit programma',
};

function run(core: Core, args: string[]): number {
  const { values } = parseArgs({
    args,
    options: {
      ...inputOptions,
      out: { type: 'string' },
      format: { type: 'string', default: 'json' },
      language: { type: 'string', default: 'nl' },
    },
  });
  oneOf('format', values.format, ['json'] as const);
  const language = oneOf('language', values.language, ['nl', 'en'] as const);
  const { round, parameters } = readInputs(core, values);
  const answer = core.receipt({
    ...parameters,
    round: round === undefined ? null : roundNote(round),
  });
  const status = report(answer, language);
  if (!answer.ok) return status;
  const bytes = answer.columns.get('receipt');
  if (!(bytes instanceof Uint8Array)) throw new Error('the core gave no receipt');
  emit(bytes, values.out);
  for (const { file, reason } of answer.result.leftOut)
    tell(`Niet in het rekenbewijs: de cellen van ${file} (${reasons[reason]}).`);
  tell(`Controlegetal ${answer.result.checksum}`);
  return status;
}

export const receipt: Command = { help, run };
