/** `province`: the provincial table of a workspace, and the report in two editions. */
import { parseArgs } from 'node:util';
import catalogue from 'virtual:catalogue';
import type { Core, LedgerTable, ProvincialTableResult } from '../index.ts';
import { roundDays, roundYear } from '../rounds/calendar-days.ts';
import { findRound } from '../rounds/catalogue.ts';
import { reportWord } from '../province/report-document.ts';
import type { ConfidentialReport, PublicReport } from '../province/report.ts';
import { type Cell } from '../files/csv-text.ts';
import { provincialReport, reportGrounds } from '../province/report.ts';
import { housingAnswer, remainderQuestion } from '../province/questions.ts';
import { linesOf, offersCsv, reportTables, reportWorkbook } from '../province/report-tables.ts';
import {
  type CompleteWorkspace,
  type ProvincialWorkspace,
  isComplete,
  publicParameters,
  tableParameters,
  withEdition,
} from '../province/workspace.ts';
import { workspaceText } from '../province/workspace-file.ts';
import { WrongCall, oneOf } from './call.ts';
import { receiptHelp, receiptOption, receiptUsage, writeReceipt } from './claims.ts';
import type { Command } from './command.ts';
import { alignedTable, clockDay, emit, jsonText, report } from './output.ts';
import { isAboutSenders, runSenders, senderHelp, senderOptions } from './province-submissions.ts';
import { openFile } from './workspace.ts';

const help = `spreidingswijzer province --workspace BESTAND [--edition confidential|public] [--today DAG]
                          [--format table|csv|json|xlsx|docx] [--dialect international|nl]
                          [--language nl|en] [--out BESTAND] ${receiptUsage}
                          [--remember BESTAND] [--print-anyway REDEN]

De provinciale tafel van een werkruimte: aangeboden plekken per gemeente naast het indicatieve aandeel,
de uitruil per taak, de drie toetsen (aftrek, verdeelbesluit, uitkering) en de kalender.

  --workspace  de werkruimte (JSON, zie public/schema/provincial-workspace.json), of “example” voor
               een verzonnen provincie; bestanden met locaties
               (CSV, .xlsx, .ods) staan erin of ernaast
  --edition    confidential (standaard), of public: openbare aantallen precies, van vertrouwelijke
               alleen sommen waaruit niemand het aantal van een gemeente afleidt
  --remember   van de openbare uitgave: schrijft de werkruimte met daarin wat deze uitgave afdrukte,
               zodat een volgende uitgave niets verklapt door het verschil; vertrouwelijk
  --print-anyway  van de openbare uitgave: de reden om vertrouwelijke sommen toch precies af te drukken;
               wat daaruit is af te leiden, wordt gewaarschuwd
  --today      de dag waarop de stand van de kalender wordt gevraagd (standaard vandaag)
  --format     table (standaard), csv (het aanbod per gemeente), xlsx of docx (het hele
               verslag; docx met ruimte voor tekst), of json:
               het verslag volgens public/schema/provincial-report.json
${receiptHelp}                alleen van de vertrouwelijke editie: er staat elke cel in
${senderHelp}`;

interface Opened {
  readonly files: Readonly<Record<string, string>>;
  readonly workspace: CompleteWorkspace;
  readonly sha256: string;
}

function open(core: Core, path: string): Opened {
  const { workspace, files, sha256 } = openFile(core, path);
  if (!isComplete(workspace)) {
    const lacking = workspace.municipalities.filter(({ indicative }) => indicative === null);
    throw new WrongCall(
      `het indicatieve aandeel is nog niet ingevuld van ${lacking.map(({ name }) => name).join(', ')}`,
    );
  }
  return { workspace, files, sha256 };
}

const orUnknown = (number: number | null): string => (number === null ? '?' : String(number));
const signed = (number: number | null): string =>
  number !== null && number > 0 ? `+${number}` : orUnknown(number);

