/**
 * How a person's files arrive: what is small goes straight to the core; documents are taken apart, and
 * large files read, checked and computed with, in a worker that can be stopped. What was loaded
 * before stays as it was until the new file is in.
 */
import { batch, effect, signal } from '@preact/signals';
import { type Round, roundParameters } from '../../wasm/rounds/catalogue.ts';
import type { KnownRegions } from '../../wasm/files/distribution.ts';
import type { DocumentKind, Remark } from '../../wasm/files/table.ts';
import { plainName } from '../../wasm/files/names.ts';
import { findingsOf, partName } from '../../wasm/files/part.ts';
import type {
  AllocateParameters,
  AllocationResult,
  Answer,
  InspectParameters,
  InspectResult,
  FileReading,
} from '../../wasm/index.ts';
import {
  type Bringer,
  type LoadedFile,
  type Origin,
  askedParameters,
  catalogue,
  core,
  divisions,
  files,
  kindOf,
  mergeRequest,
  merging,
  ownMinors,
  ownNeed,
  remoteAnswer,
  result,
  round,
  spellings,
  usesLarge,
} from './page.ts';
import { answered, forget, put, putLarge, remoteCore, stopRemote } from './second-core.ts';
import { Work, WorkFault } from '../worker/work.ts';
import type { ConvertedDocument, ConvertedTable, Stage, WorkerFault } from '../worker/protocol.ts';

/** Files from this size on are read in a worker. */
export const largeBytes = 5_000_000;
/** The core reads no larger file. */
export const mostBytes = 256 * 1024 * 1024;
/** A file with more rows than this is also computed with in a worker. */
const largeRows = 20_000;

export interface Progress {
  readonly name: string;
  readonly stage: Stage;
  /** Bytes; all is 0 where it cannot be told. */
  readonly done: number;
  readonly all: number;
}
export const progress = signal<Progress | null>(null);

/** A file that could not be taken in at all, and why. */
export interface Refusal {
  readonly name: string;
  readonly code: WorkerFault;
}
export const refusals = signal<readonly Refusal[]>([]);

/** A document that a person looks at before it is used. */
export interface Review {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly document: ConvertedDocument;
}
export const reviews = signal<readonly Review[]>([]);

let job: { cancelled: boolean; work: Work | null } | null = null;

/** A plain name that no other file has, and that is no part of one: a bundled vintage is never replaced. */
function freeName(given: string): string {
  const name = plainName(given);
  const taken = [...(core.value?.files() ?? []), ...files.value.map((file) => file.name)];
  const free = (candidate: string): boolean =>
    taken.every(
      (other) =>
        other !== candidate &&
        !other.startsWith(`${candidate}#`) &&
        !candidate.startsWith(`${other}#`),
    );
  if (free(name)) return name;
  let number = 2;
  while (!free(`${number}-${name}`)) number += 1;
  return `${number}-${name}`;
}

const refuse = (name: string, code: WorkerFault): void => {
  refusals.value = [...refusals.value.filter((known) => known.name !== name), { name, code }];
};

/** The question what a file is, with the municipalities of the round beside it. */
export const inspection = (name: string, reading: FileReading): InspectParameters => {
  const { municipalities, provinces, vintages } = askedParameters.value;
  return {
    file: name,
    ...reading,
    ...(municipalities === undefined ? {} : { municipalities }),
    ...(provinces === undefined ? {} : { provinces }),
    ...(vintages === undefined ? {} : { vintages }),
  };
};

const recognised = (name: string, reading: FileReading): Answer<InspectResult> | undefined =>
  core.value?.run('inspect', inspection(name, reading));

const readingOf = ({ notation }: ConvertedTable): FileReading =>
  notation === null ? {} : { notation };

/** A file that is no table but is opened all the same, such as a dossier. */
export interface OtherDocument {
  /** @param bytes the first 4,096 */
  readonly recognises: (bytes: Uint8Array) => boolean;
  readonly open: (file: { readonly name: string; readonly bytes: Uint8Array }) => Promise<void>;
}
const otherDocuments: OtherDocument[] = [];
export function registerDocument(document: OtherDocument): void {
  otherDocuments.push(document);
}

