/**
 * The typed door to the core: the same WebAssembly in browsers and in Node.
 *
 *     const core = await load(wasmBytes);
 *     core.put('population.csv', populationBytes);
 *     core.put('scores.csv', scoreBytes);
 *     const answer = core.allocate({ population: { file: 'population.csv', status: 'loaded' }, … });
 *
 * Nothing here computes: figures come from the core and are passed on unchanged.
 * Exact decimals and fractions travel as strings, because a JavaScript number would round them.
 */
import createModule, { type Door } from '../build/wasm/spreidingswijzer-core.mjs';

/** On what a figure rests; the weakest input decides. See DESIGN.md, "What may be shown as a figure". */
export type Basis = 'official' | 'cbs_file' | 'own_input' | 'estimate';

/** What the caller says of a file it hands over. `loaded` is everything a person brought. */
export type InputStatus = 'official' | 'estimate' | 'invented' | 'loaded';

export type Severity = 'error' | 'warning' | 'note';

/** Every kind of finding. Sentences for each, Dutch and English: `messages.ts`. */
export type FindingCode =
  // the file as a whole
  | 'file_empty'
  | 'file_unknown'
  | 'file_too_large'
  | 'encoding_unsupported'
  | 'nul_byte'
  | 'too_many_rows'
  | 'decoded_windows_1252'
  // rows and quotes
  | 'quote_unclosed'
  | 'quote_in_cell'
  | 'row_ragged'
  | 'row_text_only'
  | 'rows_other_regions'
  // columns
  | 'column_missing'
  | 'column_twice'
  | 'column_ambiguous'
  // cells
  | 'code_missing'
  | 'code_unreadable'
  | 'code_long'
  | 'code_duplicate'
  | 'number_missing'
  | 'number_unreadable'
  | 'number_not_whole'
  | 'number_out_of_range'
  | 'number_too_precise'
  | 'province_missing'
  | 'province_unknown'
  | 'text_unguarded'
  | 'level_unknown'
  // the joined list
  | 'municipality_only_here'
  | 'list_empty'
  // what the person asked
  | 'need_out_of_range'
  | 'minors_exceed_need';

export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Name of the file, as given to `put`; empty when the finding is about the request. */
  readonly file: string;
  /** Row as a spreadsheet counts, header included, from 1; 0: the whole file. */
  readonly row: number;
  /** Column from 1; 0: the whole row. */
  readonly column: number;
  /** The text of the cell exactly as read (at most 200 characters). */
  readonly raw: string;
  /** What it is about: a column's meaning (`inhabitants`), a municipality's code, a name. May be empty. */
  readonly about: string;
  /** A second place, such as the first row of a duplicate; 0 when there is none. */
  readonly otherRow: number;
  /** How many more of the same the finding stands for (skipped rows, …); 1 for a single cell. */
  readonly count: number;
}

export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly note: number;
}

