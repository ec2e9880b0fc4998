/** `province` for what municipalities send in: templates, one list of senders, replies, merging. */
import { lookUp } from '../contract/look-up.ts';
import { basename, join } from 'node:path';
import type { Core } from '../index.ts';
import {
  accept,
  assignSender,
  correct,
  differencesOf,
  placeInFile,
  senderList,
  takeHidden,
  takeIn,
  useMapping,
} from '../province/intake.ts';
import { stillOpen } from '../province/claims.ts';
import { municipalityNamed } from '../province/municipalities.ts';
import {
  areOfOneTable,
  besideTheirs,
  filesBeside,
  offered,
  withTheirs,
  workspaceDifferences,
} from '../province/merge.ts';
import { placeInWords, valueInWords } from '../province/difference-words.ts';
import { type Language, eachPlace } from '../words/messages.ts';
import { type WaitingSheet, nothingReceived } from '../province/records.ts';
import { replyPage, replyStem, replyTo, replyWorkbook } from '../province/reply.ts';
import { templateCsv, templateWorkbook } from '../province/template.ts';
import { workspaceText } from '../province/workspace-file.ts';
import { type ProvincialWorkspace, isComplete, tableParameters } from '../province/workspace.ts';
import { WrongCall, oneOf } from './call.ts';
import { alignedTable, clockDay, emit, makeFolder, report, save, tell } from './output.ts';
import { mappingOf, readLayouts, several, writtenProposal } from './province-layouts.ts';
import { type OpenedFile, openFile, putTables, readBytes, readReceived } from './workspace.ts';

export const senderOptions = {
  template: { type: 'string' },
  municipality: { type: 'string' },
  receive: { type: 'boolean' },
  accept: { type: 'boolean' },
  merge: { type: 'string' },
  replies: { type: 'string' },
  assign: { type: 'string', multiple: true },
  layout: { type: 'string', multiple: true },
  hidden: { type: 'boolean' },
  correct: { type: 'string', multiple: true },
  by: { type: 'string' },
} as const;

export const senderHelp = `
Aanleveringen van gemeenten:
  spreidingswijzer province --template BESTAND.csv|.xlsx [--workspace W --municipality NAAM]
  spreidingswijzer province --workspace W --receive BESTAND… [--accept] [--out W2]
                            [--assign BESTAND=GEMEENTE] [--layout BESTAND.json] [--hidden]
                            [--correct BESTAND:CEL=WAARDE --by WIE]
  spreidingswijzer province --workspace W --merge W3 [--accept] [--out W2]
  spreidingswijzer province --workspace W --replies MAP

  --template   schrijft het sjabloon voor locaties, ingevuld met de gemeente
  --receive    leest bestanden van gemeenten (CSV, .xlsx, .ods): wie leverde aan, wie ontbreekt, en oud
               en nieuw per cel. Een nieuwe versie wacht, tenzij --accept
  --assign     “bestand=gemeente”: van wie een bestand is waaruit dat niet blijkt; “bestand=meer
               gemeenten” voor een gezamenlijke lijst. Mag vaker
  --layout     JSON met een eigen indeling: welke kolom wat is. Bij elk bestand dat erop wacht staat een
               voorstel dat u kunt bewaren en verbeteren. Mag vaker
  --hidden     leest ook bladen die de afzender verborgen had
  --correct    “bestand:C5=120”: een eigen waarde voor een cel; wat er stond blijft bewaard. Mag vaker
  --by         wie verbetert (functie of initialen), voor het logboek
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
  readonly assign?: readonly string[] | undefined;
  readonly layout?: readonly string[] | undefined;
  readonly hidden?: boolean | undefined;
  readonly correct?: readonly string[] | undefined;
  readonly by?: string | undefined;
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
  [values.assign, values.layout, values.correct].some((each) => each !== undefined) ||
  values.hidden === true ||
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
    const code = municipalityNamed(core, municipalities, values.municipality);
    of = municipalities.find((each) => each.code === code) ?? null;
    if (of === null)
      throw new WrongCall(`de gemeente “${values.municipality}” staat niet in de werkruimte`);
  }
  save(path, form === 'csv' ? templateCsv(of, language) : templateWorkbook(of, language));
  return 0;
}

const words = {
  received: 'overgenomen',
  same: 'hetzelfde als wat er al was',
  waiting: 'wacht',
  empty: 'er staat geen tabel in',
  text: 'geen getallen; niet gelezen',
  own: 'een blad van deze rekenhulp zelf; niet gelezen',
} as const;

const unreadWords = {
  above: 'boven de tabel',
  column: 'in een kolom waar niet naar is gevraagd',
  comment: 'opmerking bij de cel',
  remark: 'door de lezer van het bestand weggelaten',
} as const;

const reasons = {
  newer: 'nieuwe versie; met --accept overgenomen',
  layout: 'een eigen indeling: leg in de pagina één keer vast welke kolom wat is',
  sender: 'van welke gemeente dit is, blijkt niet; zeg het met --assign “bestand=gemeente”',
  hidden: 'een verborgen blad met getallen; lees het met --hidden',
} as const;

/** What stands before and behind the last mark of “a=b”. */
function halves(option: string, text: string): [string, string] {
  const at = text.lastIndexOf('=');
  if (at < 1) throw new WrongCall(`--${option} is “…=…”`);
  return [text.slice(0, at), text.slice(at + 1)];
}

/** What a person says of tables that wait: from whom they are, and how they are laid out. */
function answered(
  core: Core,
  workspace: ProvincialWorkspace,
  values: Values,
  today: string,
): ProvincialWorkspace {
  let present = workspace;
  const waiting = (): readonly WaitingSheet[] => (present.senders ?? nothingReceived).waiting;
  if (values.hidden === true)
    for (const each of waiting().filter(({ reason }) => reason === 'hidden'))
      present = takeHidden(core, present, each).workspace;
  for (const said of values.assign ?? []) {
    const [file, name] = halves('assign', said);
    const code = name === several ? null : municipalityNamed(core, present.municipalities, name);
    if (code === undefined)
      throw new WrongCall(`de gemeente “${name}” staat niet in de werkruimte`);
    const meant = waiting().filter(
      (each) =>
        each.reason === 'sender' && (each.name === file || each.name.startsWith(`${file}#`)),
    );
    if (meant.length === 0) throw new WrongCall(`op een afzender wacht geen bestand “${file}”`);
    for (const each of meant) present = assignSender(core, present, each, code).workspace;
  }
  for (const path of values.layout ?? []) {
    const layouts = readLayouts(path, new TextDecoder().decode(readBytes(path)));
    let used = 0;
    for (const each of waiting().filter(({ reason }) => reason === 'layout'))
      for (const layout of layouts) {
        const mapping = mappingOf(core, present, each, layout);
        if (mapping === undefined) continue;
        present = useMapping(core, present, each, mapping, today).workspace;
        used += 1;
        break;
      }
    if (used === 0)
      throw new WrongCall(`“${path}” past bij geen bestand dat op een indeling wacht`);
  }
  return present;
}

