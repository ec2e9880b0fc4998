/** The view of own data in Dutch. */
import type { Misunderstanding } from '../../wasm/files/distribution.ts';
import type { ColumnMeaning } from '../../wasm/index.ts';
import type { WorkerFault } from '../worker/protocol.ts';

type WorkFaultCode = Extract<WorkerFault, 'worker_refused' | 'worker_broken' | 'out_of_memory'>;

export const inputNl = {
  title: 'Waar de cijfers nu op rusten',
  without: (name: string) => `Verder zonder ${name}`,
  withoutAny: 'Verder zonder eigen gegevens',
  wrongIn: (name: string, unknown: string | null, errors: string) =>
    `${name}: ${unknown ?? (errors === '1' ? '1 fout gevonden' : `${errors} fouten gevonden`)}.`,
  cameAs: (name: string, kind: string, rows: string) =>
    `${name} is geladen en herkend als ${kind}, ${rows}.`,
  cameUnknown: (name: string) => `${name} is geladen, maar niet herkend.`,
  changedFor: (name: string, before: string, after: string) =>
    `${name}: wij berekenen nu ${after} plekken; dat was ${before}.`,
  sameFor: (name: string, now: string) => `${name}: wij berekenen nog steeds ${now} plekken.`,
  gone: (name: string) => `${name} staat niet in wat u laadde.`,
  changed: (count: string, all: string) =>
    `Bij ${count} van de ${all} gemeenten verandert wat wij berekenen.`,
  changedNone: 'Wat wij berekenen, verandert nergens.',
  see: 'Bekijk de bestanden',
  intro:
    'Reken met andere inwoners, scores of aantallen. Uw bestanden blijven op deze computer: ze worden nergens heen gestuurd en niet bewaard.',
  drop: 'Sleep uw bestanden hierheen, of kies ze',
  dropHint:
    'CSV, Excel (.xlsx), LibreOffice (.ods) of een bewaarde webpagina. Inwoners en scores, in één keer of na elkaar. Het programma herkent wat het is.',
  paste: 'Plak tabel',
  pasteLabel: 'Of plak hier een tabel',
  pasteHint:
    'Kopieer een tabel uit Excel, een webpagina, de Staatscourant of een PDF, en plak hem met Ctrl+V.',
  pasteNow: 'De browser geeft het klembord niet zomaar. Druk nu op Ctrl+V.',
  pasteEmpty: 'Op het klembord staat geen tekst en geen tabel.',
  useText: 'Gebruik deze tekst',
  guide: 'Welk bestand is nodig, en waar haal ik het?',
  notWalked: 'niet nagelopen',
  notWalkedText:
    'Deze stappen heeft nog niemand van ons van begin tot eind gedaan. De pagina van het CBS kan er anders uitzien.',
  wanted: {
    population: 'Inwoners per gemeente',
    scores: 'SES-WOA-score per gemeente',
  },
  wantedPopulation: (date: string) =>
    `Voor deze ronde: inwoners van ${date}. Die zitten al in dit programma; u hoeft ze alleen te laden als u ze wilt controleren.`,
  wantedScores: (year: string) => `Voor deze ronde: de score van ${year}, van alle gemeenten.`,
  table: (table: string) => `CBS-tabel ${table}`,
  stepsPopulation: (year: string) => [
    'Kies bij “Regio’s” alle gemeenten.',
    `Kies bij “Perioden” het jaar ${year}.`,
    'Kies bij de onderwerpen “Bevolking op 1 januari”.',
    'Download als “CSV met statistische symbolen” en sleep het bestand hierheen zoals het is.',
  ],
  stepsScores: (year: string) => [
    'Kies bij “Wijken en buurten” alleen de gemeenten.',
    `Kies bij “Perioden” het jaar ${year}.`,
    'Kies als onderwerp “SES-WOA / Totaalscore / Gemiddelde score”.',
    'Download als “CSV met statistische symbolen” en sleep het bestand hierheen zoals het is.',
  ],
  stages: {
    reading: (name: string) => `${name} wordt gelezen`,
    checking: (name: string) => `${name} wordt nagekeken`,
    computing: (name: string) => `De verdeling wordt berekend met ${name}`,
  },
  bytes: (done: string, all: string) => `${done} van ${all} MB`,
  cancel: 'Stop',
  cancelled: 'Gestopt. Wat er eerder geladen was, is er nog.',
  refusedTitle: 'Niet geladen',
  workFaults: {
    worker_refused:
      'Deze browser staat geen werker op de achtergrond toe, en zonder is dit bestand niet te lezen. Sla het op als CSV van minder dan 5 MB, of open de pagina in een gewone Edge, Chrome of Firefox.',
    worker_broken: 'Bij het lezen ging iets mis. Kies het bestand opnieuw.',
    out_of_memory:
      'Er is niet genoeg geheugen voor dit bestand. Sluit andere tabbladen, of bewaar alleen de regels van gemeenten.',
  } satisfies Record<WorkFaultCode, string>,
  files: 'Uw bestanden',
  remove: (name: string) => `Verwijder ${name}`,
  removed: (name: string) => `${name} is verwijderd`,
  kinds: {
    population: 'inwoners per gemeente',
    scores: 'SES-WOA-score per gemeente',
    population_and_scores: 'inwoners en score per gemeente',
    published: 'een gepubliceerde verdeling',
    code_list: 'een codelijst van het CBS',
    unknown: 'niet herkend',
  },
  rows: (count: string) => (count === '1' ? '1 regel' : `${count} regels`),
  used: 'Wordt gebruikt in de berekening.',
  waiting: 'Wordt mee gerekend …',
  usedPublished: 'Herkend; telt niet mee in de berekening.',
  codeListUsed: (names: string) =>
    names === ''
      ? 'Herkend; wordt gebruikt zodra er een OData-bestand met waarnemingen bij komt.'
      : `Herkend; zegt wat de codes betekenen in ${names}.`,
  comparePublished: 'Vergelijk met de eigen uitkomst',
  notUsed: 'Niet gebruikt: een later bestand is ervoor in de plaats gekomen.',
  unusable: 'Niet te gebruiken; zie de meldingen hieronder.',
  sameAs: (vintage: string) => `dezelfde waarden als ${vintage}`,
  howRead: 'Hoe is dit bestand gelezen?',
  dialect: {
    sheet: (sheet: string) => `Excel-blad ${sheet}`,
    odsSheet: (sheet: string) => `Rekenblad ${sheet}`,
    page: (table: string) => `Webpagina, ${table}`,
    lines: 'Regels tekst, zoals gekopieerd uit een PDF',
    distribution: 'Alle tabellen samen, als verdeling',
  },
  columnNumbers: (column: string, how: string) => `Getallen in kolom ${column}: ${how}`,
  separatorField: 'Klopt het scheidingsteken niet? Kies er een',
  encodingField: 'Staan er vreemde tekens? Kies de codering',
  byEvidence: 'zoals het bestand laat zien',
  fingerprint: (sha256: string) => `Vingerafdruk (SHA-256): ${sha256}`,
  sheet: 'Welk blad?',
  sheetRows: (name: string, rows: string) => `${name} (${rows} regels)`,
  sheetHidden: 'verborgen',
  review: 'Kijk eerst of het klopt',
  reviewTitle: (name: string) => `Uit ${name}`,
  recognisedDistribution: (parts: string, sum: string) => `Herkend: ${parts}, som ${sum}.`,
  municipalities: (count: string) => `${count} gemeenten`,
  provinces: (count: string) => `${count} provincies`,
  minorsSum: (sum: string) => `Waarvan amv: ${sum}.`,
  provinceSum: (sum: string) => `De provincies samen: ${sum}.`,
  countrySays: (places: string) => `Voor heel Nederland staat er: ${places}.`,
  wholeNumbers:
    'Opvangplaatsen zijn hele getallen; een punt zoals in 1.234 is daarom gelezen als duizendtal.',
  missing: (count: string) => `${count} gemeenten van deze ronde staan er niet in`,
  notUnderstood: (count: string) =>
    count === '1'
      ? 'Eén regel is niet begrepen en telt niet mee'
      : `${count} regels zijn niet begrepen en tellen niet mee`,
  allUnderstood: 'Alles is begrepen.',
  notUnderstoodColumns: { place: 'Plaats', text: 'Er staat', why: 'Waarom niet' },
  notUnderstoodPlace: (table: string, row: string) =>
    row === '0' ? `tabel ${table}` : `tabel ${table}, regel ${row}`,
  misunderstandings: {
    name_unknown: 'Deze naam is geen gemeente of provincie van deze ronde.',
    number_missing: 'Er staat geen getal bij.',
    number_unreadable: 'Het getal is niet te lezen als heel getal.',
    twice: 'Hetzelfde gebied staat er met twee verschillende getallen.',
    sum_differs: 'Het totaal is niet de som van de delen. De delen zijn wel gebruikt.',
    columns_unclear: 'Niet te zien welke kolom de plekken zijn.',
    other_unit: 'De getallen zijn geen gewone aantallen; niets is omgerekend.',
    text: 'Tekst zonder cijfers, zoals een kop of voetnoot.',
  } satisfies Record<Misunderstanding, string>,
  useDistribution: 'Gebruik deze verdeling',
  useTable: 'Gebruik deze tabel',
  dismiss: 'Niet gebruiken',
  otherTables: 'Of gebruik één tabel los',
  tableOption: (name: string, title: string, rows: string) =>
    `${name}${title === '' ? '' : `: ${title}`} (${rows} regels)`,
  beginning: 'De eerste regels',
  columnsTitle: 'Welke kolom is wat?',
  columnsHint:
    'Gekleurde kolommen worden gebruikt. Klopt een kolom niet, kies dan zelf wat erin staat.',
  columnIs: (header: string) => `Kolom ${header} is`,
  meanings: {
    code: 'gemeentecode',
    name: 'gemeente',
    province: 'provincie',
    inhabitants: 'inwoners',
    score: 'SES-WOA-score',
    places: 'opvangplaatsen',
    minors: 'amv',
    period: 'periode',
    level: 'niveau',
    source: 'bron',
    date: 'datum',
    url: 'adres',
    disputed: 'betwist',
  } satisfies Record<ColumnMeaning, string>,
  noMeaning: 'niet gebruikt',
  why: {
    heading: 'herkend aan de kolomnaam',
    mapping: 'door u gekozen',
    regions: 'herkend aan de codes of namen erin',
    cells: (meaning: string) => `lijkt op: ${meaning}`,
    unknown: '',
  },
  periods: 'Welke periode telt?',
  periodsWhy: 'In dit bestand staan meer perioden. De nieuwste is voorgesteld.',
  periodChosen: (period: string) => `Gekozen periode: ${period}`,
  provisional: 'voorlopig',
  proposed: 'voorgesteld',
  wrong: {
    districtsOnly:
      'Er staan alleen wijken, buurten of andere gebieden in. Kies bij het CBS de gemeenten, en download opnieuw.',
    otherYear: (found: string, wanted: string) =>
      `Dit bestand gaat over ${found}; deze ronde gebruikt ${wanted}. U kunt er mee rekenen, maar het is dan niet de ronde.`,
    unknownMeasure:
      'Dit is een OData-bestand met waarnemingen. Wat zijn codes betekenen, staat in een ander bestand: voeg MeasureCodes.csv toe, dat bij dezelfde download hoort.',
    otherTable:
      'Er is geen kolom met inwoners, SES-WOA-score of opvangplaatsen herkend. Is het een andere tabel? Wijs anders hieronder de kolommen aan.',
    otherCount: (found: string, wanted: string) =>
      `Er staan ${found} gemeenten in; deze ronde heeft er ${wanted}.`,
  },
  question: 'Hoe leest u dit getal?',
  questionWhy: 'Elk getal in deze kolom kan twee dingen betekenen. Kies wat er bedoeld is.',
  asThousands: (raw: string, value: string) => `${raw} is ${value}`,
  asThousandsWhy: (mark: string) => `de ${mark} groepeert duizendtallen`,
  asDecimal: (raw: string, value: string) => `${raw} is ${value}`,
  asDecimalWhy: (mark: string) => `achter de ${mark} staan decimalen`,
  marks: { '.': 'punt', ',': 'komma' },
  needField: 'Behoefte aan opvangplaatsen in het hele land',
  minorsField: 'Daarvan voor amv, kinderen zonder ouders (leeg: niet bekend)',
  needInvalid: 'Vul een heel getal in, zonder punten.',
  merge: 'Voeg gemeenten die er niet meer zijn samen',
  mergeText:
    'Voor een lijst van een ander jaar. Inwoners worden opgeteld; een score wordt het gemiddelde naar inwoners. Elke samengevoegde regel staat bij de meldingen.',
  division: (name: string) => `${name} is verdeeld`,
  divisionText:
    'Deze gemeente is over meer gemeenten verdeeld. Vul in hoeveel inwoners naar elke gemeente gingen, op de dag van uw lijst. Zonder die verdeling zijn de lijsten niet te vergelijken.',
  divisionFits: 'De delen zijn samen zoveel als er in uw lijst staat.',
  divisionNote: (date: string, parts: string) =>
    `Het CBS noemt bij de splitsing van ${date}: ${parts}. Staat uw lijst op een andere dag, dan kloppen die aantallen niet precies.`,
  divisionPart: (name: string, inhabitants: string) => `${name} ${inhabitants}`,
  divisionTake: 'Vul de aantallen van het CBS in',
  partField: (name: string) => `Inwoners naar ${name}`,
  reset: 'Terug naar de cijfers van de ronde',
  findings: 'Meldingen',
  findingsErrors:
    'Met deze bestanden is niet te rekenen. Hieronder staat wat er mis is. Er worden geen getallen getoond tot het klopt.',
  levels: { error: 'Fouten', warning: 'Waarschuwingen', note: 'Opmerkingen' },
  allLevels: 'Alles',
  filter: 'Toon',
  findingsShown: (count: string) => `${count} meldingen getoond`,
  place: (row: string, column: string) =>
    row === '0'
      ? 'hele bestand'
      : column === '0'
        ? `regel ${row}`
        : `regel ${row}, kolom ${column}`,
  placeCell: (cell: string) => `cel ${cell}`,
  raw: 'Er staat:',
  columns: { severity: 'Soort', place: 'Plaats', what: 'Wat is er', todo: 'Wat kunt u doen' },
  more: (count: string) => `Nog ${count} van dezelfde soort staan niet in de lijst.`,
  showMore: (count: string) => `Toon nog ${count}`,
  showRow: (place: string) => `Bekijk ${place} in het bestand`,
  emptyCell: '(leeg)',
  rowCaption: (file: string) => `Regels uit ${file}`,
  row: 'regel',
  column: 'kolom',
  request: 'Uw invoer',
  downloadFindings: 'Download de meldingen (CSV)',
  downloadCleaned: 'Download opgeschoond (CSV)',
  cleaned: 'opgeschoond',
  findingsFile: 'meldingen',
};
export type InputTexts = typeof inputNl;
