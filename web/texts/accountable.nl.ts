/** Hoe een getal tot stand komt, of het klopt, hoe zeker het is, en wat er verandert als … */
export const accountable = {
  toSum: (places: string) => `${places}: hoe is dat berekend?`,
  calculated: 'Hoe is dat berekend?',
  inWholes: 'in gehele getallen',
  exactly: 'precies, als breuk',
  article: 'Naar het artikel (versie 30 maart 2024)',
  borderUp: (border: string, distance: string) =>
    `Dit ligt ${distance} boven de grens ${border}, en is dus naar boven afgerond.`,
  borderDown: (border: string, distance: string) =>
    `Dit ligt ${distance} onder de grens ${border}, en is dus naar beneden afgerond.`,
  borderOn: (border: string) => `Dit ligt precies op de grens ${border}; een half gaat naar boven.`,
  allWeights: 'Alle gewichten, gemeente voor gemeente',
  weight: 'Gewicht',
  inputs: 'Waar elk getal vandaan komt',
  inputColumns: { what: 'Wat', value: 'Getal', place: 'Bestand en cel', raw: 'Er staat' },
  cell: (row: string, column: string) => `regel ${row}, kolom ${column}`,
  column: (column: string) => `kolom ${column}, opgeteld`,
  fromRound: 'van de ronde, zie “In deze ronde”',
  hidden: 'geen getal: geschat of afgeleid',
  fingerprint: 'SHA-256 van het bestand',
  estimateSum:
    'De officiële score ontbreekt hier. Daarom staan de stappen er zonder getallen: met een geschatte score gaven zij één getal, en dat is er niet.',
  rates: (perPlace: string) => `Dat is 1 plek op ${perPlace} inwoners.`,
  ranks: (place: string, of: string, provincePlace: string, provinceOf: string, province: string) =>
    `Naar aantal plekken staat de gemeente op plaats ${place} van ${of} in het land, en op plaats ${provincePlace} van ${provinceOf} in ${province}.`,
  provinceTask: (name: string) => `Hoe komt de opgave van ${name} tot stand?`,
  provinceUnrounded: (exact: string, rounding: string) =>
    `Zonder afronden per gemeente zou het ${exact} zijn; het afronden doet ${rounding}.`,
  provinceRanks: (place: string, of: string, ratePlace: string) =>
    `Naar aantal plekken staat de provincie op plaats ${place} van ${of}, naar plekken per inwoner op plaats ${ratePlace}.`,
  without: 'Wat als de score niet meetelde?',
  withoutText: (places: string, exact: string) =>
    `Alleen naar inwoners zouden het ${places} plekken zijn (precies ${exact}).`,
  hypothetical: 'een berekening, geen aandeel',
  effectMore: (places: string) => `Door de score komen er ${places} bij.`,
  effectLess: (places: string) => `Door de score gaan er ${places} af.`,
  effectNone: 'De score verandert het afgeronde getal niet.',
  effectEstimate:
    'Wat de score eraan toevoegt of afhaalt, zeggen wij niet: de officiële score is hier niet bij.',
  matches: 'Klopt het met het gepubliceerde getal?',
  matchesEqual: (source: string) => `Ja: het is precies het getal volgens ${source}.`,
  matchesNot: (own: string, published: string, source: string) =>
    `Nee: hier komt ${own} uit, en ${source} noemt ${published}.`,
  matchesWithin: (source: string) =>
    `Het past: het getal volgens ${source} ligt binnen wat hier is berekend. Precies narekenen kan alleen met de officiële scores.`,
  matchesOutside: (source: string) =>
    `Nee: het getal volgens ${source} ligt buiten wat hier is berekend. Precies narekenen kan alleen met de officiële scores.`,
  matchesCircular: (source: string) =>
    `Dat zegt hier niets: het getal volgens ${source} staat in de tabel waaruit dit programma afleidt. Narekenen kan alleen met de officiële scores.`,
  matchesUnknown: 'Voor deze gemeente kennen wij geen gepubliceerd getal.',
  matchesOther: 'Vergelijk met een gepubliceerde tabel',
  certain: 'Hoe zeker is het?',
  certainEstimate:
    'Met een geschatte score is alleen een marge te noemen. Laadt u het CBS-bestand met scores, dan ziet u hier hoe weinig of hoe veel het getal kan verspringen.',
  bounds: 'Wat afgeronde invoer kan verbergen',
  boundsText:
    'De scores en inwoners zijn afgerond voordat ze gepubliceerd werden. Dit zijn de laagste en de hoogste uitkomst die daar nog bij passen.',
  unit: 'Waarop zijn de scores afgerond?',
  unitOfFile: 'zoals in het bestand',
  scoreUnit: (unit: string) => `scores afgerond op ${unit}`,
  populationUnit: (unit: string) => `inwoners afgerond op ${unit}`,
  columns: {
    question: 'Als …',
    low: 'Laagste',
    high: 'Hoogste',
    exactRange: 'Niet afgerond',
    now: 'Nu',
    up: 'Eén plek erbij vanaf',
    down: 'Eén plek eraf vanaf',
    need: 'Behoefte',
    figure: 'Plekken',
    vintage: 'Met deze cijfers',
  },
  boundsPicture: (now: string) =>
    `Grafiek: de laagste en hoogste uitkomst bij afgeronde invoer; nu ${now}. De tabel eronder geeft dezelfde getallen.`,
  least: 'Hoe weinig is ervoor nodig?',
  leastOf: { score: 'eigen score', inhabitants: 'eigen inwoners', need: 'behoefte in het land' },
  leastStep: (value: string, step: string, places: string) =>
    `${value} (${step}): ${places} plekken`,
  leastPicture:
    'Grafiek: hoe ver elke invoer weg is van een plek erbij of eraf, in procenten van wat zij nu is; van de score in procenten van 1 + score. De tabel eronder geeft de stappen.',
  unreachable: 'niet te bereiken',
  otherYears: 'En met cijfers van andere jaren?',
  otherYearsPicture: (now: string) =>
    `Grafiek: het aantal plekken met elk van de cijfers in de tabel eronder; nu ${now}.`,
  needSteps: 'Bij welke behoefte verspringt het getal?',
  needStepsText: (first: string, low: string, last: string, high: string) =>
    `Bij een behoefte van ${first} zijn het ${low} plekken, bij ${last} zijn het er ${high}. Daartussen komt er steeds één bij.`,
  needStepsPicture: (first: string, last: string) =>
    `Grafiek: het aantal plekken bij een behoefte van ${first} tot ${last}. De lijst eronder geeft dezelfde getallen.`,
  needStepsList: (count: string) => `Alle ${count} stappen`,
  whatIf: 'Wat verandert er als …',
  whatIfText:
    'Verander een getal en zie meteen wat het doet. Uw gegevens en de ronde blijven zoals ze zijn.',
  whatIfAlsoNational: 'Er geldt ook iets dat u voor heel Nederland veranderde.',
  whatIfNational:
    'Voor heel Nederland iets veranderen: de behoefte, het gewicht van de score, samenvoegen',
  whatIfEstimate:
    'Zonder officiële score is de uitkomst een marge. Laat de score niet meetellen (gewicht 0), en u rekent alleen naar inwoners: dat kan precies.',
  whatIfToWeight: 'Naar het gewicht van de score',
  scoreWeight: 'Hoe zwaar telt de score? (0: niet, 1: zoals de wet)',
  wholeNeed: 'Behoefte in het hele land',
  scoreOf: (name: string) => `Score van ${name}`,
  inhabitantsOf: (name: string) => `Inwoners van ${name}`,
  minorsNeed: 'Waarvan amv, in het hele land',
  moreMunicipalities: 'Meer gemeenten veranderen of samenvoegen',
  asItWas: (name: string) => `${name} zoals het was`,
  changeAlso: 'Verander ook',
  mergeText: 'Deze gemeenten tellen als één: hun gewichten worden opgeteld.',
  notWhole:
    'Inwoners en behoefte zijn hele getallen, zoals 96000. Wat anders is ingevuld, telt niet mee.',
  choose: 'kies een gemeente',
  takeOut: (name: string) => `Haal ${name} eruit`,
  everyoneFilter: 'Zoek een gemeente',
  together: 'samen',
  scoreWeightTyped: 'Gewicht van de score als getal, hoogstens drie decimalen',
  minorsOutcome: (before: string, after: string, difference: string) =>
    `Waarvan amv: nu ${before}, dan ${after} (${difference}).`,
  mergeWith: 'Samenvoegen met',
  before: 'Nu',
  after: 'Dan',
  difference: 'Verschil',
  same: 'geen verschil',
  everyone: 'Wat het voor alle gemeenten doet',
  keepName: 'Naam van dit scenario',
  keep: 'Bewaar naast elkaar',
  kept: 'Scenario’s naast elkaar',
  scenario: 'Scenario',
  drop: (name: string) => `Verwijder scenario ${name}`,
  startAgain: 'Terug naar de cijfers zoals ze zijn',
  unnamed: (number: string) => `Scenario ${number}`,
  compare: 'Vergelijk met gepubliceerd',
  compareText:
    'Heeft u een tabel met gepubliceerde aantallen? Sleep het bestand hierheen, kies het, of plak de tabel. De tabel blijft op deze computer.',
  compareFile: 'Kies een tabel',
  comparePaste: 'Of plak de tabel hier',
  comparePasteHint: 'Een kolom met namen of codes en een kolom met aantallen, met een kop erboven.',
  comparePasteButton: 'Vergelijk de geplakte tabel',
  compareFileName: 'vergelijking',
  pastedName: 'geplakte tabel',
  tableKnown: 'De cijfers die media en gemeenten noemen',
  compareKnown: 'Vergelijk met de genoemde cijfers van deze ronde',
  compareEstimate:
    'Zonder de officiële scores is er niet precies na te rekenen. Wel ziet u per gemeente of het aantal ligt binnen wat hier is berekend, welke gemeenten zijn herkend, en met welke jaren de tabel het best is na te maken.',
  within: (inside: string, rows: string) =>
    `${inside} van ${rows} genoemde aantallen liggen binnen de grenzen of marge ernaast.`,
  inside: 'ligt binnen wat hier is berekend',
  outside: 'ligt buiten wat hier is berekend',
  headline: (equal: string, rows: string) => `${equal} van ${rows} regels precies gelijk`,
  headlineMinors: (equal: string, rows: string) => `amv: ${equal} van ${rows} gelijk`,
  totals: (own: string, published: string, difference: string) =>
    `Gemeenten samen: hier ${own}, gepubliceerd ${published}; verschil ${difference}.`,
  unexplained:
    'Onverklaard: afronden, een andere behoefte of andere invoer die dit programma heeft, geeft dit verschil niet. Vraag de bron naar dit getal, of kijk of het goed is overgenomen.',
  causeInputs: (population: string, scores: string, count: string) =>
    `De tabel past beter bij andere invoer: ${population} met ${scores} geeft ${count} regels precies.`,
  causeNeed: (need: string, count: string) =>
    `De tabel past beter bij een behoefte van ${need}: die geeft ${count} regels precies.`,
  notPrinted: (count: string, names: string) => `Niet in de tabel: ${count} gemeenten (${names}).`,
  compareColumns: {
    name: 'Naam',
    own: 'Eigen uitkomst',
    published: 'Gepubliceerd',
    difference: 'Verschil',
    class: 'Oorzaak',
  },
  onlyDifferent: 'Toon alleen regels die verschillen',
  recognised: (count: string) => `${count} regels herkend`,
  reproduceTitle: 'Met welke invoer is de tabel na te maken?',
  reproduceText: (count: string, first: string, last: string, time: string) =>
    `Gezocht over ${count === '1' ? '1 combinatie' : `${count} combinaties`} van jaren en ${first === last ? `de behoefte van ${first}` : `een behoefte van ${first} tot en met ${last}`}, in ${time} milliseconden. Een geschatte score doet mee onder haar naam: u ziet hoeveel regels ze geeft, niet haar getallen.`,
  reproduceColumns: {
    population: 'Inwoners',
    scores: 'Scores',
    matches: 'Precies',
    need: 'Behoefte',
    total: 'Som van verschillen',
    factor: 'Precies op één factor na',
    median: 'Middelste afwijking',
  },
  ofRows: (matches: string, rows: string) => `${matches} van ${rows}`,
  estimated: 'schatting',
  tableFailed: 'Met deze tabel is niet te vergelijken:',
  compareLoaded: (name: string) => `Vergelijk met ${name}`,
  compareMerge: 'Tel gemeenten die er niet meer zijn mee in de gemeente waarin zij zijn opgegaan',
  compareSheet: 'Welke tabel uit het bestand',
  compareWhole: 'het hele bestand, als verdeling gelezen',
  pairs: 'Klopt de tabel met een andere gepubliceerde tabel?',
  pairsNone: (view: string) => `Laad de andere tabel bij “${view}”; dan kunt u die hier kiezen.`,
  pairsOther: 'Andere tabel',
  pairsOne: 'Deze tabel',
  pairsChoose: 'kies een tabel',
  pairsEqual: (equal: string, rows: string) =>
    `${equal} van ${rows} regels die in beide tabellen staan, zijn gelijk`,
  impliedTitle: 'Wat zegt de tabel over de scores?',
  impliedText:
    'Een tabel zegt alleen iets over verhoudingen, en zij is afgerond. Bij dit gemiddelde, of bij deze score van één gemeente, moet elke andere score tussen deze grenzen hebben gelegen. Ligt een score daarbuiten, dan is er met andere invoer gerekend.',
  impliedColumns: {
    name: 'Naam',
    low: 'Laagste score',
    high: 'Hoogste score',
    width: 'Breedte',
    says: 'Wat dat zegt',
    score: 'Score hier',
    holds: 'Past',
  },
  impliedSays: {
    much: 'smal: zegt veel',
    some: 'niet smal: zegt iets',
    little: 'breed: zegt weinig',
    none: 'geen bovengrens: zegt bijna niets',
  },
  impliedHolds: {
    true: 'ja',
    false: 'nee: andere invoer',
    null: 'niet te zeggen: de officiële score is er niet',
  },
  impliedMean: 'Landelijk gemiddelde van de scores achter de tabel',
  impliedReference: 'Vergeleken met',
  impliedReferenceScore: 'Haar score; leeg: de score hier',
  impliedIsReference: 'hiermee vergeleken',
  impliedOne: (low: string, high: string, width: string, says: string, source: string) =>
    `Bij het aantal volgens ${source} hoort een score tussen ${low} en ${high} (breedte ${width}; ${says}). Dat is onze berekening; aangenomen is een landelijk gemiddelde van 0.`,
  impliedOneHolds: (score: string) => `De score hier, ${score}, past daarin.`,
  impliedOneNot: (score: string) =>
    `De score hier, ${score}, ligt daarbuiten: er is met andere invoer gerekend.`,
  removeTable: 'Andere tabel',
};
export type AccountableTexts = typeof accountable;