function corrected(
  workspace: ProvincialWorkspace,
  values: Values,
  today: string,
): ProvincialWorkspace {
  let present = workspace;
  for (const said of values.correct ?? []) {
    const at = said.indexOf('=');
    const mark = said.lastIndexOf(':', at);
    if (at < 1 || mark < 1) throw new WrongCall('--correct is “bestand:C5=waarde”');
    const [file, place, value] = [
      said.slice(0, mark),
      said.slice(mark + 1, at),
      said.slice(at + 1),
    ];
    const sheet = present.senders?.sheets.find(({ name }) => name === file);
    if (sheet === undefined) throw new WrongCall(`er telt geen bestand “${file}” mee`);
    const cell = sheet.rows
      .flatMap((row, index) => row.map((_, column) => ({ row: index, column })))
      .find(({ row, column }) => placeInFile(sheet, row, column) === place.toUpperCase());
    if (cell === undefined) throw new WrongCall(`“${file}” heeft geen cel ${place}`);
    present = correct(present, sheet, cell, value.trim(), values.by ?? 'provincie', today);
  }
  return present;
}

/** Tables that wait: what for, old beside new, and what is proposed. */
function tellWaiting(core: Core, present: ProvincialWorkspace, waiting: WaitingSheet): void {
  emit(`\n${waiting.name}: ${reasons[waiting.reason]}\n`, undefined);
  if (waiting.reason === 'layout') emit(`${writtenProposal(core, present, waiting)}\n`, undefined);
  if (waiting.reason !== 'newer') return;
  emit(
    alignedTable(
      [
        ['locatie', 'wat', 'oud', 'nieuw'],
        ...differencesOf(core, present, waiting).differences.map((each) => [
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
}

function receive(
  core: Core,
  workspace: ProvincialWorkspace,
  paths: readonly string[],
  values: Values,
  today: string,
): { workspace: ProvincialWorkspace; refused: number } {
  let present = workspace;
  let refused = 0;
  for (const path of paths) {
    try {
      const came = takeIn(core, present, readReceived(core, path), today);
      present = came.workspace;
      emit(`${path}: ${words[came.what]}\n`, undefined);
      if (came.tables.length > 1)
        for (const { table, what } of came.tables) emit(`  ${table}: ${words[what]}\n`, undefined);
      if (came.what === 'empty') refused += 1;
    } catch (fault) {
      if (!(fault instanceof WrongCall)) throw fault;
      tell(fault.message);
      refused += 1;
    }
  }
  present = answered(core, present, values, today);
  for (const waiting of (present.senders ?? nothingReceived).waiting) {
    tellWaiting(core, present, waiting);
    if (values.accept === true && waiting.reason === 'newer')
      present = accept(core, present, waiting, new Set(), today);
  }
  return { workspace: corrected(present, values, today), refused };
}

/** Numbers that stand in the files and are not read. */
function tellUnread(workspace: ProvincialWorkspace): void {
  const records = workspace.senders ?? nothingReceived;
  const lines = [...records.sheets, ...records.waiting].flatMap(({ name, unread = [] }) =>
    unread.map(
      ({ at, text, why }) =>
        `  ${name}:${at} (${unreadWords[why]}): ${text === '' ? 'niet bewaard, want het lijkt op een gegeven van een persoon' : `“${text}”`}\n`,
    ),
  );
  if (lines.length > 0) emit(`\nNiet gelezen getallen:\n${lines.join('')}`, undefined);
}

function merge(
  core: Core,
  opened: OpenedFile,
  path: string,
  takeOver: boolean,
  today: string,
  language: Language,
): Pick<OpenedFile, 'workspace' | 'files'> {
  const mine = opened.workspace;
  const other = openFile(core, path);
  const { workspace: theirs, files } = filesBeside(
    opened.files,
    other.files,
    other.workspace,
    mine,
  );
  if (!areOfOneTable(mine, theirs))
    throw new WrongCall(`“${path}” is geen werkruimte van deze provinciale tafel en ronde`);
  const differences = workspaceDifferences(mine, theirs);
  emit(
    alignedTable(
      [
        ['wat', 'van u', 'van uw collega'],
        ...differences.map((each) => [
          placeInWords(mine, each, language),
          valueInWords(mine, each.mine, language),
          valueInWords(mine, each.theirs, language),
        ]),
      ],
      3,
    ),
    undefined,
  );
  const joined = besideTheirs(
    core,
    mine,
    theirs,
    { name: basename(path), sha256: other.sha256 },
    today,
  );
  // A union: what the other lacks is never taken away.
  return {
    workspace: takeOver ? withTheirs(joined, differences, offered(differences)) : joined,
    files,
  };
}

export function runSenders(core: Core, values: Values, paths: readonly string[]): number {
  if (values.template !== undefined) return writeTemplate(core, values.template, values);
  if (values.workspace === undefined) throw new WrongCall('geef --workspace');
  if (values.receive === true && paths.length === 0)
    throw new WrongCall('geef bij --receive de bestanden van gemeenten');
  const today = values.today ?? clockDay();
  const language = languageOf(values);
  const opened = openFile(core, values.workspace);
  let { workspace, files } = opened;
  let refused = 0;
  if (values.merge !== undefined)
    ({ workspace, files } = merge(
      core,
      opened,
      values.merge,
      values.accept === true,
      today,
      language,
    ));
  ({ workspace, refused } = receive(core, workspace, paths, values, today));
  for (const name of workspace.locations)
    core.put(name, Buffer.from(lookUp(files, name) ?? '', 'base64'));
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
  const status = report(
    answer.ok ? { ...answer, findings: stillOpen(workspace, answer.findings) } : answer,
    language,
  );
  if (!answer.ok) return status;
  tellUnread(workspace);
  const list = senderList(workspace, answer.result.locations);
  const rows = new Map(answer.result.files.map(({ file, rows: count }) => [file, count]));
  emit(
    `\n${alignedTable(
      [
        ['gemeente', 'bestand', 'versie', 'locaties', 'meldingen', 'stand'],
        ...list.flatMap(({ name, sheets, elsewhere, waiting, isMissing }) =>
          (sheets.length === 0 ? [null] : sheets).map((sheet) => [
            name,
            sheet?.name ?? '',
            sheet === null ? '' : String(sheet.version),
            sheet === null ? '' : String(rows.get(sheet.name) ?? 0),
            sheet === null
              ? ''
              : String(eachPlace(answer.findings).filter(({ file }) => file === sheet.name).length),
            isMissing
              ? 'nog niets ontvangen'
              : [
                  ...(sheet === null ? [] : ['telt mee']),
                  ...(elsewhere.length === 0 ? [] : [`staat in ${elsewhere.join(', ')}`]),
                  ...(waiting.length === 0 ? [] : ['een bestand wacht']),
                ].join('; '),
          ]),
        ),
      ],
      3,
    )}`,
    undefined,
  );
  if (values.replies !== undefined) {
    makeFolder(values.replies);
    const result = isComplete(workspace) ? answer.result : { ...answer.result, offers: [] };
    for (const at of workspace.municipalities.keys()) {
      const reply = replyTo(core, workspace, at, result, answer.findings, today, language);
      if (reply === null) continue;
      const stem = join(values.replies, replyStem(reply, workspace.municipalities));
      save(`${stem}.html`, replyPage(reply));
      save(`${stem}.xlsx`, replyWorkbook(reply));
    }
  }
  if (values.out !== undefined) emit(workspaceText({ workspace, files }), values.out);
  return refused > 0 || answer.findingCounts.error > 0 ? 1 : 0;
}
