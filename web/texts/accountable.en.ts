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
  hidden: 'no number: estimated or derived',
  fingerprint: 'SHA-256 of the file',
  estimateSum:
    'The official score is missing here. So the steps stand without numbers: with an estimated score they would give one number, and there is none.',
  rates: (perPlace) => `That is 1 place per ${perPlace} inhabitants.`,
  ranks: (place, of, provincePlace, provinceOf, province) =>
    `By number of places the municipality is number ${place} of ${of} in the country, and number ${provincePlace} of ${provinceOf} in ${province}.`,
  provinceTask: (name) => `How does the task of ${name} come about?`,
  provinceUnrounded: (exact, rounding) =>
    `Without rounding per municipality it would be ${exact}; rounding does ${rounding}.`,
  provinceRanks: (place, of, ratePlace) =>
    `By places the province is number ${place} of ${of}, by places per inhabitant number ${ratePlace}.`,
  without: 'What if the score did not count?',
  withoutText: (places, exact) =>
    `By inhabitants alone it would be ${places} places (exactly ${exact}).`,
  hypothetical: 'a calculation, no share',
  effectMore: (places) => `The score adds ${places}.`,
  effectLess: (places) => `The score takes away ${places}.`,
  effectNone: 'The score does not change the rounded number.',
  effectEstimate:
    'What the score adds or takes away we do not say: the official score is not here.',
  matches: 'Does it match the published number?',
  matchesEqual: (source) => `Yes: it is exactly the number according to ${source}.`,
  matchesNot: (own, published, source) =>
    `No: here it comes to ${own}, and ${source} gives ${published}.`,
  matchesWithin: (source: string) =>
    `It fits: the number according to ${source} lies within what is computed here. To check it exactly takes the official scores.`,
  matchesOutside: (source: string) =>
    `No: the number according to ${source} lies outside what is computed here. To check it exactly takes the official scores.`,
  matchesCircular: (source: string) =>
    `That says nothing here: the number according to ${source} stands in the table that this program derives from. To check it takes the official scores.`,
  matchesUnknown: 'We know no published number for this municipality.',
  matchesOther: 'Compare with a published table',
  certain: 'How sure is it?',
  certainEstimate:
    'With an estimated score only a range can be given. Load the CBS file with scores and you will see here how little or how much the number can move.',
  bounds: 'What rounded inputs can hide',
  boundsText:
    'The scores and inhabitants were rounded before they were published. These are the lowest and the highest outcome that still fit.',
  unit: 'To what were the scores rounded?',
  unitOfFile: 'as in the file',
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
  leastPicture:
    'Chart: how far each input is from one place more or less, in per cent of what it is now; for the score in per cent of 1 + score. The table below gives the steps.',
  unreachable: 'cannot be reached',
  otherYears: 'And with figures of other years?',
  otherYearsPicture: (now) =>
    `Chart: the number of places with each of the figures in the table below; now ${now}.`,
  needSteps: 'At which need does the number step?',
  needStepsText: (first, low, last, high) =>
    `At a need of ${first} it is ${low} places, at ${last} it is ${high}. In between one is added each time.`,
  needStepsPicture: (first, last) =>
    `Chart: the number of places at a need from ${first} to ${last}. The list below gives the same numbers.`,
  needStepsList: (count) => `All ${count} steps`,
  whatIf: 'What changes if …',
  whatIfText:
    'Change a number and see at once what it does. Your data and the round stay as they are.',
  whatIfAlsoNational: 'Something that you changed for the whole country counts as well.',
  whatIfNational:
    'Change something for the whole country: the need, the weight of the score, mergers',
  whatIfEstimate:
    'Without an official score the outcome is a range. Let the score not count (weight 0), and you compute by inhabitants alone: that can be exact.',
  whatIfToWeight: 'To the weight of the score',
  scoreWeight: 'How much does the score count? (0: not, 1: as in the law)',
  wholeNeed: 'Need of the whole country',
  scoreOf: (name) => `Score of ${name}`,
  inhabitantsOf: (name) => `Inhabitants of ${name}`,
  minorsNeed: 'Of whom minors, in the whole country',
  moreMunicipalities: 'Change or merge more municipalities',
  asItWas: (name) => `${name} as it was`,
  changeAlso: 'Change as well',
  mergeText: 'These municipalities count as one: their weights are added.',
  notWhole:
    'Inhabitants and needs are whole numbers, such as 96000. What is filled in otherwise does not count.',
  choose: 'choose a municipality',
  takeOut: (name) => `Take ${name} out`,
  everyoneFilter: 'Find a municipality',
  together: 'together',
  scoreWeightTyped: 'Weight of the score as a number, three decimals at most',
  minorsOutcome: (before, after, difference) =>
    `Of whom minors: now ${before}, then ${after} (${difference}).`,
  mergeWith: 'Together with',
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
  compareFileName: 'comparison',
  pastedName: 'pasted table',
  tableKnown: 'The figures that press and municipalities report',
  compareKnown: 'Compare with the reported figures of this round',
  compareEstimate:
    'Without the official scores nothing can be checked exactly. You do see of each municipality whether the number lies within what is computed here, which municipalities were recognised, and with which years the table can best be reproduced.',
  within: (inside, rows) =>
    `${inside} of ${rows} printed numbers lie within the bounds or band beside them.`,
  inside: 'lies within what is computed here',
  outside: 'lies outside what is computed here',
  headline: (equal, rows) => `${equal} of ${rows} rows exactly equal`,
  headlineMinors: (equal, rows) => `minors: ${equal} of ${rows} equal`,
  totals: (own, published, difference) =>
    `Municipalities together: ${own} here, ${published} published; difference ${difference}.`,
  unexplained:
    'Unexplained: rounding, another need, or other inputs that this program has, do not give this difference. Ask the source about this number, or see whether it was copied well.',
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
    `Searched over ${count === '1' ? '1 combination' : `${count} combinations`} of years and ${first === last ? `the need of ${first}` : `a need from ${first} up to and including ${last}`}, in ${time} milliseconds. An estimated score takes part under its name: you see how many rows it gives, not its numbers.`,
  reproduceColumns: {
    population: 'Inhabitants',
    scores: 'Scores',
    matches: 'Exact',
    need: 'Need',
    total: 'Sum of differences',
    factor: 'Exact up to one factor',
    median: 'Median deviation',
  },
  ofRows: (matches, rows) => `${matches} of ${rows}`,
  estimated: 'estimate',
  tableFailed: 'This table cannot be compared:',
  compareLoaded: (name) => `Compare with ${name}`,
  compareMerge: 'Count municipalities that no longer exist in the one they became part of',
  compareSheet: 'Which table of the file',
  compareWhole: 'the whole file, read as a distribution',
  pairs: 'Does the table match another published table?',
  pairsNone: (view) => `Load the other table under “${view}”; then you can choose it here.`,
  pairsOther: 'Other table',
  pairsOne: 'This table',
  pairsChoose: 'choose a table',
  pairsEqual: (equal, rows) => `${equal} of ${rows} rows that are in both tables are equal`,
  impliedTitle: 'What does the table say about the scores?',
  impliedText:
    'A table gives ratios only, and it was rounded. With this mean, or this score of one municipality, every other score must have lain between these bounds. A score outside them means that other inputs were used.',
  impliedColumns: {
    name: 'Name',
    low: 'Lowest score',
    high: 'Highest score',
    width: 'Width',
    says: 'What that says',
    score: 'Score here',
    holds: 'Fits',
  },
  impliedSays: {
    much: 'narrow: says much',
    some: 'not narrow: says something',
    little: 'wide: says little',
    none: 'no upper bound: says next to nothing',
  },
  impliedHolds: {
    true: 'yes',
    false: 'no: other inputs',
    null: 'cannot be said: the official score is not here',
  },
  impliedMean: 'National mean of the scores behind the table',
  impliedReference: 'Compared with',
  impliedReferenceScore: 'Its score; empty: the score here',
  impliedIsReference: 'compared with this',
  impliedOne: (low, high, width, says, source) =>
    `With the number according to ${source} goes a score between ${low} and ${high} (width ${width}; ${says}). That is our calculation; a national mean of 0 is assumed.`,
  impliedOneHolds: (score) => `The score here, ${score}, fits.`,
  impliedOneNot: (score) => `The score here, ${score}, lies outside: other inputs were used.`,
  removeTable: 'Another table',
};
