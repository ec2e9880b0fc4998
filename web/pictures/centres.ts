/** Where each municipality lies: a point well inside it, of the bundled vintages of centres. */
import { catalogue } from '../state/page.ts';

export interface Centre {
  readonly x: number;
  /** Grows to the south, as pictures do. */
  readonly y: number;
}

/** Rows of `gemeentecode,x_rd,y_rd`: metres of the national grid, y to the north. */
export function readCentres(csv: string): Map<string, Centre> {
  const centres = new Map<string, Centre>();
  for (const line of csv.split(/\r?\n/).slice(1)) {
    const [code, x, y] = line.split(',');
    if (code !== undefined && x !== undefined && y !== undefined)
      centres.set(code, { x: Number(x), y: -Number(y) });
  }
  return centres;
}

let all: Map<string, Centre> | undefined;
export function centres(): ReadonlyMap<string, Centre> {
  all ??= new Map(
    catalogue.vintages
      .filter(({ kind }) => kind === 'centres')
      .flatMap(({ csv }) => [...readCentres(csv)]),
  );
  return all;
}
