/** What the page and its worker say to each other. */
import type { Finding, NumberNotation } from '../../wasm/contract/answers.ts';
import type { Answer, Column, Operation, Operations } from '../../wasm/index.ts';
import type { Distribution, KnownRegions } from '../../wasm/files/distribution.ts';
import type { FormatFaultCode } from '../../wasm/files/fault.ts';
import type { FileRole } from '../../wasm/files/sheets.ts';
import type { DocumentKind, Remark, Comment } from '../../wasm/files/table.ts';

/** A table of a document, ready for the core. */
export interface ConvertedTable {
  readonly name: string;
  readonly title: string;
  readonly hidden: boolean;
  readonly rows: number;
  readonly notation: NumberNotation | null;
  readonly remarks: readonly Remark[];
  readonly comments: readonly Comment[];
  readonly csv: Uint8Array<ArrayBuffer>;
  /** The first rows, to be looked at before anything is used. */
  readonly beginning: readonly (readonly string[])[];
}

export interface ConvertedDocument {
  readonly kind: DocumentKind;
  readonly tables: readonly ConvertedTable[];
  /** Index of the table that is proposed. */
  readonly proposed: number;
  /** The whole read as a published distribution, where it is one, with the table that the core reads. */
  readonly distribution: {
    readonly read: Distribution;
    readonly csv: Uint8Array<ArrayBuffer>;
  } | null;
}

export type Stage = 'reading' | 'checking' | 'computing';

export type Question =
  | {
      readonly ask: 'document';
      readonly bytes: Uint8Array;
      /** null: several tables are no distribution, whatever stands in them. */
      readonly known: { readonly regions: KnownRegions; readonly wasm: Uint8Array } | null;
      /** What a table of it is asked for; without, whatever this program knows. */
      readonly role?: FileRole;
    }
  | { readonly ask: 'start'; readonly wasm: Uint8Array }
  | {
      readonly ask: 'put';
      readonly name: string;
      readonly bytes: Uint8Array;
      readonly remarks?: readonly Finding[];
    }
  | { readonly ask: 'read'; readonly name: string; readonly file: Blob }
  | { readonly ask: 'remove'; readonly name: string }
  | { readonly ask: 'run'; readonly operation: Operation; readonly parameters: unknown };

/** The result of each kind of question. */
export interface Results {
  /** null: the core reads these bytes itself */
  readonly document: ConvertedDocument | null;
  readonly start: null;
  readonly put: null;
  /** Bytes of memory that the core takes afterwards. */
  readonly read: number;
  readonly remove: null;
  readonly run: Answer<Operations[Operation]['result']>;
}

export type WorkerFault =
  | FormatFaultCode
  | 'worker_refused'
  | 'worker_broken'
  | 'out_of_memory'
  /** What the page carries of it was cut off or changed. */
  | 'page_incomplete';

export type Reply =
  | { readonly say: 'ready' }
  | { readonly say: 'progress'; readonly id: number; readonly done: number; readonly all: number }
  | { readonly say: 'result'; readonly id: number; readonly result: Results[keyof Results] }
  | { readonly say: 'fault'; readonly id: number; readonly code: WorkerFault };

export type { Column };