/** A file as a dossier keeps it. */
export interface KeptFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly reading: FileReading;
  /** Of a table out of a document: the document. */
  readonly original?: {
    readonly name: string;
    readonly bytes: Uint8Array<ArrayBuffer>;
    readonly kind: DocumentKind;
  };
  readonly broughtBy?: Bringer | null;
}

/** A document of which only the table in use was kept. */
const documentOfOne = (name: string, csv: Uint8Array<ArrayBuffer>, kind: DocumentKind) => ({
  kind,
  proposed: 0,
  distribution: null,
  tables: [
    {
      name,
      title: '',
      hidden: false,
      rows: 0,
      notation: null,
      remarks: [],
      comments: [],
      csv,
      beginning: [],
    },
  ],
});

/** The code lists that are among the files go with each table in OData's long form. */
function withCodeLists(all: readonly LoadedFile[]): LoadedFile[] {
  const lists = all.filter((file) => kindOf(file) === 'code_list').map(({ name }) => name);
  return all.map((file) => {
    const { codeLists = [], ...said } = file.reading;
    const isLongForm = file.recognised.ok && file.recognised.result.form === 'observations';
    if (!isLongForm || codeLists.join('\n') === lists.join('\n')) return file;
    return readAgain(file, lists.length === 0 ? said : { ...said, codeLists: lists });
  });
}

/** From now on these are the person's files. */
export function setFiles(next: readonly LoadedFile[]): void {
  const own = next.filter((file) => file.broughtBy === null);
  // What a person loads by himself takes the place of the same that came with a link or dossier.
  const isLoaded = (file: LoadedFile): boolean =>
    file.broughtBy !== null && own.some((other) => sameBytes(file.bytes, other.bytes));
  files.value = withCodeLists(next.filter((file) => !isLoaded(file)));
}

const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.byteLength === other.byteLength && one.every((byte, at) => byte === other[at]);

/** Puts a file before the core under a name that is free. */
export function admit(kept: KeptFile): LoadedFile {
  const { bytes, original } = kept;
  const { codeLists: _, ...reading } = kept.reading;
  if (original !== undefined) {
    const table = kept.name.slice(original.name.length + 1);
    const document = documentOfOne(table, bytes, original.kind);
    const part = partOf({
      name: freeName(original.name),
      bytes: original.bytes,
      document,
      table: 0,
    });
    if (part !== undefined) {
      const answer = recognised(part.name, reading) ?? part.recognised;
      return { ...part, reading, recognised: answer, broughtBy: kept.broughtBy ?? null };
    }
  }
  const name = freeName(kept.name);
  put(name, bytes);
  const answer = recognised(name, reading);
  if (answer === undefined) throw new Error('the core has not started');
  const { broughtBy = null } = kept;
  return { name, bytes, reading, large: null, origin: null, broughtBy, recognised: answer };
}

/** Puts files back as they were (undo, redo): those that are no longer there go, the others come. */
export function putBack(next: readonly LoadedFile[]): void {
  for (const file of files.value) {
    if (next.includes(file)) continue;
    forget(file.name);
    if (file.origin !== null) forget(file.origin.name);
  }
  for (const file of next) {
    if (files.value.includes(file)) continue;
    const { large, name } = file;
    const { remarks = [] } =
      file.origin === null ? {} : (cellsOf(file.origin.document, file.origin.table) ?? {});
    if (large === null) put(name, file.bytes, { remarks: findingsOf(name, remarks) });
    else putLarge(name, large);
    if (file.origin !== null) put(file.origin.name, file.origin.bytes);
  }
  setFiles(next);
}

/** The regions of the round, by which a published distribution is recognised, and what reads its figures. */
async function known(
  of: Round = round.value,
): Promise<{ readonly regions: KnownRegions; readonly wasm: Uint8Array }> {
  const answer = core.value?.allocate(roundParameters(catalogue, of));
  const regions = {
    provinces: of.provinces,
    spellings: spellings.value,
    municipalities: answer?.ok === true ? answer.result.municipalities : [],
  };
  return { regions, wasm: await boot.wasm };
}

