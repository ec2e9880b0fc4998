/** Texts of the pictures in English. */
import type { picturesNl } from './pictures.nl.ts';

export const picturesEn: typeof picturesNl = {
  title: 'Pictures',
  files: (picture) => `Files of this picture: ${picture}`,
  numbers: 'The numbers of this picture',
  noPng: 'This browser cannot keep the picture as PNG. Choose SVG.',
  largePng: 'PNG, large',
  largeFile: 'large',
  made: (version, today, until) =>
    `Made with Spreidingswijzer ${version} on ${today}; data until ${until}.`,
  keys: 'The arrow keys go from municipality to municipality, Enter marks one, Escape closes the card.',
  tooMany: 'Too many municipalities to draw',
  tooManyWhy:
    'With so many municipalities nothing can be told apart in a picture. The tables below have them all.',
  code: 'Code',
  municipality: 'Municipality',
  province: 'Province',
  places: 'Places',
  perThousand: 'Places per 1,000 inhabitants',
  inhabitants: 'Inhabitants',
  score: 'SES-WOA score',
  low: 'At least',
  high: 'At most',
  placesLine: (places) => `${places} places`,
  rateLine: (rate) => `${rate} per 1,000 inhabitants`,
  inhabitantsLine: (people) => `${people} inhabitants`,
  scoreLine: (score) => `SES-WOA score ${score}`,
  noFigure: 'no reported figure',
  rangeLine: (basis, range) => `${basis}: ${range} places`,
  printedSource: (round, prints) =>
    `${round}. Figures as reported, not the table of the Staatscourant: ${prints}. Indicative, no decision.`,
  printsOf: (count, by) => `${count} ${by}`,
  otherPrints: (count, sources) => `${count} of ${sources} other sources`,
  ofProvince: (name) => `in ${name}`,
  others: 'other municipalities',
  inventedSource: (round) => `${round}. Invented figures, to practise with.`,
  ownSource: (round, basis) =>
    `${round}, computed by Spreidingswijzer. Basis: ${basis}. Indicative, no decision.`,
  computedSource: (round, population, scores) =>
    `${round}, computed by Spreidingswijzer with CBS: ${population}; ${scores}. Indicative, no decision.`,
  estimateSource:
    'Ranges of Spreidingswijzer with an estimated score: quote all of a range. Inhabitants: CBS.',
  map: {
    file: 'map',
    nothing: 'No figure is known for this round yet',
    title: (name, places) =>
      `${name} has the most places: ${places}. The colour shows where there are many per inhabitant`,
    printedTitle: (count, all, name, places) =>
      `A figure was reported for ${count} of the ${all} municipalities; the largest is that of ${name}: ${places}`,
    reading:
      'Each area is a municipality. The more the colour stands out, the more places per inhabitant.',
    circleReading:
      'Each circle is a municipality, at its own place. The larger the circle, the more places; the more the colour stands out, the more places per inhabitant.',
    noBorders:
      'The areas are no borders: each is all that lies nearest to the centre of that municipality, up to 12 kilometres. The thick lines part provinces.',
    legend: 'Places per 1,000 inhabitants, from few to many',
    hatched: 'no one number: a band over several classes',
    none: 'none chosen',
    shape: 'Show',
    shapes: { cells: 'colour per inhabitant', circles: 'circles by number' },
    centres: 'Boundaries: Kadaster / Statistics Netherlands (CBS), 2024.',
    lost: (count) => `${count} municipalities are not on the map: their place is not known.`,
  },
  ranking: {
    file: 'ranking',
    title: (first, most, last, least) => `From ${most} places for ${first} to ${least} for ${last}`,
    chosenTitle: (name, place, of) =>
      `${name} is number ${place} of ${of}, counted from the most places`,
    printedTitle: (count, least, most) =>
      `The ${count} reported figures run from ${least} to ${most}`,
    reading: 'Each bar is a municipality, from the most places to the least.',
    printedReading:
      'Only municipalities with a reported figure, from the largest to the smallest. This is no ranking of the country: the other municipalities are not there.',
    axis: 'municipalities, from the most places to the least',
  },
  byInhabitants: {
    file: 'inhabitants',
    title: 'More inhabitants means more places; the score makes the difference beside that',
    rangeTitle: 'More inhabitants means more places, also within the ranges of an estimate',
    chosenTitle: (name, people, places) => `${name}: ${people} inhabitants, ${places} places`,
    reading:
      'Each dot is a municipality. Choose one, and it stands out with its province. Small numbers get more room on both axes.',
    rangeReading:
      'Each line is a municipality: from the lower to the upper end of its range. Small numbers get more room on both axes.',
  },
  byScore: {
    file: 'score',
    title: 'The higher the SES-WOA score, the more places per inhabitant',
    chosenTitle: (name, score, rate) =>
      `${name}: score ${score}, ${rate} places per 1,000 inhabitants`,
    reading:
      'The law multiplies inhabitants by 1 plus the score. So the dots lie almost on a line; what strays from it comes from rounding to whole places.',
    noTitle: 'Places and score: cannot be drawn yet',
    why: 'The official scores of CBS are not inside this program yet, and we do not show an estimated score. Load the official scores under Files, and the picture will be here.',
  },
  waterfall: {
    file: 'build-up',
    more: (name, effect, end) => `The score adds ${effect} places for ${name}, which makes ${end}`,
    less: (name, effect, end) =>
      `The score takes away ${effect} places for ${name}, which leaves ${end}`,
    same: (name, end) => `The score makes no difference for ${name}: ${end} places`,
    reading:
      'First the share if only the number of inhabitants counted, then what the score changes.',
    area: 'Municipality or province',
    step: 'Step',
    population: 'Inhabitants only',
    score: 'Through the score',
    final: 'Indicative share',
    noTitle: 'From inhabitants to share: cannot be drawn yet',
    why: 'How much the score changes cannot be said with an estimate: the difference would seem surer than it is. With the official scores of CBS the picture will be here.',
  },
};
