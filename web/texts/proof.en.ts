/** Texts of accountability (Verantwoording), receipt, calculation sheet and link, in English. */
import { articleLinks } from '../../wasm/words/articles.ts';
import type { ProofTexts } from './proof.nl.ts';

export const proof: ProofTexts = {
  shareTitle: 'Share',
  shareWhat: 'A link to what you see now:',
  onFile:
    'You use this page as a file on your computer. A link works only where the page is published on the web. Is it? Fill in its address. Otherwise you can send a file.',
  publishedAt: 'Address where this page is',
  publishedAtHint: 'It goes along in your dossier and is kept nowhere else.',
  publishedAtBrought:
    'This address came in a dossier. Your links lead to it: see whether it is right.',
  publishedAtWrong: 'This is no web address. One begins with https://.',
  pasteThis: (link) =>
    `Spreidingswijzer: open the page, choose “Share or keep” and paste this into the field “Open a link”: ${link}`,
  asFile: 'Save as a file to send',
  asFileText:
    'A dossier with the round, the municipality and what you filled in. Who drags it onto a Spreidingswijzer sees the same.',
  reportText: 'Two pages of A4 for the council, to print or to put into Word.',
  takeTitle: 'Take along',
  receipt: 'Save the receipt',
  receiptText:
    'A file with which anyone can compute every figure again, also when this program is gone.',
  receiptSaved: 'The receipt is saved.',
  receiptOfAnswer: 'Save the receipt of this answer',
  receiptNames: {
    allocate: 'verdeling',
    explain: 'uitleg',
    compare: 'vergelijking',
    compareTables: 'twee-tabellen',
    reproduce: 'herleiding',
    sensitivity: 'marges',
    needSteps: 'steps',
    implied: 'scores-implied',
    whatIf: 'wat-als',
    provincial_table: 'provinciale-tafel',
  },
  picture: 'Save a picture (PNG)',
  pictureText: 'The number with who printed it, for a message or an article.',
  pictureSvg: 'Save a picture (SVG)',
  pictureSvgText: 'The same picture, to enlarge without loss.',
  pictureSaved: 'The picture is saved.',
  pictureFailed: 'This browser cannot make a PNG. Save the SVG.',
  pictureStanding: 'The beginning of consultation in the province, not a decision.',
  sheet: 'Save the calculation sheet (Excel)',
  sheetText:
    'All municipalities with the formulas of the law: redo the sum without this program. In Dutch.',
  sheetSaved: 'The calculation sheet is saved.',
  link: 'Copy a link to this question',
  linkText:
    'Who opens the link sees the same round, municipality and numbers, and what you filled in under “What changes if …”.',
  dataLink: 'Copy a link with my files in it',
  dataLinkText: 'For small files only. Who has the link has your data.',
  print: 'Print',
  madeLink: 'The link',
  copied: 'The link is copied.',
  notCopied: 'Copy the link from the field below.',
  kinds: {
    question:
      'This link carries the question only: round, municipality, numbers, what you changed, and view. Nothing of your files is in it.',
    data: 'Mind: your files themselves are in this link. Send it only to those who may see them. On opening, the page takes the data off the address bar, but a browser may put an address into its history before the page begins. To avoid that, paste the link into the field “Open a link” of the page.',
  },
  questionWithoutFiles:
    'You use files of your own. They are not in the link: who opens it sees the figures of the round.',
  fileLink: 'Paste this into the field “Open a link” of a Spreidingswijzer.',
  linkTooLong:
    'You changed so much that it does not fit into a link (8,192 characters at most). Save it as a dossier.',
  dataTooLarge: 'Your files are too large for a link. Save them as a dossier.',
  linkRefused: {
    version:
      'This link is of another version of this program and was not opened. Ask for a new link.',
    length: 'This link is too long and was not opened.',
    malformed: 'This link is not right and was not opened. It may have been cut off.',
  },
  linkDoubled: (name) =>
    `“${name}” stands in this link twice. It was not opened: which of both is meant cannot be told.`,
  linkNoRound: (round) =>
    `This link asks for the round “${round}”, which this program does not know. It was not opened.`,
  linkNoMunicipality: (codes, round) =>
    `The link names a municipality that is not there in the ${round.toLowerCase()}: ${codes}.`,
  linkHadData:
    'The link held files. They were loaded as your own data, and are no longer in the address bar. If you opened the link as an address, your browser may already have put that address, with the data, into its history: remove it there, or paste such a link into the field “Open a link” from now on.',
  linkUnknown: (names) => `The link asks something that this version does not know: ${names}.`,
  openLinkTitle: 'Open a link',
  openLinkLabel: 'Paste a link to a question here',
  openLink: 'Open',
  openLinkNone: 'There is no link to a question here.',
  questionTitle: 'The question',
  round: 'Round',
  need: 'Need (BO)',
  needOwn: 'not that of the round',
  minors: 'Of which minors',
  basis: 'Computed with',
  claim: 'Fingerprint of the calculation',
  claimText:
    'The same question with the same files gives this fingerprint everywhere. The receipt with this fingerprint belongs to it.',
  inputsTitle: 'The files',
  inputColumns: {
    what: 'What',
    file: 'File',
    basis: 'Kind',
    rows: 'Rows',
    sha256: 'Fingerprint (SHA-256)',
  },
  inputs: { population: 'Inhabitants', scores: 'SES-WOA score' },
  rulesTitle: 'The rules',
  rules: [
    {
      article: 'Act, article 3 (version 31 January 2024)',
      url: articleLinks.act3,
      text: 'Places are spread by inhabitants and by the SES-WOA score of Statistics Netherlands.',
    },
    {
      article: 'Decree, article 2.1 (version 30 March 2024)',
      url: articleLinks.decree21,
      text: 'Weight = (1 + score) × inhabitants. Each municipality gets the same part of the places as its part of all weights, rounded to a whole number. The task of a province is the sum of those.',
    },
    {
      article: 'Decree, article 2.2 (version 30 March 2024)',
      url: articleLinks.decree22,
      text: 'The same for unaccompanied minors, with their own need.',
    },
  ],
  figuresTitle: 'The figures',
  allMunicipalities: 'Add all municipalities',
  findingsNone: 'No findings.',
  unrounded: 'Before rounding',
  weight: 'Weight',
  madeTitle: 'Made with',
  made: (version, commit, until, date) =>
    `Spreidingswijzer ${version} (${commit}), data until ${until}, on ${date}.`,
  verifyTitle: 'Check a receipt',
  verifyText:
    'The program computes every figure again from the cells in the receipt. Your own work is left as it is.',
  verifyLabel: 'Choose a receipt, and the files that do not fit in it',
  refused: 'This receipt was not checked.',
  differences: (count) => `Differences: ${count}`,
  differenceColumns: { path: 'Place', claimed: 'In the receipt', recomputed: 'Computed again' },
};
