/** `implied`: what a published table says about scores that are not at hand. */
import { parseArgs } from 'node:util';
import catalogue from 'virtual:catalogue';
import type { Core, ImpliedResult } from '../index.ts';
import { otherRoundTexts } from '../rounds/other-rounds.ts';
import { WrongCall, wholeNumber } from './call.ts';
import { receiptHelp, receiptOption, receiptUsage, writeReceipt } from './claims.ts';
import type { Command } from './command.ts';
import { type Form, answer, decimal, formHelp, formOptions, formUsage, readForm } from './forms.ts';
import { inputHelp, inputOptions, putFile, putPrinted, readingsOf, readInputs } from './inputs.ts';
import { report, tell, type Cell } from './output.ts';

const help = `spreidingswijzer implied TABEL [--reference NAAM|CODE [--reference-score SCORE] | --mean SCORE]
                    [--to-population BESTAND --to-need AANTAL]
                    [--round RONDE] [--population BESTAND] [--scores BESTAND]
                    [--need AANTAL] [--minors AANTAL]
                    ${receiptUsage} ${formUsage}

Zegt van elke gemeente in de tabel tussen welke grenzen haar score gelegen heeft, gezien het afronden.
Een tabel zegt alleen iets over verhoudingen: kies een gemeente waarvan de score bekend is (--reference),
of vul het landelijk gemiddelde in (--mean, standaard 0). De inwoners en de behoefte zijn die van de tabel.

Met --to-population en --to-need: de volledige tabel staat in voor de scores van een nieuwe ronde. Bij
gelijke scores ligt elke gemeente dan tussen twee grenzen ("afgeleid uit de tabel").

${inputHelp}  --reference, --reference-score
                een gemeente in de tabel, en haar score als die niet in het scorebestand staat
  --mean        het landelijk gemiddelde van de score
  --to-population, --to-need
                inwoners en behoefte van de nieuwe ronde
${receiptHelp}${formHelp}`;

/** @param isCarried whether bounds for another round were asked for */
function show(form: Form, result: ImpliedResult, isCarried: boolean): void {
  const { carried, municipalities } = result;
  if (carried !== null) {
    tell(
      'Afgeleid uit de tabel: bij gelijke scores ligt het getal tussen deze grenzen. Waar ze gelijk zijn, is het dat aantal.',
    );
    answer(form, result, {
      texts: 2,
      rows: [
        ['code', 'naam', 'gepubliceerd', 'inwoners', 'laag', 'hoog', 'basis'],
        ...carried.municipalities.map((row): Cell[] => [
          row.code,
          row.name,
          row.published,
          row.inhabitants,
          row.total.places ?? row.total.low,
          row.total.places ?? row.total.high,
          'afgeleid',
        ]),
      ],
    });
    return;
  }
  if (isCarried) {
    tell('Uit deze tabel wordt niets afgeleid: zie de waarschuwingen.');
    return;
  }
  const worth = { much: 'veel', some: 'iets', little: 'weinig', none: 'bijna niets' };
  const words = { true: 'ja', false: 'nee', null: '' };
  answer(form, result, {
    texts: 2,
    rows: [
      [
        'code',
        'naam',
        'gepubliceerd',
        'score_laag',
        'score_hoog',
        'breedte',
        'zegt',
        'score',
        'past',
      ],
      ...municipalities.map((row): Cell[] => [
        row.code,
        row.name,
        row.published,
        decimal(row.lowScore),
        decimal(row.highScore),
        decimal(row.width),
        worth[row.says],
        decimal(row.score),
        row.isReference ? 'referentie' : words[`${row.holds}`],
      ]),
    ],
  });
}

function run(core: Core, args: string[]): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      ...inputOptions,
      ...receiptOption,
      ...formOptions,
      reference: { type: 'string' },
      'reference-score': { type: 'string' },
      mean: { type: 'string' },
      'to-population': { type: 'string' },
      'to-need': { type: 'string' },
    },
  });
  const form = readForm(values);
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new WrongCall('geef één TABEL');
  if (values.reference !== undefined && values.mean !== undefined)
    throw new WrongCall('geef --reference of --mean, niet allebei');
  if ((values['to-population'] === undefined) !== (values['to-need'] === undefined))
    throw new WrongCall('--to-population en --to-need horen bij elkaar');
  const { round, parameters } = readInputs(core, values);
  const read = putPrinted(core, path, values);
  const to = values['to-population'];
  const asked = {
    ...parameters,
    table: read.file,
    readings: readingsOf(read),
    ...(values.reference === undefined
      ? {}
      : {
          reference: {
            municipality: values.reference,
            ...(values['reference-score'] === undefined
              ? {}
              : { score: values['reference-score'] }),
          },
        }),
    ...(values.mean === undefined ? {} : { nationalMean: values.mean }),
    ...(to === undefined
      ? {}
      : {
          carryTo: {
            population: core.files().includes(to)
              ? to
              : putFile(core, to, { sheets: values.sheet ?? [], role: 'population' }).file,
            need: wholeNumber('to-need', values['to-need'] ?? ''),
          },
        }),
  };
  const found = core.run('implied', asked);
  const status = report(found, form.language);
  if (!found.ok) return status;
  const others = otherRoundTexts(catalogue, round, found.result.municipalities, form.language);
  for (const line of others) tell(line);
  // What is derived of a table with figures of another round would be proven of neither.
  const result = others.length === 0 ? found.result : { ...found.result, carried: null };
  show(form, result, to !== undefined);
  return Math.max(
    status,
    to !== undefined && result.carried === null ? 1 : 0,
    writeReceipt(core, values.receipt, 'implied', asked, round, form.language),
  );
}

export const implied: Command = { help, run };
