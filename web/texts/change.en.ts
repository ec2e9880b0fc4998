/** Texts of two results beside each other, in English. */
import type { changeNl } from './change.nl.ts';

export const changeEn: typeof changeNl = {
  title: 'Two results beside each other',
  intro:
    'Choose an old and a new result: of a round, from a loaded file, or one that you kept. What was printed goes before what is estimated; where a side has no number but bounds, both ends stand there.',
  old: 'Old',
  new: 'New',
  difference: 'Difference',
  percent: 'Per cent',
  computedSide: (round) => `Computed · ${round}`,
  printedSide: (round) => `Reported figures · ${round}`,
  nowSide: (round) => `${round}, with your own data of now`,
  keptSide: (name) => `Kept: ${name}`,
  keptName: (number, round, need) => `${number}. ${round}, need ${need}`,
  whatIfNow: 'as filled in now',
  whatIfSide: (name: string) => `What if: ${name}`,
  fileSide: (name) => `File ${name}`,
  keep: 'Keep the result of now to compare',
  keepHint: 'Then change your data or the need, and set the new result beside it.',
  need: (from, to, difference, percent) =>
    `Need of the country: from ${from} to ${to}, a difference of ${difference}${percent === null ? '' : ` (${percent})`}.`,
  minorsOld: 'Minors old',
  minorsNew: 'Minors new',
  minorsDifference: 'Difference in minors',
  minorsNeed: (from: string, to: string, difference: string) =>
    `Of which for unaccompanied minors: from ${from} to ${to}, a difference of ${difference}.`,
  both: (count, all) => `${count} of ${all} municipalities have a figure on both sides`,
  everyone: 'Also show municipalities without a figure on one side',
  file: 'difference',
  oldLine: (places) => `old: ${places} places`,
  newLine: (places) => `new: ${places} places`,
  percentLine: (percent) => `difference: ${percent} %`,
  pictureTitle: (count, fewer, more, same) =>
    `Of ${count} municipalities ${fewer} get fewer places, ${more} more and ${same} as many`,
  pictureReading:
    'Each dot is a municipality: to the right the old number, upward the new one. Above the line there are more, below it fewer. Small numbers get more room on both axes.',
  pictureSource: 'Spreidingswijzer, two results beside each other. Indicative, no decision.',
  pictureNoTitle: 'Difference per municipality: too few to draw',
  pictureWhy: (count) =>
    count === '0'
      ? 'No municipality has a figure on both sides.'
      : `With a figure on both sides: ${count}. The table below says all there is.`,
};
