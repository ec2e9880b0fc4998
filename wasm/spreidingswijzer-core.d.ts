// What `bindings.cpp` offers, as TypeScript sees it.
declare module '*/spreidingswijzer-core.mjs' {
  interface ColumnValues {
    readonly values: Uint8Array | Uint16Array | Uint32Array | Int32Array;
    readonly uint64: boolean;
  }
  export interface Door {
    reserve(name: string, size: number): Uint8Array;
    /** The SHA-256 of the file as it was filled, where the platform has made it. */
    know(name: string, fingerprint: string): void;
    remove(name: string): void;
    respond(request: string): {
      /** UTF-8; read at once, which is quicker than embind's own way with text. */
      readonly json: Uint8Array;
      readonly columns: Record<string, ColumnValues>;
    };
  }
  export default function createModule(
    options:
      | { wasmBinary: Uint8Array }
      | {
          instantiateWasm(
            imports: WebAssembly.Imports,
            done: (instance: WebAssembly.Instance) => void,
          ): Record<string, never>;
        },
  ): Promise<{ readonly Door: new () => Door }>;
}
