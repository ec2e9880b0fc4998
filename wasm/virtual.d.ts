/** The data of `public/data`, gathered when the program is built (`scripts/catalogue.mjs`). */
declare module 'virtual:catalogue' {
  const catalogue: import('./catalogue.ts').Catalogue;
  export default catalogue;
}

/** The page's worker (`web/worker/main.ts`) as one script, packed with gzip and written in base64. */
declare module 'virtual:worker' {
  const packed: string;
  export default packed;
}
