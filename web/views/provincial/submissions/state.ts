/** Files of municipalities on the page: taken in, waiting, merged with those of a colleague. */
import { batch, signal } from '@preact/signals';
import { zipSync } from 'fflate';
import type { Finding } from '../../../../wasm/index.ts';
import type { ProvincialWorkspace } from '../../../../wasm/province/workspace.ts';
import {
  type TakenIn,
  type TakenTable,
  accept,
  assignSender,
  bringBack,
  bringTypedBack,
  type ClaimedRow,
  correct,
  decideClaim,
  placeInFile,
  reject,
  remove,
  takeHidden,
  takeIn,
  useMapping,
} from '../../../../wasm/province/intake.ts';
import { claimName } from '../../../../wasm/province/claims.ts';
import {
  type WorkspaceDifference,
  areOfOneTable,
  besideTheirs,
  filesBeside,
  offered,
  withTheirs,
  workspaceDifferences,
} from '../../../../wasm/province/merge.ts';
import type {
  LayoutMapping,
  LocationSheet,
  WaitingSheet,
} from '../../../../wasm/province/records.ts';
import {
  fileStem,
  fileStems,
  replyPage,
  replyStem,
  replyTo,
  replyWorkbook,
} from '../../../../wasm/province/reply.ts';
import { receivedFile } from '../../../../wasm/province/table-reading.ts';
import {
  templateCsv,
  templateWords,
  templateWorkbook,
} from '../../../../wasm/province/template.ts';
import { openWorkspace, workspaceText } from '../../../../wasm/province/workspace-file.ts';
import { cellName, isPart } from '../../../../wasm/files/part.ts';
import { sha256 } from '../../../dossier/base64.ts';
import { keptApart } from '../../../dossier/work.ts';
import { saveFile } from '../../../page/save.ts';
import { announcement, core, language, texts } from '../../../state/page.ts';
import { Work, WorkFault } from '../../../worker/work.ts';
import type { WorkerFault } from '../../../worker/protocol.ts';
import { change, standsIn, table, tableState, today, workspace } from '../state.ts';

/** What came of a file that was just taken in. */
export interface Arrival {
  readonly file: string;
  readonly what: TakenIn['what'] | 'refused' | 'other_table';
  readonly fault: WorkerFault | null;
  readonly sheet: LocationSheet | null;
  /** What became of each of its tables, where there are more. */
  readonly tables: readonly TakenTable[];
}
export const arrivals = signal<readonly Arrival[]>([]);
/** The file that is being read; empty: none. */
export const receiving = signal('');

/** A colleague's workspace, laid beside this one until a person is done with it. */
export interface Merging {
  readonly name: string;
  readonly differences: readonly WorkspaceDifference[];
  /** Contents of files with locations, mine and theirs. */
  readonly files: Readonly<Record<string, string>>;
}
export const merging = signal<Merging | null>(null);

const isDocument = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0x50 && bytes[1] === 0x4b) ||
  (bytes[0] === 0xd0 && bytes[1] === 0xcf) ||
  /^(%PDF-|<[!?A-Za-z])/.test(new TextDecoder('windows-1252').decode(bytes.subarray(0, 64)).trim());

const nothing = { fault: null, sheet: null, tables: [] } as const;

/** Takes files in, all of them as one step of undo. */
export async function receive(chosen: readonly File[]): Promise<void> {
  const running = core.value;
  let present = workspace.value;
  if (running === null || present === null || receiving.value !== '') return;
  const done: Arrival[] = [];
  let work: Work | null = null;
  let beside: Merging | null = null;
  for (const file of chosen) {
    receiving.value = file.name;
    const bytes = new Uint8Array(await file.arrayBuffer());
    try {
      if (/\.json$/i.test(file.name)) {
        const outcome = await joined(present, file.name, bytes);
        if (outcome === null) {
          done.push({ ...nothing, file: file.name, what: 'other_table' });
        } else [present, beside] = outcome;
        continue;
      }
      let tables = null;
      if (isDocument(bytes)) {
        work ??= await Work.start();
        const document = await work.ask({ ask: 'document', bytes, known: null });
        tables = document?.tables ?? null;
      }
      const came = takeIn(
        running,
        present,
        receivedFile(running, file.name, bytes, tables),
        today(),
      );
      present = came.workspace;
      done.push({ ...came, file: file.name, fault: null });
    } catch (fault) {
      const code = fault instanceof WorkFault ? fault.code : 'worker_broken';
      done.push({ ...nothing, file: file.name, what: 'refused', fault: code });
    }
  }
  work?.stop();
  batch(() => {
    receiving.value = '';
    arrivals.value = done;
    if (beside !== null) merging.value = beside;
    if (present.senders !== undefined) change({ senders: present.senders });
    announcement.value = texts.value.senders.arrived(String(chosen.length));
  });
}

