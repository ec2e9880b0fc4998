/** Every sentence of the page in English. */
import { dossier } from './dossier.en.ts';
import { embedCodeEn } from './embed.en.ts';
import { accountable } from './accountable.en.ts';
import { answer } from './answer.en.ts';
import { senders } from './submissions.en.ts';
import { shell } from './shell.en.ts';
import { inputEn } from './input.en.ts';
import type { Texts } from './nl.ts';
import { changeEn } from './change.en.ts';
import { countryEn } from './country.en.ts';
import { help } from './help.en.ts';
import { picturesEn } from './pictures.en.ts';
import { report } from './report.en.ts';
import { provincial } from './provincial.en.ts';
import { proof } from './proof.en.ts';

/** Every sentence of the page in English. */
export const en: Texts = {
  shell,
  accountable,
  answer,
  dossier,
  embedCode: embedCodeEn,
  proof,
  provincial,
  senders,
  change: changeEn,
  country: countryEn,
  pictures: picturesEn,
  report,
  help,
  name: 'Spreidingswijzer',
  purpose: 'How many reception places for your municipality?',
  unofficial: 'Unofficial tool',
  skip: 'To the content',
  otherLanguage: 'Nederlands',
  theme: 'Colour',
  themes: { auto: 'Colour: auto', light: 'Colour: light', dark: 'Colour: dark' },
  rooms: 'Rooms',
  viewNames: {
    municipality: 'My municipality',
    country: 'The Netherlands',
    compare: 'Check a table',
    table: 'Province',
    input: 'Files in use',
    share: 'Share or keep',
    report: 'Annex for the council',
    proof: 'Accountability',
    dossier: 'Dossier',
    help: 'Help',
  },
  shareShort: 'Share and take along',
  actions: {
    label: 'What you can do with this',
    files: (count) => (count === 0 ? 'Files' : `Files (${count})`),
  },
  inputProblem: 'Nothing can be computed from your files.',
  inputProblemShown: 'Meanwhile you see the figures without your files.',
  inputProblemLink: 'See the findings',
  round: 'Round',
  roundLabel: (title, day, first, second) =>
    `${title}: places on ${day}; decision for ${first} and ${second}`,
  invented: 'Invented example',
  inventedSentence:
    'This country, its municipalities and these numbers are invented. Use them to practise and to redo the sum by hand.',
  search: 'Find a municipality',
  searchHint: 'For example Zwolle',
  searchCount: (count) =>
    count === 0
      ? 'No municipality or province is called that. Villages and districts are not in the list: search for the municipality.'
      : count === 1
        ? '1 found'
        : `${count} found`,
  searchNear:
    'No municipality is called that; villages and districts are not in the list. Do you mean one of these municipalities?',
  searchProvince: 'province',
  searchFormer: (since, name) => `part of ${name} since ${since}`,
  searchBecame: (former, since, name) => `${former} has been part of ${name} since ${since}.`,
  about: 'In this round',
  need: 'Reception places in the Netherlands',
  needCountry: 'Reception places in the country',
  minorsNeed: 'Of which for minors (amv)',
  minorsExplained: 'amv: unaccompanied minors, children without parents',
  unknown: 'not known',
  according: (source, date) => `according to ${source}, ${date}`,
  published: (source, date) => `published in ${source}, ${date}`,
  accordingLink: 'To the source',
  disputed: 'Not everyone gives the same number:',
  inhabitantsOf: (date) => `Inhabitants on ${date}`,
  scoreOf: (year) => `SES-WOA score of ${year}`,
  certainty: {
    population: {
      known: 'The date of the population is known.',
      inferred: 'We inferred the date of the population.',
      assumed: 'We assumed the date of the population.',
    },
    scores: {
      known: 'The year of the score is known.',
      inferred: 'We inferred the year of the score.',
      assumed: 'We assumed the year of the score.',
    },
  },
  estimateTitle: 'This is an estimate.',
  estimateText:
    'The official score per municipality (CBS, SES-WOA) is not in this program. Where nobody printed a number you therefore see a range. Quote all of it, not its middle.',
  chooseCbs: 'Choose the CBS file',
  basis: {
    official: 'official',
    cbs_file: 'CBS file, loaded by you',
    own_input: 'own input',
    derived: 'derived from a printed table',
    estimate: 'estimate',
    invented: 'invented',
  },
  brought: {
    names: { cbs_file: 'seems a CBS file', own_input: "somebody else's input" },
    by: {
      link: 'came with a link, not loaded by you',
      dossier: 'came in a dossier, not loaded by you',
    },
    typed: 'This came in a dossier. You did not fill it in yourself.',
    mine: 'I take this for my own',
    todo: 'This file came along. Load the original from its source yourself: only then you know what it is.',
  },
  places: 'places',
  otherNeed: (need) => `at a need of ${need} places, not that of the round`,
  otherMinors: (need) => `at ${need} places for minors, not those of the round`,
  between: (low, high) => `between ${low} and ${high}`,
  betweenPlaces: (low, high) => `between ${low} and ${high} places`,
  howMany: (name) => `How many places for ${name}?`,
  ofWhichMinors: 'of which minors (amv)',
  perThousand: 'per 1,000 inhabitants',
  inhabitants: 'inhabitants',
  province: 'province',
  standing:
    'This number is indicative: where consultation in the province begins, not a decision. Places that exist already are not subtracted. The places for minors (amv: unaccompanied minors, children without parents) are inside the total.',
  howWords:
    'The law multiplies the number of inhabitants by (1 + the SES-WOA score). This score of CBS is about wealth, education and work; its mean is about zero. The outcome is the weight of the municipality. Its part of all places is its part of all weights together. The result is rounded to a whole number.',
  steps: { score: 'SES-WOA score' },
  municipalities: 'Municipalities',
  provinces: 'Provinces',
  tables: 'All figures',
  columns: {
    name: 'Municipality',
    province: 'Province',
    inhabitants: 'Inhabitants',
    total: 'Reception places',
    minors: 'Of which minors',
    perThousand: 'Per 1,000 inhabitants',
    published: 'Printed',
    printedBy: 'Printed by',
    low: 'low',
    high: 'high',
    decided: 'Decided (distribution decision)',
    decidedSince: 'Decided minus printed',
    municipalities: 'Municipalities',
    task: 'Task',
  },
  filter: 'Filter by name',
  allProvinces: 'All provinces',
  shownRows: (count, all) => `${count} of ${all} municipalities`,
  sum: 'Sum of all municipalities',
  difference: (sum, need, difference) =>
    `The sum is ${sum}; the need is ${need}. The difference of ${difference} comes from rounding each municipality. The law does not repair it, and neither does this program.`,
  noDifference: (need) => `The sum equals the need of ${need}.`,
  sorted: (column, descending) => `Sorted by ${column}, ${descending ? 'descending' : 'ascending'}`,
  sortBy: (column) => `${column}: sort`,
  download: 'Download',
  downloadInternational: 'CSV (international)',
  internationalFile: 'international',
  downloadDutch: 'CSV (Dutch Excel)',
  fileMunicipalities: 'municipalities',
  fileProvinces: 'provinces',
  input: inputEn,
  howTitle: 'Getting the CBS file with scores',
  howSteps: (table) => [
    `Open StatLine of CBS and find table ${table}.`,
    'Under “Wijken en buurten” choose municipalities only.',
    'As topic choose “SES-WOA/Totaalscore/Gemiddelde score”.',
    'Choose the year of the score.',
    'Download as CSV and drag the file to this page.',
  ],
  howChecked:
    'Not walked through: none of us has done these steps from beginning to end. The page of CBS may look different.',
  howUnknownTable: 'that belongs to the round',
  close: 'Close',
  notices: 'Parts and licences',
  footer: {
    sources: 'Sources',
    until: (date) => `data up to ${date}`,
    version: (number, commit) => `version ${number} (${commit})`,
    licence: 'licence EUPL-1.2',
    notTitle: 'What this is not',
    not: 'No site of the government and no decision. The table in the Staatscourant and the distribution decision count.',
    privacyTitle: 'Your data stay on this computer',
    privacy:
      "The page cannot send anything: a rule in the file itself forbids the browser every request (“connect-src 'none'”). Switch your network off, and everything still works. Only your language and appearance are kept.",
  },
  loading: 'The figures are being computed.',
  result: (name, places) => `${name}: ${places}`,
  noWebAssembly:
    'This browser does not allow WebAssembly, and without it this page cannot compute. Open the file in a plain Edge, Chrome or Firefox, or ask your IT department.',
  incomplete:
    'A part of this page cannot be read. Load it again. If that does not help, the file is incomplete or damaged: fetch it again, or ask whoever gave it to you.',
  broken: 'Something went wrong in this program. Load the page again; your files were not changed.',
};
