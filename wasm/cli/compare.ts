/** `compare`: a published table beside the own result, or beside another published table. */
import { parseArgs } from 'node:util';
import type { CompareResult, CompareTablesResult, Core, DifferenceClass } from '../index.ts';
import catalogue from 'virtual:catalogue';
import { changesFile } from '../rounds/catalogue.ts';
import { otherRoundTexts } from '../rounds/other-rounds.ts';
import { classText, reasonText } from '../words/sentences.ts';
import { WrongCall, wholeNumber } from './call.ts';
import { receiptHelp, receiptOption, receiptUsage, writeReceipt } from './claims.ts';
import type { Command } from './command.ts';
import { type Form, answer, formHelp, formOptions, formUsage, readForm } from './forms.ts';
import {
  caveats,
  inputHelp,
  inputOptions,
  ownFiles,
  putPrinted,
  readingsOf,
  readInputs,
} from './inputs.ts';
import { report, tell } from './output.ts';

const help = `spreidingswijzer compare TABEL [--with TABEL] [--exact]
                    [--round RONDE] [--population BESTAND] [--scores BESTAND]
                    [--need AANTAL] [--minors AANTAL] [--score-decimals AANTAL]
                    ${receiptUsage} ${formUsage}

Zet een gepubliceerde tabel naast de eigen uitkomst en noemt van elk verschil de oorzaak, als die is aan
te tonen. Met --with: naast een andere tabel. Met --merge tellen vroegere gemeenten mee in die waarin ze
zijn opgegaan.

${inputHelp}  --with        een tweede gepubliceerde tabel
  --exact       uitkomst 1 als er een regel verschilt
  --score-decimals
                op hoeveel decimalen de scores achter de tabel afgerond kunnen zijn
${receiptHelp}${formHelp}
Waar uit een afgedrukte tabel is afgeleid of een schatting meedoet, staat er of het genoemde getal binnen
de grenzen of de marge ligt.
`;

const levels = { country: 'land', province: 'provincie', municipality: 'gemeente' };

function headline(result: CompareResult): string[] {
  if (result.within !== null)
    return [
      `${result.within.inside} van ${result.within.rows} genoemde aantallen liggen binnen de grenzen of marge ernaast.`,
      '',
    ];
  if (result.headline === null || result.totals === null) return [];
  const { equal, rows, minorsEqual, minorsRows } = result.headline;
  const cause = result.cause;
  return [
    `${equal} van ${rows} regels precies gelijk${
      minorsRows === 0 ? '' : `; amv: ${minorsEqual} van ${minorsRows}`
    }.`,
    `Gemeenten samen: eigen uitkomst ${result.totals.own}, gepubliceerd ${result.totals.published}, verschil ${result.totals.difference}.`,
    ...Object.entries(result.classes ?? {})
      .filter(([name, count]) => name !== 'equal' && count > 0)
      .map(([name, count]) => `${count} × ${classText(name as DifferenceClass, 'nl')}`),
    ...(cause === null
      ? []
      : [
          cause.need === null
            ? `Andere invoer: ${cause.population ?? ''} met ${cause.scores ?? ''}${cause.isEstimate ? ' (schatting)' : ''} geeft ${cause.reproduced} van ${rows} regels.`
            : `Andere behoefte: ${cause.need} geeft ${cause.reproduced} van ${rows} regels.`,
        ]),
    ...(result.notPrinted.length === 0
      ? []
      : [`Niet in de tabel: ${result.notPrinted.length} gemeenten.`]),
    '',
  ];
}

function showComparison(form: Form, result: CompareResult): void {
  answer(
    form,
    result,
    {
      texts: 4,
      rows: [
        [
          'niveau',
          'code',
          'naam',
          'oorzaak',
          'regel',
          'eigen',
          'laag',
          'hoog',
          'binnen',
          'gepubliceerd',
          'verschil',
          'amv_eigen',
          'amv_gepubliceerd',
        ],
        ...result.rows.map((row) => [
          levels[row.level],
          row.code,
          row.name,
          reasonText(row, 'nl'),
          row.row,
          row.own,
          row.ownRange?.[0] ?? row.own,
          row.ownRange?.[1] ?? row.own,
          row.inside === null ? null : row.inside ? 'ja' : 'nee',
          row.published,
          row.difference,
          row.ownMinors,
          row.publishedMinors,
        ]),
      ],
    },
    headline(result),
  );
}

function showPairs(form: Form, result: CompareTablesResult): void {
  answer(
    form,
    result,
    {
      texts: 3,
      rows: [
        ['niveau', 'code', 'naam', 'eerste', 'tweede', 'verschil', 'amv_eerste', 'amv_tweede'],
        ...result.rows.map((row) => [
          levels[row.level],
          row.code,
          row.name,
          row.one,
          row.other,
          row.difference,
          row.oneMinors,
          row.otherMinors,
        ]),
      ],
    },
    [`${result.equal} van ${result.paired} regels die in beide tabellen staan, zijn gelijk.`, ''],
  );
}

function run(core: Core, args: string[]): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      ...inputOptions,
      ...receiptOption,
      ...formOptions,
      with: { type: 'string' },
      exact: { type: 'boolean', default: false },
      'score-decimals': { type: 'string' },
    },
  });
  const form = readForm(values);
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new WrongCall('geef één TABEL');
  const { round, parameters } = readInputs(core, values);
  const read = putPrinted(core, path, values);
  const table = read.file;
  if (values.with !== undefined) {
    const other = putPrinted(core, values.with, values);
    const both = {
      ...parameters,
      table,
      other: other.file,
      readings: readingsOf(read, other),
      changes: changesFile,
    };
    const paired = core.run('compareTables', both);
    const status = report(paired, form.language);
    if (!paired.ok) return status;
    showPairs(form, paired.result);
    const { equal, rows } = paired.result;
    const proof = writeReceipt(core, values.receipt, 'compareTables', both, round, form.language);
    return values.exact && equal < rows.length ? 1 : Math.max(status, proof);
  }
  const asked = {
    ...parameters,
    table,
    readings: readingsOf(read),
    loaded: ownFiles(parameters),
    changes: changesFile,
    ...(values['score-decimals'] === undefined
      ? {}
      : { scoreUnitDecimals: wholeNumber('score-decimals', values['score-decimals'], 6) }),
  };
  const compared = core.run('compare', asked);
  const status = report(compared, form.language);
  if (!compared.ok) return status;
  const { basis, need, record, derivation } = compared.result;
  for (const line of caveats({ basis, need, record, derivation }, round)) tell(line);
  for (const line of otherRoundTexts(catalogue, round, compared.result.rows, form.language))
    tell(line);
  showComparison(form, compared.result);
  const counted = compared.result.headline;
  const proof = writeReceipt(core, values.receipt, 'compare', asked, round, form.language);
  return values.exact && (counted === null || counted.equal < counted.rows)
    ? 1
    : Math.max(status, proof);
}

export const compare: Command = { help, run };
