/** The rule of each step in a sentence, in both languages: for the page, the command line and print. */
import type {
  ChangeCauses,
  ComparedRow,
  DifferenceClass,
  Fate,
  Outcome,
  Quantity,
  Rule,
  SumPart,
} from '../contract/answers.ts';
import type { Language } from './messages.ts';

export interface RuleText {
  /** What the step is called. */
  readonly name: string;
  readonly sentence: string;
}

const rules: Record<Language, Record<Rule, RuleText>> = {
  nl: {
    weight: {
      name: 'Gewicht van de gemeente (wegingsfactor)',
      sentence:
        'Tel 1 op bij de SES-WOA-score, vermenigvuldig met de inwoners van de gemeente en deel door de inwoners van het land.',
    },
    total_weight: {
      name: 'Alle gewichten samen (totale wegingsfactor)',
      sentence: 'Tel de gewichten van alle gemeenten op.',
    },
    share: {
      name: 'Deel van de plekken, nog niet afgerond',
      sentence:
        'Vermenigvuldig alle plekken in het land met het gewicht van de gemeente en deel door alle gewichten samen.',
    },
    rounding: {
      name: 'Plekken voor de gemeente',
      sentence: 'Rond af op een heel getal; een half gaat naar boven.',
    },
    minors_share: {
      name: 'Deel van de plekken voor amv, nog niet afgerond',
      sentence:
        'Doe hetzelfde met het aantal plekken voor alleenstaande minderjarige vreemdelingen (amv).',
    },
    minors_rounding: {
      name: 'Waarvan voor amv',
      sentence: 'Rond af op een heel getal; een half gaat naar boven.',
    },
    task: {
      name: 'Opgave van de provincie',
      sentence: 'Tel de afgeronde plekken van de gemeenten in de provincie op.',
    },
    minors_task: {
      name: 'Waarvan voor amv',
      sentence: 'Tel de afgeronde plekken voor amv van de gemeenten in de provincie op.',
    },
  },
  en: {
    weight: {
      name: 'Weight of the municipality (wegingsfactor)',
      sentence:
        'Add 1 to the SES-WOA score, multiply by the inhabitants of the municipality and divide by the inhabitants of the country.',
    },
    total_weight: {
      name: 'All weights together (totale wegingsfactor)',
      sentence: 'Add up the weights of all municipalities.',
    },
    share: {
      name: 'Share of the places, not yet rounded',
      sentence:
        'Multiply all places in the country by the weight of the municipality and divide by all weights together.',
    },
    rounding: {
      name: 'Places for the municipality',
      sentence: 'Round to a whole number; a half goes up.',
    },
    minors_share: {
      name: 'Share of the places for minors, not yet rounded',
      sentence: 'Do the same with the number of places for unaccompanied minors.',
    },
    minors_rounding: {
      name: 'Of which for minors',
      sentence: 'Round to a whole number; a half goes up.',
    },
    task: {
      name: 'Task of the province',
      sentence: 'Add up the rounded places of the municipalities in the province.',
    },
    minors_task: {
      name: 'Of which for minors',
      sentence: 'Add up the rounded places for minors of the municipalities in the province.',
    },
  },
};
export const ruleText = (rule: Rule, language: Language): RuleText => rules[language][rule];

