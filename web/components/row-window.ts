/** Which rows of a long table are drawn: those in sight, and some around them. */
export interface Window {
  readonly first: number;
  /** One past the last. */
  readonly end: number;
}

/**
 * @param count   rows in all
 * @param top     how far the table is scrolled, in pixels
 * @param height  of what is in sight
 * @param row     height of one row
 * @param spare   rows drawn above and below what is in sight
 */
export function rowsInSight(
  count: number,
  top: number,
  height: number,
  row: number,
  spare: number,
): Window {
  const first = Math.max(0, Math.min(Math.floor(top / row) - spare, count));
  const end = Math.max(first, Math.min(Math.ceil((top + height) / row) + spare, count));
  return { first, end };
}