/** A figure as it may be shown: a number, or (on an estimate) only a range in fives. Never both. */
export interface Figure {
  readonly places: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Exact fraction in lowest terms; both parts are whole numbers in decimal digits. */
export interface Fraction {
  readonly numerator: string;
  readonly denominator: string;
}

/** Places per 1,000 inhabitants, as decimal text, rounded half up (ranges outward). */
export interface PerThousand {
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
}

export interface ShareSteps {
  /** B × Wf / TWf, exact. */
  readonly fraction: Fraction;
  /** The same with nine decimals, rounded half up. */
  readonly decimal: string;
  /** Whether the exact share lies within 10⁻⁶ of a half, where the rounding turns. */
  readonly nearHalf: boolean;
}

/** What someone printed about a municipality or province. */
export interface PublishedFigure {
  readonly places: number;
  readonly minors: number | null;
  readonly perThousand: PerThousand;
  readonly source: string;
  /** As the source gives it: `2024`, `2024-01` or `2024-02-01`. */
  readonly date: string;
  readonly url: string;
  /** Why the figure is disputed; empty when it is not. */
  readonly disputed: string;
}

export interface MunicipalityRow {
  readonly code: string;
  readonly name: string;
  readonly province: string;
  readonly inhabitants: number;
  /** SES-WOA score as exact decimal text; null on an estimate. */
  readonly score: string | null;
  /** Weight (wegingsfactor, Wf), twelve decimals; null on an estimate. */
  readonly weight: string | null;
  readonly share: ShareSteps | null;
  readonly total: Figure;
  readonly perThousand: PerThousand;
  /** Unaccompanied minors, inside the total; null when their need is unknown. */
  readonly minors: Figure | null;
  readonly minorsShare: ShareSteps | null;
  readonly published: PublishedFigure | null;
}

export interface ProvinceRow {
  readonly name: string;
  readonly municipalities: number;
  readonly inhabitants: number;
  /** The provincial task (opvangopgave): the sum of the rounded shares. */
  readonly total: Figure;
  readonly perThousand: PerThousand;
  readonly minors: Figure | null;
  readonly published: PublishedFigure | null;
}

export interface Totals {
  readonly municipalities: number;
  readonly inhabitants: number;
  /** TWf with twelve decimals; null on an estimate. */
  readonly totalWeight: string | null;
  /** Sum of the rounded shares; null on an estimate. */
  readonly places: number | null;
  /** That sum minus the need: shown, never repaired. */
  readonly difference: number | null;
  readonly minors: number | null;
  readonly minorsDifference: number | null;
}

export interface SourceFile {
  readonly file: string;
  readonly status: InputStatus;
  /** SHA-256 of the bytes, 64 hexadecimal digits. */
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
  /** The bundled vintage whose values this loaded file repeats; null when it repeats none. */
  readonly sameAs: string | null;
  readonly basis: Basis;
}

/** How a file is written: decided by evidence, or said by the person. */
export interface Dialect {
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'windows-1252';
  readonly separator: ',' | ';' | '\t';
}

export interface NumberNotation {
  readonly decimal: '.' | ',';
  /** `null`: no thousands mark. */
  readonly thousands: '.' | ',' | ' ' | "'" | null;
}

export interface InputFile {
  readonly file: string;
  readonly status: InputStatus;
  /** Said by the person, for a file whose numbers allow two readings. */
  readonly notation?: NumberNotation;
}

export interface AllocateParameters {
  readonly population: InputFile;
  readonly scores: InputFile;
  /** Places for the whole country (behoefte, BO): 0 … 10,000,000. */
  readonly need: number;
  /** Whether a person changed the need; the figures then rest on own input. */
  readonly needIsOwn?: boolean;
  /** Need for unaccompanied minors; null: unknown. */
  readonly minors: number | null;
  /** Provinces that may occur; others are findings. Default: the twelve of the Netherlands. */
  readonly provinces?: readonly string[];
  /** Bundled vintages (put before) against which loaded files are recognised by their values. */
  readonly vintages?: readonly {
    readonly file: string;
    readonly status: 'official' | 'estimate';
  }[];
  /** A table of published figures (put before), set beside the rows. */
  readonly published?: string;
  /** Asks for the table as a CSV file as well: the bytes are in column `csv` of the answer. */
  readonly csv?: {
    readonly by: 'municipality' | 'province';
    readonly dialect: 'international' | 'nl';
  };
}

export interface AllocationResult {
  readonly basis: Basis;
  readonly need: number;
  readonly minors: number | null;
  readonly population: SourceFile;
  readonly scores: SourceFile;
  readonly totals: Totals;
  /** In code order. Empty when there are more than 10,000: then `columns` of the answer holds them. */
  readonly municipalities: readonly MunicipalityRow[];
  /** In the order of `provinces`, those without municipalities left out. */
  readonly provinces: readonly ProvinceRow[];
  /** The published figure for the whole country, where the table has one. */
  readonly publishedTotal: PublishedFigure | null;
}

export interface RecogniseParameters {
  readonly file: string;
  readonly notation?: NumberNotation;
}

export type TableKind = 'population' | 'scores' | 'population_and_scores' | 'published' | 'unknown';

export interface RecognisedColumn {
  readonly column: number;
  readonly header: string;
  /** `null`: not used. */
  readonly meaning:
    | 'code'
    | 'name'
    | 'province'
    | 'inhabitants'
    | 'score'
    | 'level'
    | 'places'
    | 'minors'
    | 'source'
    | 'date'
    | 'url'
    | 'disputed'
    | null;
}

export interface RecogniseResult {
  readonly kind: TableKind;
  readonly dialect: Dialect;
  readonly headerRow: number;
  readonly rows: number;
  readonly columns: readonly RecognisedColumn[];
  readonly sha256: string;
  readonly bytes: number;
}

export interface VersionResult {
  readonly version: string;
  readonly commit: string;
}

export interface Operations {
  readonly version: { readonly parameters: Record<string, never>; readonly result: VersionResult };
  readonly recognise: {
    readonly parameters: RecogniseParameters;
    readonly result: RecogniseResult;
  };
  readonly allocate: { readonly parameters: AllocateParameters; readonly result: AllocationResult };
}
export type Operation = keyof Operations;

export type ErrorCode =
  | 'request_unreadable'
  | 'operation_unknown'
  | 'parameter_missing'
  | 'parameter_invalid'
  | 'file_not_given'
  | 'findings'
  | 'out_of_memory';

/** `findings`: the input has errors, and the list of them is the result. */
export interface ServiceError {
  readonly code: ErrorCode;
  /** The parameter or file it is about; may be empty. */
  readonly about: string;
}

interface AnswerBase {
  readonly findings: readonly Finding[];
  /** Exact counts, also where the list of findings was cut at 1,000 per code. */
  readonly findingCounts: FindingCounts;
}
export type Answer<R> = AnswerBase &
  (
    | {
        readonly ok: true;
        readonly result: R;
        /** Rows of large results, by column name; empty otherwise. */
        readonly columns: ReadonlyMap<string, Column>;
      }
    | { readonly ok: false; readonly error: ServiceError }
  );

export type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array | BigUint64Array;

/** One instance of the core with the files handed to it. */
export interface Core {
  /** Hands over a file; an earlier one of the same name is replaced. */
  put(name: string, bytes: Uint8Array): void;
  /** Forgets a file; unknown names are no error. */
  remove(name: string): void;
  /** Names of the files handed over, in order of name. */
  files(): readonly string[];
  run<O extends Operation>(
    operation: O,
    parameters: Operations[O]['parameters'],
  ): Answer<Operations[O]['result']>;
  version(): VersionResult;
  recognise(parameters: RecogniseParameters): Answer<RecogniseResult>;
  allocate(parameters: AllocateParameters): Answer<AllocationResult>;
}

const isAnswer = (value: unknown): value is Answer<never> =>
  typeof value === 'object' && value !== null && 'ok' in value && 'findings' in value;

const outOfMemory: Answer<never> = {
  ok: false,
  error: { code: 'out_of_memory', about: '' },
  findings: [],
  findingCounts: { error: 0, warning: 0, note: 0 },
};

const decoder = new TextDecoder();

function columnsOf(columns: ReturnType<Door['respond']>['columns']): Map<string, Column> {
  return new Map(
    Object.entries(columns).map(([name, { values, uint64 }]) => [
      name,
      uint64 ? new BigUint64Array(values.buffer, values.byteOffset, values.byteLength / 8) : values,
    ]),
  );
}

/**
 * Starts the core from the bytes of `spreidingswijzer-core.wasm`.
 * Rejects where WebAssembly is not there or not allowed, and on bytes that are no such module.
 */
export async function load(wasm: Uint8Array): Promise<Core> {
  const start = async (): Promise<Door> => {
    const module = await createModule({ wasmBinary: wasm });
    return new module.Door();
  };
  const door = await start();
  const names = new Set<string>();

  const core: Core = {
    put(name, bytes) {
      door.reserve(name, bytes.byteLength).set(bytes);
      names.add(name);
    },
    remove(name) {
      door.remove(name);
      names.delete(name);
    },
    files: () => [...names].sort(),
    run(operation, parameters) {
      let response: ReturnType<Door['respond']>;
      try {
        response = door.respond(JSON.stringify({ operation, parameters }));
      } catch (fault) {
        // The core itself throws nothing: only a machine without memory left comes here.
        if (fault instanceof WebAssembly.RuntimeError || fault instanceof RangeError)
          return outOfMemory;
        throw fault;
      }
      const answer: unknown = JSON.parse(decoder.decode(response.json));
      if (!isAnswer(answer)) throw new Error('the core answered in another form');
      return answer.ok ? { ...answer, columns: columnsOf(response.columns) } : answer;
    },
    version() {
      const answer = core.run('version', {});
      if (!answer.ok) throw new Error(answer.error.code);
      return answer.result;
    },
    recognise: (parameters) => core.run('recognise', parameters),
    allocate: (parameters) => core.run('allocate', parameters),
  };
  return core;
}