/** Whether the bytes begin as a document does, and not as a file of values. */
const beginsAsDocument = (bytes: Uint8Array): boolean => {
  const [a = 0, b = 0] = bytes;
  if ((a === 0x50 && b === 0x4b) || (a === 0xd0 && b === 0xcf)) return true;
  const start = new TextDecoder('windows-1252')
    .decode(bytes.subarray(0, 64))
    .replace(/^(\u00ef\u00bb\u00bf|\s)+/, '');
  return /^(%PDF-|<[!?A-Za-z])/.test(start);
};

/** The name and bytes that the core gets for a table of a document, or for the whole as a distribution. */
export function cellsOf(
  document: ConvertedDocument,
  table: number | 'distribution',
):
  | {
      name: string;
      csv: Uint8Array<ArrayBuffer>;
      reading: FileReading;
      remarks: readonly Remark[];
    }
  | undefined {
  if (table === 'distribution') {
    const remarks = document.tables.flatMap((each) => each.remarks);
    return document.distribution === null
      ? undefined
      : { name: 'verdeling', csv: document.distribution.csv, reading: {}, remarks };
  }
  const chosen = document.tables[table];
  if (chosen === undefined) return undefined;
  const { name, csv, remarks } = chosen;
  return { name, csv, reading: readingOf(chosen), remarks };
}

/** A table of a document as a file: the document for its fingerprint, the table for its cells. */
function partOf(origin: Origin): LoadedFile | undefined {
  const cells = cellsOf(origin.document, origin.table);
  if (cells === undefined) return undefined;
  const name = partName(origin.name, cells.name);
  put(origin.name, origin.bytes);
  put(name, cells.csv, { remarks: findingsOf(name, cells.remarks) });
  const answer = recognised(name, cells.reading);
  return answer === undefined
    ? undefined
    : {
        name,
        bytes: cells.csv,
        reading: cells.reading,
        large: null,
        origin,
        broughtBy: null,
        recognised: answer,
      };
}

/** Takes in what a person looked at: the whole as a distribution, or one of its tables. */
export function accept(review: Review, table: number | 'distribution'): void {
  dismiss(review);
  const { bytes, document } = review;
  const before = result.value;
  const part = partOf({ name: freeName(review.name), bytes, document, table });
  if (part === undefined) return;
  setFiles([...files.value, part]);
  arrival.value = { files: [part.name], before };
}

export function dismiss(review: Review): void {
  reviews.value = reviews.value.filter((other) => other !== review);
}

/** Uses another sheet of the same document, in the same place of the list. */
export function chooseTable(file: LoadedFile, table: number): void {
  if (file.origin === null) return;
  forget(file.name);
  const part = partOf({ ...file.origin, table });
  const { broughtBy } = file;
  if (part !== undefined)
    setFiles(files.value.map((other) => (other === file ? { ...part, broughtBy } : other)));
}

/**
 * A file with the tables in it, without taking it in as input; null: the core reads it itself.
 * @throws WorkFault where it cannot be read
 */
export async function tablesIn(file: File): Promise<{
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly document: ConvertedDocument | null;
}> {
  if (file.size > mostBytes) throw new WorkFault('too_large');
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!beginsAsDocument(bytes.subarray(0, 4096)) && !/\.txt$/i.test(file.name))
    return { bytes, document: null };
  const work = await Work.start();
  try {
    const regions = await known();
    const document = await work.ask({ ask: 'document', bytes, known: regions, role: 'table' });
    return { bytes, document };
  } finally {
    work.stop();
  }
}

/** Whether a table is what this program reads in the document that it is said to be of. */
export async function isTableOf(
  document: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> },
  table: string,
  csv: Uint8Array,
): Promise<boolean> {
  const work = await Work.start();
  try {
    // A page as a whole is read by the regions of a round, and which one is not said.
    for (const of of table === 'verdeling' ? catalogue.rounds : [round.value]) {
      const bytes = document.bytes.slice();
      const read = await work.ask({ ask: 'document', bytes, known: await known(of) });
      if (read === null) return false;
      const tables = [...read.tables.keys(), 'distribution' as const].map((at) =>
        cellsOf(read, at),
      );
      if (tables.some((each) => each?.name === table && sameBytes(each.csv, csv))) return true;
    }
    return false;
  } catch (fault) {
    if (fault instanceof WorkFault) return false;
    throw fault;
  } finally {
    work.stop();
  }
}

