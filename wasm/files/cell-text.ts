/** The text of one cell out of its pieces, each as it looks: raised, struck through, or plain. */

export interface PieceLook {
  /** Above or below the line: a footnote, `m²`. */
  readonly raised: 'above' | 'below' | null;
  readonly struck: boolean;
}
export const plainLook: PieceLook = { raised: null, struck: false };

const above = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const below = '₀₁₂₃₄₅₆₇₈₉';

/**
 * A raised digit stays apart from the number before it: `169` with footnote 1 is never 1691. A raised
 * letter alone is the mark of a footnote.
 */
function apart(text: string, where: 'above' | 'below'): string {
  if (where === 'above' && /^[a-df-z]\)?$/.test(text.trim())) return '*';
  return text.replace(/\d/g, (digit) => (where === 'above' ? above : below).charAt(Number(digit)));
}

/** A piece of a text, with its own look or that of its cell. */
export interface Piece {
  readonly text: string;
  readonly look: PieceLook | null;
}

export class CellText {
  text = '';
  /** What was struck through, and is left out of the text. */
  struck = '';
  /** Where any of its pieces has a look of its own: all of them. */
  pieces: readonly Piece[] | null = null;

  add(piece: string, look: PieceLook = plainLook): void {
    if (look.struck) this.struck += piece;
    else this.text += look.raised === null ? piece : apart(piece, look.raised);
  }
}

/** Two contents of one cell, so that neither is taken for it: no number, and no name. */
export const bothContents = (one: string, other: string): string => `${one} ¦ ${other}`;
/** A figure that stands over several rows, so that none of them has it. */
export const sharedFigure = (text: string): string => `${text} ↕`;
