/** What a table's cell is in a file: a figure as a number, a range in words. */
import type { Figure, PerThousand } from '../../../wasm/index.ts';
import type { Cell } from '../../../wasm/files/csv-text.ts';
import type { Key } from '../../components/order.ts';
import { figureText, perThousandText } from '../../components/Figure.tsx';

export const figureKey = (figure: Figure | null): Key => figure?.places ?? figure?.low ?? null;
// Decimal text of the core, compared as a number only to put rows in order.
export const decimalKey = (text: string | null): Key => (text === null ? null : Number(text));
export const rateKey = (rate: PerThousand): Key => decimalKey(rate.value ?? rate.low);

export const figureCell = (figure: Figure | null): Cell =>
  figure === null ? null : (figure.places ?? figureText(figure));
export const rateCell = (rate: PerThousand | null): Cell =>
  rate === null ? null : rate.value === null ? perThousandText(rate) : { decimal: rate.value };
export const decimalCell = (text: string | null): Cell =>
  text === null ? null : { decimal: text };