async function joined(
  mine: ProvincialWorkspace,
  name: string,
  bytes: Uint8Array,
): Promise<[ProvincialWorkspace, Merging] | null> {
  const opened = openWorkspace(new TextDecoder().decode(bytes));
  const running = core.value;
  if (!opened.ok || running === null || !areOfOneTable(mine, opened.workspace)) return null;
  const fingerprint = (await sha256(bytes)) ?? '';
  const { workspace: theirs, files } = filesBeside(
    tableState.value.files,
    opened.files,
    opened.workspace,
    mine,
  );
  return [
    besideTheirs(running, mine, theirs, { name, sha256: fingerprint }, today()),
    { name, files, differences: workspaceDifferences(mine, theirs) },
  ];
}

/** @param files those of the colleague beside mine: a file that is named goes along */
function replace(next: ProvincialWorkspace, files: Merging['files']): void {
  const present = tableState.value.files;
  const kept = Object.entries(files).filter(
    ([name]) => Object.hasOwn(present, name) || next.locations.includes(name),
  );
  tableState.value = { workspace: next, files: { ...present, ...Object.fromEntries(kept) } };
}

/** Takes over a difference of a colleague's workspace, or leaves it; either way it is dealt with. */
export function settle(difference: WorkspaceDifference, takeOver: boolean): void {
  const [of, beside] = [workspace.value, merging.value];
  if (of === null || beside === null) return;
  batch(() => {
    if (takeOver) replace(withTheirs(of, [difference], new Set([difference.key])), beside.files);
    const differences = beside.differences.filter((each) => each !== difference);
    merging.value = differences.length === 0 ? null : { ...beside, differences };
  });
}

export function settleAll(takeOver: boolean): void {
  const [of, beside] = [workspace.value, merging.value];
  if (of === null || beside === null) return;
  batch(() => {
    // A union: what only I have stays.
    if (takeOver)
      replace(withTheirs(of, beside.differences, offered(beside.differences)), beside.files);
    merging.value = null;
  });
}

export function rejectWaiting(waiting: WaitingSheet): void {
  if (workspace.value !== null) change(reject(workspace.value, waiting, today()));
}

export function acceptWaiting(waiting: WaitingSheet, kept: ReadonlySet<string>): void {
  if (workspace.value !== null && core.value !== null)
    change(accept(core.value, workspace.value, waiting, kept, today()));
}

export function assign(waiting: WaitingSheet, sender: string | null): void {
  if (workspace.value !== null && core.value !== null)
    change(assignSender(core.value, workspace.value, waiting, sender).workspace);
}

/** @param others waiting tables in the same layout, each of a sender that is known */
export function map(
  waiting: WaitingSheet,
  mapping: LayoutMapping,
  others: readonly WaitingSheet[],
): void {
  const running = core.value;
  if (workspace.value === null || running === null) return;
  let next = useMapping(running, workspace.value, waiting, mapping, today()).workspace;
  for (const other of others)
    next = useMapping(
      running,
      next,
      other,
      { ...mapping, sender: other.sender },
      today(),
    ).workspace;
  change(next);
}

export function readHidden(waiting: WaitingSheet): void {
  if (workspace.value !== null && core.value !== null)
    change(takeHidden(core.value, workspace.value, waiting).workspace);
}

/** Who types values of their own, as they call themselves; of this session alone. */
export const byWhom = signal('');
const typist = (): string => (byWhom.value === '' ? texts.value.senders.defaultBy : byWhom.value);

/** The file whose cells are looked at; empty: none. */
export const cellsOf = signal('');

