/** The data of `public/data`, gathered when the program is built (`scripts/catalogue.mjs`). */
declare module 'virtual:catalogue' {
  const catalogue: import('./rounds/catalogue.ts').Catalogue;
  export default catalogue;
}
