/** What an estimate is worth and what a list of scores gives of a printed table, in sentences of both languages. */
import bands from '../../public/data/estimates/bands.json' with { type: 'json' };
import type { AllocationResult, EstimateRecord, RankedVintages } from '../contract/answers.ts';
import type { Language } from './messages.ts';
import { withoutKind } from './municipality-names.ts';
import { decimal, whole } from './number-text.ts';

const rules: Record<Language, Record<EstimateRecord['rule'], string>> = {
  nl: {
    updated: 'de tabel van een latere ronde, met de verandering van de geschatte scores',
    unchanged: 'de laatste tabel, alsof de scores gelijk bleven',
    postcode: 'scores die per postcode zijn geschat',
  },
  en: {
    updated: 'the table of a later round, with the change of the estimated scores',
    unchanged: 'the latest table, as if the scores stayed the same',
    postcode: 'scores that were estimated per postcode',
  },
};

/** Where most of the known figures lie, and how far the rule was off on those that nobody selected. */
function beyondTheKnown({ rule, known }: EstimateRecord, language: Language): string {
  if (rule !== 'updated') return '';
  const { mostFrom, remainders } = bands.updated;
  const most = Object.values(mostFrom).reduce((sum, count) => sum + count, 0);
  const worst = decimal((100 * remainders.worst).toFixed(2), language);
  return language === 'nl'
    ? ` Van de ${known} liggen er ${most} in ${Object.keys(mostFrom).join(' en ')}. De ${remainders.municipalities} andere gemeenten, die niemand uitkoos, kloppen per provincie samen op ${worst} % na.`
    : ` Of the ${known}, ${most} lie in ${Object.keys(mostFrom).join(' and ')}. The ${remainders.municipalities} other municipalities, which nobody selected, are right to within ${worst} % per province together.`;
}

/** What the band of an estimate is worth, measured on figures that are known. */
export function recordText(record: EstimateRecord, language: Language): string {
  const { rule, known, leaveOneOut, lowerBound } = record;
  const how = rules[language][rule];
  const least = decimal(lowerBound, language);
  return language === 'nl'
    ? `Een schatting (${how}): een marge, geen aantal. Zo’n marge was bij ${leaveOneOut} van de ${known} bekende gemeenten raak, elke gemeente apart weggelaten. Die zijn geen steekproef; als ze het waren, was de kans ten minste ${least}.${beyondTheKnown(record, language)}`
    : `An estimate (${how}): a band, no number. Such a band was right for ${leaveOneOut} of the ${known} known municipalities, each left out in turn. Those are no sample; if they were one, the chance would be at least ${least}.${beyondTheKnown(record, language)}`;
}

/** A changed score needs what a table does not tell: said of each outcome that rests on it. */
export const factorRangeText = (language: Language): string =>
  language === 'nl'
    ? 'Een andere score, of een score die anders telt, vraagt de factor tussen de tabel en de scores. Die is niet bekend: de grenzen gelden als 1 + score gemiddeld tussen 1,00 en 1,08 ligt, en zijn niet bewezen.'
    : 'Another score, or a score that counts otherwise, needs the factor between the table and the scores. It is not known: the bounds hold if 1 + score lies between 1.00 and 1.08 on average, and are not proven.';

/** The acid test of scores that a person loaded: how many printed figures they give; null where there is none. */
export function acidTestText(
  { scores, reproduced }: Pick<AllocationResult, 'scores' | 'reproduced'>,
  language: Language,
): string | null {
  if (scores.status !== 'loaded' || reproduced === null) return null;
  const { exactly, printed } = reproduced;
  return language === 'nl'
    ? `Deze scores geven ${exactly} van de ${printed} genoemde aantallen precies.`
    : `These scores give ${exactly} of the ${printed} printed numbers exactly.`;
}

/** How a list does up to one factor. @param name what a file is called */
export function fitText(
  ranked: RankedVintages,
  name: (file: string) => string,
  language: Language,
): string {
  const { fit } = ranked;
  if (fit === null) return '';
  const lists = `${name(ranked.population)} × ${name(ranked.scores)}`;
  const per = (text: string): string => `${decimal(text, language)} %`;
  const factor = decimal(fit.factor, language);
  return language === 'nl'
    ? `${lists}, op één factor (${factor}) na: ${fit.matches} van de ${fit.rows} precies, middelste afwijking ${per(fit.median)} (${per(fit.leastMedian)} met de factor die haar het kleinst maakt).`
    : `${lists}, up to one factor (${factor}): ${fit.matches} of the ${fit.rows} exactly, median deviation ${per(fit.median)} (${per(fit.leastMedian)} at the factor that makes it least).`;
}

/** Those farthest off, named; empty where none is. */
export function missesText({ fit }: RankedVintages, language: Language): string {
  const misses = (fit?.misses ?? [])
    .slice(0, 10)
    .map(
      ({ name, printed, deviation }) =>
        `${withoutKind(name)} (${whole(printed, language)}; ${decimal(deviation, language)} %)`,
    );
  if (misses.length === 0) return '';
  return language === 'nl'
    ? `Het verst ernaast (genoemd; afwijking voor afronden): ${misses.join(', ')}.`
    : `Farthest off (printed; deviation before rounding): ${misses.join(', ')}.`;
}

/** Years of which there are inhabitants and no scores: what could not be tried. */
export function untriedText(
  vintages: readonly { readonly kind: string; readonly status: string; readonly year: number }[],
  ranking: readonly RankedVintages[],
  language: Language,
): string {
  const years = (kind: string): number[] =>
    vintages
      .filter((vintage) => vintage.kind === kind && vintage.status !== 'invented')
      .map(({ year }) => year);
  const tried = new Set(years('scores'));
  const lacking = years('population').filter((year) => !tried.has(year));
  if (lacking.length === 0 || ranking.some(({ scoresStatus }) => scoresStatus === 'loaded'))
    return '';
  return language === 'nl'
    ? `Niet te proberen: scores van ${lacking.join(', ')}; daarvan zijn er geen in dit programma.`
    : `Not to be tried: scores of ${lacking.join(', ')}; there are none of them in this program.`;
}
