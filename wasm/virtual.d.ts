/** The data of `public/data`, gathered when the program is built (`scripts/catalogue.mjs`). */
declare module 'virtual:catalogue' {
  const catalogue: import('./rounds/catalogue.ts').Catalogue;
  export default catalogue;
}

/** The WebAssembly of the core as text, packed with gzip and written in base64 (`scripts/package.mjs`). */
declare module 'virtual:wasm' {
  const wasm: string;
  export default wasm;
}