function offerText(workspace: ProvincialWorkspace, table: ProvincialTableResult): string {
  const parts = table.offers.map((offer) => {
    const rows = offer.municipalities.map((row, at) => [
      workspace.municipalities[at]?.name ?? '',
      String(row.indicative),
      ...(row.offered === null
        ? ['nog niet ontvangen', '', '', '']
        : [row.offered.total, ...row.offered.byCertainty].map(String)),
      signed(row.difference),
      orUnknown(row.indicativeMinors),
      orUnknown(row.offered?.totalMinors ?? null),
      signed(row.minorsDifference),
      String(row.afterAgreed.task),
      signed(row.afterAgreed.difference),
    ]);
    const sums = [
      ...offer.regions.map((region) => ({ title: `regio ${region.name}`, sum: region })),
      { title: 'provincie (opgave)', sum: offer.province },
    ].map(({ title, sum }) => [
      sum.known === sum.municipalities
        ? title
        : `${title}, over ${sum.known} van ${sum.municipalities} gemeenten`,
      String(sum.indicative),
      String(sum.offered.total),
      ...sum.offered.byCertainty.map(String),
      signed(sum.difference),
      orUnknown(sum.indicativeMinors),
      String(sum.offered.totalMinors),
      signed(sum.minorsDifference),
      '',
      '',
    ]);
    return `Aangeboden op ${offer.date}\n${alignedTable(
      [
        [
          'gemeente',
          'indicatief',
          'aangeboden',
          'bestaand',
          'besloten',
          'voornemen',
          'verschil',
          'amv indicatief',
          'amv aangeboden',
          'amv verschil',
          'na uitruil',
          'verschil na uitruil',
        ],
        ...rows,
        ...sums,
      ],
      1,
    )}`;
  });
  return parts.join('\n');
}

const ledgerWords: Record<LedgerTable['ledger'], string> = {
  asylum_regular: 'opvangplaatsen, regulier',
  asylum_minors: 'opvangplaatsen, amv',
  status_holders: 'taakstelling huisvesting vergunninghouders (statushouders)',
  ukraine: 'plekken Oekraïne',
};

function restText(made: ConfidentialReport): string {
  const { table } = made;
  const answers = reportTables(made, 'nl').find(({ id }) => id === 'answers');
  const lines: string[] = [
    '',
    ...(answers?.notes ?? []),
    ...(answers?.rows ?? [])
      .map((row) => row.map((cell) => (typeof cell === 'string' ? cell : '')))
      .filter((row) => row.at(-1) !== 'telt mee')
      .map((row) => `  ${row[0] ?? ''}: ${row[1] ?? ''} (${row.at(-1) ?? ''})`),
    '',
    'Uitruil: som per taak, voor en na hetzelfde',
  ];
  for (const ledger of table.ledgers)
    lines.push(
      `  ${[ledgerWords[ledger.ledger], ledger.halfYear ?? ledger.date ?? ''].join(' ').trim()}: ${ledger.sum} (${ledger.flow ? 'per halfjaar' : 'op een peildatum'})`,
    );
  if (table.deduction !== null)
    lines.push(
      `A. Aftrek van de opgave op ${table.deduction.day}: ${table.deduction.total} duurzame plekken (minstens vijf jaar beschikbaar); nog beschikbaar te maken ${table.deduction.toMakeAvailable}, waarvan voor amv minstens ${orUnknown(table.deduction.toMakeAvailableMinors)}.`,
    );
  if (table.decision !== null)
    lines.push(
      `B. Telt mee voor het verdeelbesluit op ${table.decision.day}: ${table.decision.total} plekken.`,
    );
  if (table.grants !== null)
    lines.push(
      `C. Uitkeringen: € ${table.grants.total}. De 75%-regel geeft € ${table.grants.surplus.euros}: € ${table.grants.surplus.toProvince} voor de provincie, € ${table.grants.surplus.toMunicipalities} voor gemeenten die aan hun verdeelbesluit voldeden. Met onze lezing van wat de tekst openlaat.`,
    );
  lines.push('', reportGrounds.nl, '');
  return lines.join('\n');
}

const cellText = (cell: Cell | undefined): string =>
  cell == null ? '' : typeof cell === 'object' ? cell.decimal : String(cell);

/** The public edition in plain text: tables of counts as in every other format, with their notes. */
function publicText(made: PublicReport): string {
  const shown = new Set(['offers', 'deduction', 'decision', 'grants', 'exchanges', 'ledgers']);
  const parts = reportTables(made, 'nl')
    .filter(({ id }) => shown.has(id))
    .map(({ title, columns, rows, texts, notes }) =>
      [
        title,
        ...notes.flatMap((note) => linesOf(note)),
        alignedTable(
          [columns, ...rows].map((row) => row.map(cellText)),
          texts,
        ),
      ].join('\n'),
    );
  return [...parts, reportGrounds.nl, ''].join('\n');
}