async function loadDocument(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const mine = { cancelled: false, work: null as Work | null };
  job = mine;
  progress.value = { name, stage: 'reading', done: 0, all: 0 };
  const work = await Work.start();
  mine.work = work;
  try {
    // The worker gets a copy: the bytes are still needed for the fingerprint.
    const document = await work.ask({ ask: 'document', bytes, known: await known() });
    if (document === null) return false;
    const review = { name, bytes, document };
    const toBeSeen = document.distribution !== null || !['xlsx', 'ods'].includes(document.kind);
    if (toBeSeen) reviews.value = [...reviews.value, review];
    else accept(review, document.proposed);
    return true;
  } finally {
    work.stop();
  }
}

async function loadLarge(name: string, file: Blob): Promise<void> {
  const mine = { cancelled: false, work: null as Work | null };
  job = mine;
  progress.value = { name, stage: 'reading', done: 0, all: file.size };
  const work = await remoteCore();
  mine.work = work;
  await work.ask({ ask: 'read', name, file }, (done, all) => {
    progress.value = { name, stage: 'reading', done, all };
  });
  progress.value = { name, stage: 'checking', done: file.size, all: file.size };
  const answer = (await work.ask({
    ask: 'run',
    operation: 'inspect',
    parameters: inspection(name, {}),
  })) as Answer<InspectResult>;
  const large = answer.ok && answer.result.rows.filled > largeRows;
  const bytes = new Uint8Array(large ? new ArrayBuffer(0) : await file.arrayBuffer());
  if (!large) put(name, bytes);
  setFiles([
    ...files.value,
    {
      name,
      bytes,
      reading: {},
      large: large ? file : null,
      origin: null,
      broughtBy: null,
      recognised: answer,
    },
  ]);
}

async function loadOne(given: File): Promise<void> {
  if (given.size > mostBytes) {
    refuse(given.name, 'too_large');
    return;
  }
  const start = new Uint8Array(await given.slice(0, 4096).arrayBuffer());
  const other = otherDocuments.find(({ recognises }) => recognises(start));
  if (other !== undefined) {
    await other.open({ name: given.name, bytes: new Uint8Array(await given.arrayBuffer()) });
    return;
  }
  const document = beginsAsDocument(start);
  const name = freeName(given.name);
  if (!document && given.size > largeBytes) {
    await loadLarge(name, given);
    return;
  }
  const bytes = new Uint8Array(await given.arrayBuffer());
  const mayBeLines = /\.txt$/i.test(given.name) || isPaste(given.name);
  if ((document || mayBeLines) && (await loadDocument(name, bytes))) return;
  setFiles([...files.value, admit({ name, bytes, reading: {} })]);
}

/** What came of the last files that a person brought, until he has seen it. */
export interface Arrival {
  readonly files: readonly string[];
  /** What was shown before they came. */
  readonly before: AllocationResult | null;
}
export const arrival = signal<Arrival | null>(null);

let loading: Promise<void> = Promise.resolve();

/** Takes files in, one after the other; each that cannot be is refused with its reason. */
export function load(chosen: Iterable<File>): Promise<void> {
  const given = [...chosen];
  refusals.value = refusals.value.filter(({ name }) => given.every((file) => file.name !== name));
  loading = loading.then(async () => {
    const [there, before] = [files.value, result.value];
    for (const file of given) {
      try {
        await loadOne(file);
      } catch (fault) {
        if (job?.cancelled !== true)
          refuse(file.name, fault instanceof WorkFault ? fault.code : 'worker_broken');
      } finally {
        job = null;
        // What is loaded may be computed with already.
        if (progress.value?.stage !== 'computing') progress.value = null;
      }
    }
    const came = files.value
      .map(({ name }) => name)
      .filter((name) => there.every((file) => file.name !== name));
    arrival.value = came.length === 0 ? null : { files: came, before };
  });
  return loading;
}

const isPaste = (name: string): boolean => /^plak \d+$/.test(name);
let pastes = 0;

