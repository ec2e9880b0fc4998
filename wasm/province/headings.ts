/** What a heading of a sender's own layout likely means. */
import type { LocationField } from '../contract/provincial.ts';

/** Letters and digits alone, without accents: two ways to write the same are alike. */
export const spelling = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** The same text however its letters and spaces were typed; a sign before a number is no notation. */
export const plainly = (text: string): string =>
  text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim();

/** Words that headings of such columns often have; a proposal that a person confirms. */
const hints: Readonly<Partial<Record<LocationField, RegExp>>> = {
  municipality_name: /gemeente/,
  location_id: /^(nr|nummer|volgnummer|locatienr|id)\b/,
  location: /locatie|adres|naam|plaats$|pand|object/,
  kind: /soort|type|doelgroep/,
  places: /plekken|plaatsen|capaciteit|aantal|bedden/,
  from: /^van(?!\p{L})|vanaf|start|begin|ingang/u,
  until: /tot|eind|t\/?m/,
  certainty: /zeker|status|hardheid|fase|besluit/,
  continues: /vervolg|opvolg/,
  public: /openbaar|vertrouwelijk/,
  note: /opmerking|toelichting|bijzonderhe/,
};

/** Which column is likely what. */
export function proposedColumns(
  headings: readonly string[],
): Partial<Record<LocationField, number>> {
  const taken = new Set<number>();
  const columns: Partial<Record<LocationField, number>> = {};
  for (const [field, hint] of Object.entries(hints) as [LocationField, RegExp][]) {
    const at = headings.findIndex(
      (heading, column) => !taken.has(column) && hint.test(heading.trim().toLowerCase()),
    );
    if (at === -1) continue;
    columns[field] = at;
    taken.add(at);
  }
  return columns;
}