const quantities: Record<Language, Record<Quantity, string>> = {
  nl: {
    sign: '',
    one: '1',
    score: 'SES-WOA-score van de gemeente',
    inhabitants: 'inwoners van de gemeente',
    country_inhabitants: 'inwoners van het land',
    weight: 'gewicht van de gemeente',
    other_weights: 'gewichten van alle andere gemeenten',
    total_weight: 'alle gewichten samen',
    need: 'opvangplaatsen in het land',
    share: 'deel, nog niet afgerond',
    places: 'plekken van een gemeente',
    minors_need: 'opvangplaatsen voor amv in het land',
    minors_share: 'deel voor amv, nog niet afgerond',
    minors_places: 'plekken voor amv van een gemeente',
  },
  en: {
    sign: '',
    one: '1',
    score: 'SES-WOA score of the municipality',
    inhabitants: 'inhabitants of the municipality',
    country_inhabitants: 'inhabitants of the country',
    weight: 'weight of the municipality',
    other_weights: 'weights of all other municipalities',
    total_weight: 'all weights together',
    need: 'places in the country',
    share: 'share, not yet rounded',
    places: 'places of a municipality',
    minors_need: 'places for minors in the country',
    minors_share: 'share for minors, not yet rounded',
    minors_places: 'places for minors of a municipality',
  },
};
export const quantityText = (quantity: Quantity, language: Language): string =>
  quantities[language][quantity];

const outcomes: Record<Language, Record<Outcome, string>> = {
  nl: {
    holds: 'Het rekenbewijs klopt: elk getal volgt uit de cellen die erin staan.',
    round_changed:
      'De getallen kloppen: elk getal volgt uit de cellen die erin staan. De beschrijving van de ronde is sindsdien veranderd; vandaag zou dezelfde vraag op andere invoer rusten.',
    rule_gone:
      'Dit rekenbewijs is gemaakt volgens een regel waarmee dit programma niet meer rekent. Of de getallen erin kloppen, is hier niet na te gaan.',
    incomplete: 'Er is niets gevonden dat niet klopt, maar nog niet alles is nagerekend.',
    fails: 'Het rekenbewijs klopt niet.',
  },
  en: {
    holds: 'The receipt holds: every number follows from the cells inside it.',
    round_changed:
      'The numbers hold: every number follows from the cells inside it. The description of the round has changed since; today the same question would rest on other inputs.',
    rule_gone:
      'This receipt was made under a rule that this program no longer computes. Whether its numbers hold cannot be checked here.',
    incomplete: 'Nothing wrong was found, but not everything has been computed again yet.',
    fails: 'The receipt does not hold.',
  },
};
/** What checking a receipt came to. */
export const outcomeText = (outcome: Outcome, language: Language): string =>
  outcomes[language][outcome];

/** A sum as one line: `(1 + 0.157) × 114182 ÷ 17811291`. */
export const sumText = (
  sum: readonly SumPart[],
  number: (text: string) => string = (text) => text,
): string =>
  sum
    .map(({ text, of }) => (of === 'sign' ? text : number(text)))
    .join(' ')
    .replaceAll('( ', '(')
    .replaceAll(' )', ')');

/** What can make a share change, in the order in which the core takes it. */
export type Cause = keyof ChangeCauses;

const causes: Record<Language, Record<Cause, string>> = {
  nl: {
    need: 'door de behoefte',
    population: 'door de inwoners',
    score: 'door de score',
    rounding: 'door het afronden',
  },
  en: {
    need: 'through the need',
    population: 'through the inhabitants',
    score: 'through the score',
    rounding: 'through rounding',
  },
};
export const causeText = (cause: Cause, language: Language): string => causes[language][cause];

const changeMethods: Record<Language, string> = {
  nl: 'Zo is het verschil verdeeld: eerst krijgt de oude berekening de nieuwe behoefte, dan ook de nieuwe inwoners, dan ook de nieuwe scores. Elk deel is het verschil tussen twee uitkomsten met negen decimalen. Het afronden op hele plekken staat apart. Samen zijn de delen precies het verschil. In een andere volgorde zouden de delen anders zijn.',
  en: 'This is how the difference is split: the old calculation first gets the new need, then the new inhabitants as well, then the new scores as well. Each part is the difference of two outcomes with nine decimals. Rounding to whole places stands apart. Together the parts are exactly the difference. In another order the parts would be others.',
};
const changeEnds: Record<Language, string> = {
  nl: 'Waar een kant grenzen of een marge heeft, heeft elke oorzaak die ook: de kleinste waarde staat eerst. Het CSV-bestand zegt welke bij elkaar horen; aan elk uiteinde tellen zij op tot het verschil.',
  en: 'Where a side has bounds or a margin, each cause has them too: the lesser value stands first. The CSV file says which belong together; at each end they add up to the difference.',
};
/**
 * How the causes are found, in words.
 * @param atEnds whether some are known at both ends of what a difference can be, and not exactly
 */
