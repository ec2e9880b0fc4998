/** `province` for what municipalities send in: templates, one list of senders, replies, merging. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Core } from '../index.ts';
import {
  accept,
  differencesOf,
  municipalityNamed,
  senderList,
  takeIn,
} from '../province/intake.ts';
import {
  areOfOneTable,
  besideTheirs,
  withTheirs,
  workspaceDifferences,
} from '../province/merge.ts';
import type { Language } from '../words/messages.ts';
import { nothingReceived } from '../province/records.ts';
import { replyPage, replyStem, replyTo, replyWorkbook } from '../province/reply.ts';
import { templateCsv, templateWorkbook } from '../province/template.ts';
import { workspaceText } from '../province/workspace-file.ts';
import { type ProvincialWorkspace, isComplete, tableParameters } from '../province/workspace.ts';
import { WrongCall, oneOf } from './call.ts';
import { alignedTable, clockDay, emit, report, tell } from './output.ts';
import { openFile, putTables, readReceived } from './workspace.ts';

export const senderOptions = {
  template: { type: 'string' },
  municipality: { type: 'string' },
  receive: { type: 'boolean' },
  accept: { type: 'boolean' },
  merge: { type: 'string' },
  replies: { type: 'string' },
} as const;

export const senderHelp = `
Aanleveringen van gemeenten:
  spreidingswijzer province --template BESTAND.csv|.xlsx [--workspace W --municipality NAAM]
  spreidingswijzer province --workspace W --receive BESTAND… [--accept] [--out W2]
  spreidingswijzer province --workspace W --merge W3 [--accept] [--out W2]
  spreidingswijzer province --workspace W --replies MAP

  --template   schrijft het sjabloon voor locaties, ingevuld met de gemeente
  --receive    leest bestanden van gemeenten (CSV, .xlsx, .ods): wie leverde aan, wie ontbreekt, en oud
               en nieuw per cel. Een nieuwe versie wacht, tenzij --accept
  --merge      legt de werkruimte van een collega ernaast: de verschillen per cel; met --accept
               overgenomen
  --replies    schrijft per gemeente “Klopt dit?”, als pagina en als rekenblad
  --language   nl (standaard) of en: de taal van het sjabloon en van “Klopt dit?”
  --out        schrijft de werkruimte die eruit komt
`;

interface Values {
  readonly workspace?: string | undefined;
  readonly template?: string | undefined;
  readonly municipality?: string | undefined;
  readonly receive?: boolean | undefined;
  readonly accept?: boolean | undefined;
  readonly merge?: string | undefined;
  readonly replies?: string | undefined;
  readonly out?: string | undefined;
  readonly today?: string | undefined;
  readonly language?: string | undefined;
}

const languageOf = ({ language = 'nl' }: Values): Language =>
  oneOf('language', language, ['nl', 'en'] as const);

export const isAboutSenders = (values: Values): boolean =>
  values.template !== undefined ||
  values.receive === true ||
  values.merge !== undefined ||
  values.replies !== undefined;

function writeTemplate(core: Core, path: string, values: Values): number {
  const language = languageOf(values);
  const form = /\.(csv|xlsx)$/i.exec(path)?.[1]?.toLowerCase();
  if (form === undefined) throw new WrongCall('--template is een .csv of een .xlsx');
  let of = null;
  if (values.municipality !== undefined) {
    if (values.workspace === undefined)
      throw new WrongCall('--municipality hoort bij --workspace: daar staan code en naam');
    const { municipalities } = openFile(core, values.workspace).workspace;
    const code = municipalityNamed(values.municipality, municipalities);
    of = municipalities.find((each) => each.code === code) ?? null;
    if (of === null)
      throw new WrongCall(`de gemeente “${values.municipality}” staat niet in de werkruimte`);
  }
  writeFileSync(path, form === 'csv' ? templateCsv(of, language) : templateWorkbook(of, language));
  return 0;
}

const words = {
  received: 'overgenomen',
  same: 'hetzelfde als wat er al was',
  waiting: 'wacht',
  empty: 'er staat geen tabel in',
} as const;

const reasons = {
  newer: 'nieuwe versie; met --accept overgenomen',
  layout: 'een eigen indeling: leg in de pagina één keer vast welke kolom wat is',
  sender: 'van welke gemeente dit is, blijkt niet; zet haar naam in de bestandsnaam',
} as const;

function receive(
  core: Core,
  workspace: ProvincialWorkspace,
  paths: readonly string[],
  takeOver: boolean,
  today: string,
): { workspace: ProvincialWorkspace; refused: number } {
  let present = workspace;
  let refused = 0;
  for (const path of paths) {
    try {
      const came = takeIn(core, present, readReceived(core, path), today);
      present = came.workspace;
      emit(`${path}: ${words[came.what]}\n`, undefined);
      if (came.what === 'empty') refused += 1;
    } catch (fault) {
      if (!(fault instanceof WrongCall)) throw fault;
      tell(fault.message);
      refused += 1;
    }
  }
  for (const waiting of (present.senders ?? nothingReceived).waiting) {
    emit(`\n${waiting.name}: ${reasons[waiting.reason]}\n`, undefined);
    if (waiting.reason !== 'newer') continue;
    const differences = differencesOf(core, present, waiting)?.differences ?? [];
    emit(
      alignedTable(
        [
          ['locatie', 'wat', 'oud', 'nieuw'],
          ...differences.map((each) => [
            each.location,
            each.field ?? 'hele locatie',
            each.before,
            each.after,
          ]),
        ],
        4,
      ),
      undefined,
    );
    if (takeOver) present = accept(core, present, waiting, new Set(), today);
  }
  return { workspace: present, refused };
}

function merge(
  core: Core,
  mine: ProvincialWorkspace,
  path: string,
  takeOver: boolean,
  today: string,
): ProvincialWorkspace {
  const { workspace: theirs, sha256 } = openFile(core, path);
  if (!areOfOneTable(mine, theirs))
    throw new WrongCall(`“${path}” is geen werkruimte van deze provinciale tafel en ronde`);
  const differences = workspaceDifferences(mine, theirs);
  emit(
    alignedTable(
      [
        ['wat', 'van u', 'van uw collega'],
        ...differences.map((each) => [
          each.key,
          each.mine === undefined ? '' : JSON.stringify(each.mine),
          each.theirs === undefined ? '' : JSON.stringify(each.theirs),
        ]),
      ],
      3,
    ),
    undefined,
  );
  const joined = besideTheirs(core, mine, theirs, { name: basename(path), sha256 }, today);
  return takeOver
    ? withTheirs(joined, differences, new Set(differences.map(({ key }) => key)))
    : joined;
}

export function runSenders(core: Core, values: Values, paths: readonly string[]): number {
  if (values.template !== undefined) return writeTemplate(core, values.template, values);
  if (values.workspace === undefined) throw new WrongCall('geef --workspace');
  if (values.receive === true && paths.length === 0)
    throw new WrongCall('geef bij --receive de bestanden van gemeenten');
  const today = values.today ?? clockDay();
  const language = languageOf(values);
  const opened = openFile(core, values.workspace);
  let { workspace } = opened;
  let refused = 0;
  if (values.merge !== undefined)
    workspace = merge(core, workspace, values.merge, values.accept === true, today);
  if (values.receive === true)
    ({ workspace, refused } = receive(core, workspace, paths, values.accept === true, today));
  putTables(core, workspace);
  const named = workspace.municipalities.map((each) => ({
    ...each,
    // Only what came in is told here: a share that is lacking stands in nobody's way.
    indicative: each.indicative ?? 0,
  }));
  const answer = core.run(
    'provincial_table',
    tableParameters({ ...workspace, municipalities: named }, 'confidential'),
  );
  const status = report(answer, language);
  if (!answer.ok) return status;
  const list = senderList(workspace, answer.result.locations);
  const rows = new Map(answer.result.files.map(({ file, rows: count }) => [file, count]));
  emit(
    `\n${alignedTable(
      [
        ['gemeente', 'bestand', 'versie', 'locaties', 'meldingen', 'stand'],
        ...list.map(({ name, sheet, elsewhere, waiting, isMissing }) => [
          name,
          sheet?.name ?? '',
          sheet === null ? '' : String(sheet.version),
          sheet === null ? '' : String(rows.get(sheet.name) ?? 0),
          sheet === null
            ? ''
            : String(answer.findings.filter(({ file }) => file === sheet.name).length),
          isMissing
            ? 'nog niets ontvangen'
            : [
                ...(sheet === null ? [] : ['telt mee']),
                ...(elsewhere.length === 0 ? [] : [`staat in ${elsewhere.join(', ')}`]),
                ...(waiting.length === 0 ? [] : ['een bestand wacht']),
              ].join('; '),
        ]),
      ],
      3,
    )}`,
    undefined,
  );
  if (values.replies !== undefined) {
    mkdirSync(values.replies, { recursive: true });
    const result = isComplete(workspace) ? answer.result : { ...answer.result, offers: [] };
    for (const at of workspace.municipalities.keys()) {
      const reply = replyTo(core, workspace, at, result, answer.findings, today, language);
      if (reply === null) continue;
      const stem = join(values.replies, replyStem(reply));
      writeFileSync(`${stem}.html`, replyPage(reply));
      writeFileSync(`${stem}.xlsx`, replyWorkbook(reply));
    }
  }
  if (values.out !== undefined) emit(workspaceText({ workspace, files: opened.files }), values.out);
  return refused > 0 || answer.findingCounts.error > 0 ? 1 : 0;
}
