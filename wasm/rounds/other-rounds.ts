/** Figures of a table that are printed of another round, and not of the round that it is held against. */
import type { Language } from '../words/messages.ts';
import { type Catalogue, type Round, printsOf } from './catalogue.ts';

interface TableRow {
  readonly row?: number;
  readonly code: string | null;
  readonly name: string;
  readonly published: number;
}

/** Code and places of every print of a round. */
const printedIn = (catalogue: Catalogue, round: Round): Set<string> =>
  new Set(
    printsOf(catalogue, round).flatMap(({ csv }) =>
      [...csv.matchAll(/(GM\d{4}),(?:"[^"]*"|[^",]*),(\d+)/g)].map(
        ([, code = '', places = '']) => `${code} ${places}`,
      ),
    ),
  );

const most = 10;

/** Of each other round a sentence on the rows that have its figures; most often there is none. */
export function otherRoundTexts(
  catalogue: Catalogue,
  round: Round | undefined,
  rows: readonly TableRow[],
  language: Language,
): string[] {
  if (round === undefined || round.invented) return [];
  const own = printedIn(catalogue, round);
  const of = ({ code, published }: TableRow): string => `${code ?? ''} ${published}`;
  return catalogue.rounds
    .filter(({ id, invented }) => id !== round.id && !invented)
    .flatMap((other) => {
      const theirs = printedIn(catalogue, other);
      const found = rows.filter((row) => theirs.has(of(row)) && !own.has(of(row)));
      if (found.length === 0) return [];
      const named = found
        .slice(0, most)
        .map(({ row, name, published }) => {
          const at = row === undefined ? '' : `${language === 'nl' ? 'regel' : 'row'} ${row}: `;
          return `${name} (${at}${published})`;
        })
        .join(', ');
      const [one, asked] = [other, round].map(({ title }) => title[language].toLowerCase());
      const more = found.length > most ? ', …' : '';
      return [
        language === 'nl'
          ? `Van een andere ronde: ${found.length === 1 ? 'één aantal is' : `${found.length} aantallen zijn`} genoemd in ${one ?? ''}, en niet in ${asked ?? ''}: ${named}${more}.`
          : `Of another round: ${found.length === 1 ? 'one number was' : `${found.length} numbers were`} printed in the ${one ?? ''}, and not in the ${asked ?? ''}: ${named}${more}.`,
      ];
    });
}