function run(core: Core, args: string[]): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      workspace: { type: 'string' },
      edition: { type: 'string', default: 'confidential' },
      today: { type: 'string' },
      format: { type: 'string', default: 'table' },
      dialect: { type: 'string', default: 'international' },
      language: { type: 'string', default: 'nl' },
      out: { type: 'string' },
      'print-anyway': { type: 'string' },
      remember: { type: 'string' },
      ...receiptOption,
      ...senderOptions,
    },
  });
  if (isAboutSenders(values)) return runSenders(core, values, positionals);
  if (positionals[0] !== undefined) throw new WrongCall(`“${positionals[0]}” hoort hier niet`);
  const edition = oneOf('edition', values.edition, ['confidential', 'public'] as const);
  const format = oneOf('format', values.format, ['table', 'csv', 'json', 'xlsx', 'docx'] as const);
  const dialect = oneOf('dialect', values.dialect, ['international', 'nl'] as const);
  const language = oneOf('language', values.language, ['nl', 'en'] as const);
  if (values.workspace === undefined) throw new WrongCall('geef --workspace');
  const { workspace: kept, files, sha256 } = open(core, values.workspace);
  const anyway = values['print-anyway'];
  if (edition === 'confidential' && (anyway ?? values.remember) !== undefined)
    throw new WrongCall('--print-anyway en --remember horen bij --edition public');
  if (anyway?.trim() === '') throw new WrongCall('geef een reden bij --print-anyway');
  const workspace: CompleteWorkspace =
    anyway === undefined
      ? kept
      : { ...kept, publication: { ...kept.publication, printAnyway: anyway } };
  const round = findRound(catalogue, workspace.round);
  if (round === undefined) throw new WrongCall(`de ronde “${workspace.round}” is er niet`);

  if (edition === 'public' && values.receipt !== undefined)
    throw new WrongCall('--receipt hoort bij de vertrouwelijke editie: er staat elke cel in');
  const asked = tableParameters(workspace);
  const all = core.run('provincial_table', asked);
  const answer =
    edition === 'public' ? core.run('public_edition', publicParameters(workspace)) : all;
  const status = report(answer, language);
  const today = values.today ?? clockDay();
  const calendar = core.run('calendar', {
    year: roundYear(round),
    today,
    days: [...roundDays(round, language, catalogue), ...workspace.calendar],
  });
  const calendarStatus = report(calendar, language);
  if (!answer.ok || !all.ok || !calendar.ok) return Math.max(status, calendarStatus);
  const spreading = remainderQuestion(workspace, answer.result);
  const spread = spreading === null ? null : core.run('spread_remainder', spreading);
  const made = provincialReport(workspace, answer.result, {
    calendar: calendar.result,
    housing: housingAnswer(core, catalogue, workspace, today),
    remainder: spread?.ok === true ? spread.result : null,
    program: core.version(),
    all: all.result,
    workspaceSha256: sha256,
  });
  if (format === 'json') emit(jsonText(made), values.out);
  else if (format === 'csv') emit(offersCsv(made, dialect), values.out);
  else if (format === 'xlsx' || format === 'docx') {
    if (values.out === undefined) throw new WrongCall(`geef --out bij --format ${format}`);
    emit((format === 'xlsx' ? reportWorkbook : reportWord)(made, language), values.out);
  } else {
    const title = `${workspace.province}${made.invented ? ' (verzonnen, om mee te oefenen)' : ''}: opgave ${workspace.task.total ?? answer.result.offers[0]?.province.indicative ?? ''}, waarvan amv ${orUnknown(workspace.task.minors)}. ${workspace.task.source}\n\n`;
    const text =
      made.edition === 'public'
        ? publicText(made)
        : offerText(workspace, made.table) + restText(made);
    emit(title + text, values.out);
  }
  if (values.remember !== undefined) {
    const record = core.run('edition_record', publicParameters(workspace));
    if (record.ok)
      emit(
        workspaceText({ workspace: withEdition(workspace, record.result, today), files }),
        values.remember,
      );
  }
  writeReceipt(core, values.receipt, 'provincial_table', asked, undefined, language);
  return answer.findingCounts.error + calendar.findingCounts.error > 0 ? 1 : 0;
}

export const province: Command = { help, run };