export const changeMethodText = (atEnds: boolean, language: Language): string =>
  atEnds ? `${changeMethods[language]} ${changeEnds[language]}` : changeMethods[language];

const withoutCauses: Record<
  Language,
  Record<'published' | 'municipalities' | 'scenario', string>
> = {
  nl: {
    scenario:
      'Eén kant is een wat-als waarin de score anders telt of gemeenten samen gaan. Die heeft niet de stappen van de wettelijke sleutel; waardoor een getal verandert, staat er daarom niet bij.',
    published:
      'Waardoor een getal veranderde, is alleen te zeggen tussen twee berekende uitkomsten; een gepubliceerde tabel heeft geen tussenstappen.',
    municipalities:
      'De twee uitkomsten hebben niet dezelfde gemeenten. Daarom staat er niet bij waardoor een getal veranderde.',
  },
  en: {
    scenario:
      'One side is a what-if that lets the score count otherwise or takes municipalities together. It has no steps of the statutory key, so why a figure changed is left out.',
    published:
      'Why a figure changed can only be said between two computed results; a published table has no steps.',
    municipalities:
      'The two results do not have the same municipalities. So why a figure changed is left out.',
  },
};
export const causesMissingText = (
  reason: 'published' | 'municipalities' | 'scenario',
  language: Language,
): string => withoutCauses[language][reason];
const classes: Record<Language, Record<DifferenceClass, string>> = {
  nl: {
    equal: 'gelijk',
    rounding: 'door afronding van de invoer',
    other_inputs: 'andere invoer',
    other_need: 'andere behoefte',
    other_municipality: 'samengevoegd, gesplitst of onbekend',
    sum_of_parts: 'som van de delen is anders',
    unexplained: 'onverklaard',
  },
  en: {
    equal: 'equal',
    rounding: 'by rounding of the inputs',
    other_inputs: 'other inputs',
    other_need: 'another need',
    other_municipality: 'merged, divided or unknown',
    sum_of_parts: 'not the sum of its parts',
    unexplained: 'unexplained',
  },
};
/** Why a row of a published table differs from the own result, in a few words. */
export const classText = (difference: DifferenceClass, language: Language): string =>
  classes[language][difference];

const fates: Record<Language, Record<Fate, (names: string) => string>> = {
  nl: {
    merged: (names) => `samengevoegd: nu deel van ${names}`,
    divided: (names) => `verdeeld over ${names}`,
    formed: (names) => `later gevormd uit ${names}`,
    unknown: () => 'niet bekend als gemeente, ook niet als vroegere',
  },
  en: {
    merged: (names) => `merged: now part of ${names}`,
    divided: (names) => `divided over ${names}`,
    formed: (names) => `formed later out of ${names}`,
    unknown: () => 'not known as a municipality, nor as a former one',
  },
};

/** The reason of one row: its class, and of a municipality that the list has not what became of it. */
export function reasonText(
  row: Pick<ComparedRow, 'class' | 'fate' | 'successors' | 'combinedFrom'>,
  language: Language,
): string {
  if (row.class === null) return '';
  if (row.fate !== null)
    return fates[language][row.fate](row.successors.map(({ name }) => name).join(', '));
  const told = classText(row.class, language);
  if (row.combinedFrom === 1) return told;
  return language === 'nl'
    ? `${told} (som van ${row.combinedFrom} samengevoegde gemeenten)`
    : `${told} (sum of ${row.combinedFrom} merged municipalities)`;
}
