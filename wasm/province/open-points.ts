/** Which open points may stand in the public edition: those that name nothing confidential. */
import type { LocationRow } from '../contract/answers.ts';
import type { ProvincialWorkspace } from './workspace.ts';

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** A number that may be one of places; years are none. */
const hasNumber = (text: string): boolean =>
  text.replace(/\b(19|20)\d\d\b/g, '').match(/\d{2}/) !== null;

/** As the core suspects data of a person; here a suspicion is enough to leave a point out. */
const maybePersonal = (text: string): boolean =>
  /@|\b(dhr|de heer|mevr|mevrouw|meneer|mw)\b/iu.test(text);

/** Whether it is confidential what a location is. */
const hides = (row: LocationRow): boolean => row.public === false || row.public === 'number';

/**
 * Whether a point can be told to all. One that begins with the word “vertrouwelijk” cannot, nor one with a
 * number, a person, a confidential location, or both parties of a confidential exchange.
 * @param located  all locations, with their names
 */
export function namesNothingConfidential(
  point: string,
  { municipalities, exchanges }: Pick<ProvincialWorkspace, 'municipalities' | 'exchanges'>,
  located: readonly LocationRow[],
): boolean {
  const text = folded(point);
  if (/^(vertrouwelijk|confidential)/.test(text) || hasNumber(point) || maybePersonal(point))
    return false;
  const says = (name: string | null | undefined): boolean => {
    const wanted = folded(name ?? '');
    return wanted.length > 2 && text.includes(wanted);
  };
  const nameOf = (code: string): string | undefined =>
    municipalities.find((each) => each.code === code)?.name;
  return (
    !located.some((row) => hides(row) && [row.name, row.id, row.note].some(says)) &&
    !exchanges.some(
      (exchange) =>
        !exchange.public &&
        (says(exchange.id) ||
          exchange.transfers.some(({ from, to }) => says(nameOf(from)) && says(nameOf(to)))),
    )
  );
}
