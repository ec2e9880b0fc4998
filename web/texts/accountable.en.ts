/** How a figure comes about, whether it is right, how sure it is, and what changes if … */
import type { AccountableTexts } from './accountable.nl.ts';

export const accountable: AccountableTexts = {
  toSum: (places) => `${places}: how was that computed?`,
  calculated: 'How was that computed?',
  inWholes: 'in whole numbers',
  exactly: 'exactly, as a fraction',
  article: 'To the article (version of 30 March 2024)',
  borderUp: (border, distance) =>
    `This lies ${distance} above the border ${border}, and so was rounded up.`,
  borderDown: (border, distance) =>
    `This lies ${distance} below the border ${border}, and so was rounded down.`,
  borderOn: (border) => `This lies exactly on the border ${border}; a half goes up.`,
  allWeights: 'All weights, municipality by municipality',
  weight: 'Weight',
  inputs: 'Where each number comes from',
  inputColumns: { what: 'What', value: 'Number', place: 'File and cell', raw: 'It says' },
  cell: (row, column) => `row ${row}, column ${column}`,
  column: (column) => `column ${column}, added up`,
  fromRound: 'of the round, see “In this round”',
  hidden: 'estimate: no number',
  fingerprint: 'SHA-256 of the file',
  estimateSum:
    'The official score is still missing here. So the steps stand without numbers: an exact number would suggest more certainty than there is.',
  rates: (perPlace) => `That is 1 place per ${perPlace} inhabitants.`,
  ranks: (place, of, provincePlace, provinceOf, province) =>
    `By number of places the municipality is number ${place} of ${of} in the country, and number ${provincePlace} of ${provinceOf} in ${province}.`,
  without: 'What if the score did not count?',
  withoutText: (places, exact) =>
    `By inhabitants alone it would be ${places} places (exactly ${exact}).`,
  effectMore: (places) => `The score adds ${places}.`,
  effectLess: (places) => `The score takes away ${places}.`,
  effectNone: 'The score does not change the rounded number.',
  effectEstimate:
    'What the score adds or takes away we do not say: the score itself is estimated here.',
  matches: 'Does it match the published number?',
  matchesEqual: (source) => `Yes: it is exactly the number according to ${source}.`,
  matchesNot: (own, published, source) =>
    `No: here it comes to ${own}, and ${source} gives ${published}.`,
  matchesEstimate:
    'That cannot be said yet. The number here is a rough range, and we do not compare that with an exact number.',
  matchesUnknown: 'We know no published number for this municipality.',
  matchesOther: 'Compare with a published table',
  certain: 'How sure is it?',
  certainEstimate:
    'With an estimated score only the rough range can be given. Load the CBS file with scores and you will see here how little or how much the number can move.',
  bounds: 'What rounded inputs can hide',
  boundsText:
    'The scores and inhabitants were rounded before they were published. These are the lowest and the highest outcome that still fit.',
  scoreUnit: (unit) => `scores rounded to ${unit}`,
  populationUnit: (unit) => `inhabitants rounded to ${unit}`,
  columns: {
    question: 'If …',
    low: 'Lowest',
    high: 'Highest',
    exactRange: 'Not rounded',
    now: 'Now',
    up: 'One place more from',
    down: 'One place less from',
    need: 'Need',
    figure: 'Places',
    vintage: 'With these figures',
  },
  boundsPicture: (now) =>
    `Chart: the lowest and highest outcome with rounded inputs; now ${now}. The table below gives the same numbers.`,
  least: 'How little does it take?',
  leastOf: { score: 'own score', inhabitants: 'own inhabitants', need: 'need of the country' },
  leastStep: (value, step, places) => `${value} (${step}): ${places} places`,
  unreachable: 'cannot be reached',
  otherYears: 'And with figures of other years?',
  needSteps: 'At which need does the number step?',
  needStepsText: (first, low, last, high) =>
    `At a need of ${first} it is ${low} places, at ${last} it is ${high}. In between one is added each time.`,
  needStepsPicture: (first, last) =>
    `Chart: the number of places at a need from ${first} to ${last}. The list below gives the same numbers.`,
  needStepsList: (count) => `All ${count} steps`,
  whatIf: 'What changes if …',
  whatIfText:
    'Change a number and see at once what it does. Your data and the round stay as they are.',
  whatIfEstimate:
    'Without an official score the outcome stays a rough range. Set the score to 0 to count inhabitants alone: that can be exact.',
  scoreWeight: 'How much does the score count? (0: not, 1: as in the law)',
  ownScore: 'Score of the municipality',
  ownInhabitants: 'Inhabitants of the municipality',
  wholeNeed: 'Need of the whole country',
  mergeWith: 'Together with',
  mergeNone: 'no other municipality',
  before: 'Now',
  after: 'Then',
  difference: 'Difference',
  same: 'no difference',
  everyone: 'What it does for all municipalities',
  keepName: 'Name of this scenario',
  keep: 'Keep side by side',
  kept: 'Scenarios side by side',
  scenario: 'Scenario',
  drop: (name) => `Remove scenario ${name}`,
  startAgain: 'Back to the figures as they are',
  unnamed: (number) => `Scenario ${number}`,
  compare: 'Compare with published',
  compareText:
    'Do you have a table of published numbers? Drop the file here, choose it, or paste the table. The table stays on this computer.',
  compareFile: 'Choose a table',
  comparePaste: 'Or paste the table here',
  comparePasteHint: 'A column of names or codes and a column of numbers, with headings above.',
  comparePasteButton: 'Compare the pasted table',
  pastedName: 'pasted table',
  tableKnown: 'The figures that press and municipalities report',
  compareKnown: 'Compare with the reported figures of this round',
  compareEstimate:
    'There is no comparison: the score in this round is estimated, and we do not compare a rough range with an exact number. You do see which municipalities were recognised, and with which years the table can best be reproduced.',
  headline: (equal, rows) => `${equal} of ${rows} rows exactly equal`,
  headlineMinors: (equal, rows) => `minors: ${equal} of ${rows} equal`,
  causeInputs: (population, scores, count) =>
    `The table fits other inputs better: ${population} with ${scores} gives ${count} rows exactly.`,
  causeNeed: (need, count) =>
    `The table fits a need of ${need} better: that gives ${count} rows exactly.`,
  notPrinted: (count, names) => `Not in the table: ${count} municipalities (${names}).`,
  compareColumns: {
    name: 'Name',
    own: 'Own outcome',
    published: 'Published',
    difference: 'Difference',
    class: 'Cause',
  },
  onlyDifferent: 'Show only rows that differ',
  recognised: (count) => `${count} rows recognised`,
  reproduceTitle: 'With which inputs can the table be reproduced?',
  reproduceText: (count, first, last, time) =>
    `Searched over ${count} combinations of years and a need from ${first} up to and including ${last}, in ${time} milliseconds. An estimated score takes part under its name: you see how many rows it gives, not its numbers.`,
  reproduceColumns: {
    population: 'Inhabitants',
    scores: 'Scores',
    matches: 'Exact',
    need: 'Need',
    total: 'Sum of differences',
  },
  ofRows: (matches, rows) => `${matches} of ${rows}`,
  estimated: 'estimate',
  tableFailed: 'This table cannot be compared:',
  removeTable: 'Another table',
};