export function correctCell(
  sheet: LocationSheet,
  cell: { readonly row: number; readonly column: number },
  value: string,
): void {
  if (workspace.value !== null)
    change(correct(workspace.value, sheet, cell, value, typist(), today()));
}

export function bringRowBack(sheet: LocationSheet, row: number): void {
  if (workspace.value !== null) change(bringBack(workspace.value, sheet, row, typist(), today()));
}

export function bringTypedRowBack(at: number): void {
  if (workspace.value !== null) change(bringTypedBack(workspace.value, at, typist(), today()));
}

export function settleClaim(finding: Finding, out: ClaimedRow | null): void {
  if (workspace.value !== null)
    change(decideClaim(workspace.value, claimName(finding), out, typist(), today()));
}

export function removeSheet(sheet: LocationSheet): void {
  if (workspace.value !== null) change(remove(workspace.value, sheet, today()));
}

/** Where a finding stands, as the sender finds it: `ankerveen.xlsx#Locaties:C5`, or beside a text. */
export function placeOf({ file, row, column }: Finding): string {
  if (file === '' || row === 0) return file === '' ? '' : `${file}: `;
  const at = Math.max(column, 1);
  const sheet = workspace.value?.senders?.sheets.find(({ name }) => name === file);
  if (sheet?.origin !== undefined) return `${file}:${placeInFile(sheet, row - 1, at - 1)} `;
  return isPart(file) ? `${file}:${cellName(row, at)} ` : `${file}:${row}:${at} `;
}

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const bytesOf = (made: Uint8Array): Uint8Array<ArrayBuffer> => made as Uint8Array<ArrayBuffer>;

/** Saves files under their names: one as it is, more as a ZIP. */
function save(zipName: string, files: ReadonlyMap<string, Uint8Array>): void {
  const [only] = files;
  if (only === undefined) return;
  if (files.size === 1)
    saveFile(only[0], bytesOf(only[1]), only[0].endsWith('.xlsx') ? xlsx : 'text/plain');
  else saveFile(zipName, bytesOf(zipSync(Object.fromEntries(files))), 'application/zip');
}

/** Saves the template for a municipality, or for each of them. */
export function saveTemplates(form: 'csv' | 'xlsx', code: string | null): void {
  const shown = language.value;
  const files = new Map<string, Uint8Array>();
  const stems = fileStems(workspace.value?.municipalities ?? []);
  for (const of of workspace.value?.municipalities ?? []) {
    if (code !== null && of.code !== code) continue;
    const name = `${templateWords[shown].sheet.toLowerCase()}-${stems.get(of.code) ?? ''}.${form}`;
    files.set(
      name,
      form === 'csv'
        ? new TextEncoder().encode(templateCsv(of, shown))
        : templateWorkbook(of, shown),
    );
  }
  save(shown === 'nl' ? 'sjablonen.zip' : 'templates.zip', files);
}

/** Saves "Klopt dit?" for a municipality as a page and a workbook, or for all of them. */
export function saveReplies(form: 'html' | 'xlsx' | 'both', code: string | null): void {
  const [of, running] = [workspace.value, core.value];
  if (of === null || running === null) return;
  const answer = table.value;
  const shown = language.value;
  const result = answer?.ok === true ? answer.result : null;
  const findings = answer?.findings ?? [];
  const files = new Map<string, Uint8Array>();
  for (const [at, municipality] of of.municipalities.entries()) {
    if (code !== null && municipality.code !== code) continue;
    const reply = replyTo(running, of, at, result, findings, today(), shown);
    if (reply === null) continue;
    const stem = replyStem(reply, of.municipalities);
    if (form !== 'xlsx') files.set(`${stem}.html`, new TextEncoder().encode(replyPage(reply)));
    if (form !== 'html') files.set(`${stem}.xlsx`, replyWorkbook(reply));
  }
  save(shown === 'nl' ? 'klopt-dit.zip' : 'is-this-right.zip', files);
}

/** Saves the workspace as a file of its own, with everything in it. */
export function saveWorkspace(): void {
  const { workspace: of, files } = tableState.value;
  if (of === null) return;
  const text = workspaceText({ workspace: of, files });
  saveFile(`werkruimte-${fileStem(of.province)}.json`, text, 'application/json');
  keptApart('provincial');
  void standsIn(text);
}
