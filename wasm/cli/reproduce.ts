/** `reproduce`: which vintages and which need reproduce a published table best. */
import { parseArgs } from 'node:util';
import catalogue from 'virtual:catalogue';
import type { Core } from '../index.ts';
import { WrongCall } from './call.ts';
import { changesFile } from '../rounds/catalogue.ts';
import { receiptHelp, receiptOption, receiptUsage, writeReceipt } from './claims.ts';
import type { Command } from './command.ts';
import { answer, decimal, formHelp, formOptions, formUsage, readForm } from './forms.ts';
import { inputHelp, inputOptions, ownFiles, putPrinted, readingsOf, readInputs } from './inputs.ts';
import { report, tell } from './output.ts';
import { fitText, missesText, untriedText } from '../words/evidence-text.ts';

const help = `spreidingswijzer reproduce TABEL [--only-need]
                    [--round RONDE] [--population BESTAND] [--scores BESTAND]
                    [--need AANTAL] [--minors AANTAL]
                    ${receiptUsage} ${formUsage}

Zoekt over alle combinaties van inwoners en scores, meegeleverd en zelf geladen, en over de behoeften die
het totaal van de tabel toelaat, welke de meeste regels precies geven. En welke dat op één factor na doen:
scores die niet volledig zijn, of als geheel te hoog, verraden zo toch met welke inwoners de tabel is
gemaakt. De factor is het midden van wat de meeste gemeenten precies geeft; bij meer zulke stukken dat met
de kleinste middelste afwijking.

${inputHelp}  --only-need   alleen de behoefte van de ronde of van --need
${receiptHelp}${formHelp}
De afgeleide gewichten van een tabel doen niet mee: die geven zichzelf terug, en dat zegt niets.
`;

const sources = {
  sum_of_municipalities: 'de som van de gemeenten in de tabel',
  country_row: 'de regel voor het land in de tabel',
  given: 'de ronde of de opdracht',
};

const itself = (file: string): string => file;

function run(core: Core, args: string[]): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      ...inputOptions,
      ...receiptOption,
      ...formOptions,
      'only-need': { type: 'boolean', default: false },
    },
  });
  const form = readForm(values);
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new WrongCall('geef één TABEL');
  const { round, parameters } = readInputs(core, values);
  const read = putPrinted(core, path, values);
  const asked = {
    ...parameters,
    table: read.file,
    readings: readingsOf(read),
    loaded: ownFiles(parameters),
    changes: changesFile,
    onlyGivenNeed: values['only-need'],
  };
  const begin = performance.now();
  const found = core.run('reproduce', asked);
  const milliseconds = performance.now() - begin;
  const status = report(found, form.language);
  if (!found.ok) return status;
  const { ranking, needs, incomparable } = found.result;
  tell(
    `${ranking.length === 1 ? '1 combinatie' : `${ranking.length} combinaties`}, behoefte ${needs.first} tot en met ${needs.last} (uit ${sources[needs.from]}), in ${milliseconds.toFixed(1)} ms.`,
  );
  if (incomparable.length > 0)
    tell(
      `Niet te vergelijken, omdat de gemeenten verschillen: ${incomparable
        .map((pair) => `${pair.population} met ${pair.scores} (${pair.municipalitiesApart})`)
        .join(', ')}.`,
    );
  answer(
    form,
    found.result,
    {
      texts: 3,
      rows: [
        [
          'inwoners',
          'scores',
          'schatting',
          'precies',
          'regels',
          'behoefte',
          'vanaf',
          'tot_en_met',
          'som_verschillen',
          'factor',
          'precies_met_factor',
          'van',
          'middelste_afwijking_procent',
          'kleinste_middelste_afwijking_procent',
        ],
        ...ranking.map((each) => [
          each.population,
          each.scores,
          each.isEstimate ? 'ja' : 'nee',
          each.matches,
          each.rows,
          each.need,
          each.firstNeed,
          each.lastNeed,
          each.totalDifference,
          decimal(each.fit?.factor ?? null),
          each.fit?.matches ?? null,
          each.fit?.rows ?? null,
          decimal(each.fit?.median ?? null),
          decimal(each.fit?.leastMedian ?? null),
        ]),
      ],
    },
    [],
    [
      '',
      ...(ranking[0] === undefined
        ? []
        : [fitText(ranking[0], itself, 'nl'), missesText(ranking[0], 'nl')]),
      untriedText(catalogue.vintages, ranking, 'nl'),
    ].filter((line, at) => at === 0 || line !== ''),
  );
  return Math.max(
    status,
    writeReceipt(core, values.receipt, 'reproduce', asked, round, form.language),
  );
}

export const reproduce: Command = { help, run };
