/** Texts of the annex for the council in English. */
import type { ReportTexts } from './report.nl.ts';

export const report: ReportTexts = {
  title: 'Annex to a letter informing the council',
  subtitle: (municipality, round) => `Spreidingswet: reception places in ${municipality}, ${round}`,
  noneChosen: 'Choose a municipality first.',
  chooseMunicipality: 'Choose a municipality',
  notOffered: (municipality) =>
    `For ${municipality} there is only a range, and no annex for the council goes with that. Load the CBS file with scores, or choose a municipality of which a figure is known.`,
  existingTitle: 'Existing places (your own statement)',
  existingPlaces: 'Number of existing reception places in the municipality',
  existingRemark: 'Remark, such as which location and until when',
  remarkLeft: (count) => `${count} characters left.`,
  remarkFull: (most) =>
    `The field is full: ${most} characters fit on the annex. What was longer is not in it.`,
  existingInvalid: 'Enter a whole number, without points.',
  existingHint: 'This goes into the annex apart. It is subtracted from nothing.',
  copy: 'Copy for Word',
  copied: 'The annex is copied. Paste it into Word or an e-mail.',
  notCopied: 'This browser does not allow copying. Use the Word file.',
  word: 'Download as a Word file (.docx)',
  print: 'Print or keep as PDF',
  preview: 'This is what the annex looks like',
  keyMessage: 'Key message',
  keyPublished: (name, places, source, date) =>
    `The indicative figure for ${name} is ${places} reception places, published in ${source} (${date}).`,
  keyReported: (name, places, source, date) =>
    `For ${name}, ${source} (${date}) gives an indicative figure of ${places} reception places. The table in the Staatscourant was not seen for this.`,
  keyComputed: {
    official: (name, places) =>
      `The indicative figure for ${name} is ${places} reception places, computed from official CBS figures.`,
    cbs_file: (name, places) =>
      `The indicative figure for ${name} is ${places} reception places, computed from a CBS file that the author loaded.`,
    own_input: (name, places) =>
      `With the author’s own input the computation for ${name} gives ${places} reception places.`,
  },
  keyOwn:
    'That is an own calculation, no number of the minister and no decision. Places that exist already are not subtracted. The places for minors (amv: unaccompanied minors, children without parents) are inside the total.',
  keyBrought: (name, places, how) =>
    `With a file that the author did not load himself (${how}) the calculation for ${name} comes to ${places} reception places.`,
  brought: { link: 'came with a link', dossier: 'came in a dossier' },
  keyPeriod: (first, second) =>
    `It is about the years ${first} and ${second}. The minister takes a distribution decision for each province; only that decision binds.`,
  invented: 'Note: this country and this municipality are invented, for practice.',
  figures: 'The figures',
  figuresHead: ['What', 'Reception places', 'Source', 'Date'],
  share: 'Indicative figure of the municipality',
  ownShare: 'Own calculation for the municipality',
  minors: 'of which for unaccompanied minors (amv)',
  previous: (round) => `Previous round (${round})`,
  province: (name) => `Task of the province of ${name}`,
  country: 'Needed in the whole country (capacity estimate)',
  unknown: 'not known',
  own: {
    official: 'computed, official figures',
    cbs_file: 'computed, CBS file loaded by the author',
    own_input: 'computed, own input',
  },
  derived: 'derived from the table of this round',
  minorsFollow: 'follows from the total above',
  disputed: 'Not everyone gives the same figure:',
  existing: 'Existing places (the municipality’s own statement)',
  existingCount: (places) => `The municipality itself states ${places} existing reception places.`,
  existingBrought: 'Came in a dossier, and not confirmed by the author:',
  existingNone: 'Nothing was filled in about this.',
  existingApart:
    'This statement was not checked and is not subtracted. The law subtracts durable places (available at least five years) from the province’s task, not per municipality (Act, article 2(3)).',
  planning: 'Planning',
  planningHead: ['Step', 'By law at the latest', 'Known or expected', 'Remark'],
  deadlines: {
    estimate: 'Estimate and indicative distribution by the minister',
    report: 'Report of the King’s commissioner',
    decision: 'Distribution decision of the minister',
    available: 'Places or location available to COA',
  },
  council: 'What the council does and does not decide',
  councilDoes: [
    'It does: the council changes the spatial plan for a location where needed (article 7(2)).',
    'It does not: the figure itself. The minister sets the estimate and publishes the distribution (articles 2 and 3).',
    'It does not: the distribution decision. The minister takes it per province, after the report of the King’s commissioner (articles 4 and 5).',
    'The municipal executive consults in the province (article 4), makes a location available and gives permits (article 7(1)), and reports delay to the minister (article 8).',
    'In that consultation municipalities and province can come to another distribution; the indicative figure is where it begins.',
  ],
  calculation: 'Calculation',
  calculationWords:
    'The weight of a municipality is (1 + SES-WOA score) × inhabitants. A municipality gets the same part of all places as its part of all weights. The result is rounded to a whole number (Decree, article 2.1).',
  calculationNone: (inhabitants, date) =>
    `A check by our own computation is not given: the official score is missing from this program. Known: ${inhabitants} inhabitants on ${date} (CBS).`,
  calculationHead: ['Step', 'Sum', 'Outcome'],
  weight: 'Weight',
  shareStep: 'Part of the places',
  rounded: 'Rounded',
  calculationBasis: (basis) => `The check rests on: ${basis}.`,
  sources: 'Sources',
  fingerprint: (file, sha256) => `${file}: SHA-256 ${sha256}`,
  foot: (version, commit, date, until) =>
    `Made with Spreidingswijzer ${version} (${commit}) on ${date}; data until ${until}. Unofficial tool, no decision.`,
};