/** Takes in what a person pasted: files as files, a table of a page as a page, else text. */
export function paste(what: { files: readonly File[]; html: string; text: string }): Promise<void> {
  if (what.files.length > 0) return load(what.files);
  const content = /<table[\s>]/i.test(what.html) ? what.html : what.text;
  if (content.trim() === '') return Promise.resolve();
  pastes += 1;
  return load([new File([content], `plak ${pastes}`)]);
}

/** Stops what is under way; what was loaded before is left as it was. */
export function cancel(): void {
  if (job !== null) {
    job.cancelled = true;
    job.work?.stop();
    stopRemote();
    return;
  }
  // While computing: the large file that came last goes, and the figures before it are back.
  const last = files.value.findLast((file) => file.large !== null);
  stopRemote();
  if (last !== undefined) unload(last.name);
  progress.value = null;
}

export function unload(name: string): void {
  putBack(files.value.filter((file) => file.name !== name));
}

/** What a person says of a file; what is undefined is taken back. */
type Said = { readonly [name in keyof FileReading]?: FileReading[name] | undefined };

function readAgain(file: LoadedFile, reading: FileReading): LoadedFile {
  const answer = file.large !== null ? undefined : recognised(file.name, reading);
  const read = { ...file, reading, recognised: answer ?? file.recognised };
  if (file.large !== null) void recogniseAgain(read);
  return read;
}

/** Says how a file is to be read; what was said before and is not said now stays. */
export function read(name: string, said: Said): void {
  files.value = files.value.map((file) => {
    if (file.name !== name) return file;
    const changed: FileReading = Object.fromEntries(
      Object.entries({ ...file.reading, ...said }).filter(([, value]) => value !== undefined),
    );
    return readAgain(file, changed);
  });
}

/** What a large file is, read in another way: the worker says it. */
async function recogniseAgain(file: LoadedFile): Promise<void> {
  const answer = await answered('inspect', inspection(file.name, file.reading)).catch(() => null);
  if (answer === null) return;
  files.value = files.value.map((other) =>
    other === file ? { ...file, recognised: answer } : other,
  );
}

/** Leaves out every input of the person; the round's own take their places. */
export function reset(): void {
  batch(() => {
    putBack([]);
    refusals.value = [];
    merging.value = false;
    divisions.value = {};
    ownNeed.value = undefined;
    ownMinors.value = undefined;
  });
}

/** The tables of a file in canonical form, as the core writes them; none where it has errors. */
export async function cleanedTables(
  file: LoadedFile,
): Promise<readonly { name: string; bytes: Uint8Array<ArrayBuffer> }[]> {
  const merge = mergeRequest.value;
  const wanted = {
    ...inspection(file.name, file.reading),
    dialect: 'international' as const,
    ...(merge === undefined ? {} : { merge }),
  };
  const answer = await answered('clean', wanted);
  if (answer?.ok !== true) return [];
  return [...answer.columns].flatMap(([name, bytes]) =>
    bytes instanceof Uint8Array ? [{ name, bytes: bytes as Uint8Array<ArrayBuffer> }] : [],
  );
}

let asked = 0;
async function computeInWorker(wanted: AllocateParameters): Promise<void> {
  asked += 1;
  const mine = asked;
  const name = files.value.findLast((file) => file.large !== null)?.name ?? '';
  progress.value = { name, stage: 'computing', done: 0, all: 0 };
  try {
    const answer = await answered('allocate', wanted);
    if (mine === asked) remoteAnswer.value = answer;
  } catch (fault) {
    if (mine === asked && usesLarge.value) {
      refuse(name, fault instanceof WorkFault ? fault.code : 'worker_broken');
      unload(name);
    }
  } finally {
    if (mine === asked) progress.value = null;
  }
}

/** From now on a question about a large file is answered in the worker. */
export function followLargeFiles(): void {
  effect(() => {
    const wanted = askedParameters.value;
    remoteAnswer.value = null;
    if (!usesLarge.value) {
      asked += 1;
      return;
    }
    // Outside the effect: what it sets must not call it again.
    queueMicrotask(() => void computeInWorker(wanted));
  });
}
