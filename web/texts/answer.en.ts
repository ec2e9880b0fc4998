/** The answer: the number, how sure it is, both rounds, and what the press printed. */
import type { AnswerTexts } from './answer.nl.ts';

export const answer: AnswerTexts = {
  indicative: (round) => `indicative, ${round}`,
  sure: 'How sure is that?',
  how: 'How was this checked?',
  same: (others) => `The same number also ${others}.`,
  conflict: (others) =>
    `Not all prints agree: ${others}. The large number is the print nearest to the publication; which one is right, this program does not decide.`,
  placesBy: (places, by) => `${places} ${by}`,
  ownSum: (places, source, date) =>
    `${source} did its own sum and said ${places} (${date}). That is an own sum, no published number.`,
  basis: {
    official: 'Computed from official figures of CBS.',
    cbs_file: 'Computed from a CBS file that you loaded.',
    own_input: 'Computed from own input. That is a calculation, no published number.',
    invented: 'Computed from invented figures, to practise with.',
    derivedNumber: (round) =>
      `Derived from the table of ${round}: only one whole number fits. That is certain if that table is right, if it rests on these inhabitants and if rounding was ordinary.`,
    derivedRange: (round) =>
      `Derived from the table of ${round}: the number certainly lies between these bounds if that table is right, if it rests on these inhabitants and if rounding was ordinary. Which number between them it is, the table does not say.`,
    estimate:
      'An estimate: nobody printed this number, as far as we know. Quote the whole range, not its middle.',
  },
  rank: 'rank by places per inhabitant',
  ranks: (country: string, all: string, own: string, inProvince: string, province: string) =>
    `${country} of ${all} in the country, ${own} of ${inProvince} in ${province}`,
  minorsFollow: (number: string) => `${number} (follows from the printed total)`,
  minorsUnknown: 'How many of these are for minors (amv) is not known.',
  rounds: 'From round to round',
  roundsHead: 'Round',
  from: (year, first, other, last) => `From ${first} in ${year} to ${last} in ${other}`,
  beside: (year, first, other, last) => `${year}: ${first}; ${other}: ${last}`,
  more: (difference, percent) => `: ${difference} more (${percent} %).`,
  fewer: (difference, percent) => `: ${difference} fewer (${percent} %).`,
  equal: ': no difference.',
  differenceRange: (range) => `. The difference lies ${range}.`,
  why: 'Why?',
  whyHead: 'because of',
  whyOne: 'places',
  whyColumn: 'difference',
  whyColumns: ['at the lowest difference', 'at the highest'],
  whyExact:
    'First the new need, then the new inhabitants, then the new scores; together exactly the difference.',
  whyEnds:
    'At both ends of what the difference can be: first the new need, then the new inhabitants, then the new scores. At each end the parts add up to the difference.',
  unknown: 'not known',
  notYet: 'not taken yet',
  counted: (regular, emergency) => `${regular} regular, ${emergency} emergency`,
  countedBy: (source, date) =>
    `Available: as ${source} counted in ${date}. That is a newsroom’s count, for information. It is subtracted from nothing; “regular” is not the five years of the law.`,
  offeredOwn: 'Offered: from the provincial table that you opened.',
  kinds:
    'Four kinds of number that do not say the same: indicative is where consultation begins, offered what municipalities promise, decided what the distribution decision asks (that binds), available what there is.',
  computedTitle: 'What this program computes itself',
  differ: (count) => `Prints that differ: ${count}`,
  differHead: { name: 'Area', prints: 'Prints' },
  evidence: 'What shows that?',
  evidenceText: (table) =>
    `This program recomputed “${table}” with all inhabitants and scores that it has. The scores are estimated and a little too high or too low as a whole; so what counts is how a combination does up to one factor.`,
  evidenceHead: { lists: 'Inhabitants and scores', matches: 'Exactly', median: 'Median deviation' },
  official: 'Do you have the official scores of CBS?',
  officialText:
    'The scores per municipality of CBS are not inside this program. Load them, and it recomputes the table exactly.',
  whatNumber: 'What kind of numbers are in it?',
  whatHand: 'Where does the table come from?',
  numberChoices: {
    '': 'only to compare with',
    indicative: 'indicative shares',
    decided: 'decided numbers (distribution decision)',
    own_sum: 'an own sum, no publication',
  },
  handChoices: {
    first: 'the publication itself (Staatscourant, decision)',
    second: 'from who saw the publication',
    third: 'copied from someone else',
  },
  calendar: 'What happens when?',
  calendarText: 'The days of this round according to the law, and what has happened already.',
  calendarHead: ['Step', 'Day', 'State'],
  housing: 'Housing target',
  housingText: (name) =>
    `The ${name} is another task: homes for people with a permit. It has nothing to do with the number of reception places.`,
  housingUnknown: 'For this municipality it cannot be computed from the data in this program.',
  housingHead: {
    halfYear: 'Half-year',
    target: 'Persons, computed',
    national: 'National',
    source: 'Source of the national number',
  },
  offer: 'Own offer and existing places',
  offerNone: 'No provincial table is open that has what this municipality offers.',
  offerIs: (places) =>
    `In the provincial table that you opened this municipality offers ${places} places.`,
  toTable: 'To the provincial table',
  notInFiles: (name) => `${name} is not in the files that you loaded.`,
  standsBeside:
    'This table now stands beside the figures of the round, at every municipality and province.',
  loadFirst:
    'This table came along. It stands beside the figures of the round only once you load the original yourself, and say of that what it is.',
};
