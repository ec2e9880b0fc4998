/** Texts of the pictures in Dutch. */
export const picturesNl = {
  title: 'Beelden',
  files: (picture: string) => `Bestanden van dit beeld: ${picture}`,
  numbers: 'De getallen van dit beeld',
  noPng: 'Deze browser kan het beeld niet als PNG bewaren. Kies SVG.',
  largePng: 'PNG, groot',
  largeFile: 'groot',
  made: (version: string, today: string, until: string) =>
    `Gemaakt met Spreidingswijzer ${version} op ${today}; gegevens tot ${until}.`,
  keys: 'Met de pijltjestoetsen gaat u van gemeente naar gemeente, Enter markeert, Escape sluit het kaartje.',
  tooMany: 'Te veel gemeenten om te tekenen',
  tooManyWhy:
    'Met zo veel gemeenten is in een beeld niets meer te onderscheiden. De tabellen hieronder hebben ze allemaal.',
  code: 'Code',
  municipality: 'Gemeente',
  province: 'Provincie',
  places: 'Plekken',
  perThousand: 'Plekken per 1.000 inwoners',
  inhabitants: 'Inwoners',
  score: 'SES-WOA-score',
  low: 'Ten minste',
  high: 'Ten hoogste',
  placesLine: (places: string) => `${places} plekken`,
  rateLine: (rate: string) => `${rate} per 1.000 inwoners`,
  inhabitantsLine: (people: string) => `${people} inwoners`,
  scoreLine: (score: string) => `SES-WOA-score ${score}`,
  noFigure: 'geen genoemd getal',
  rangeLine: (basis: string, range: string) => `${basis}: ${range} plekken`,
  printedSource: (round: string, prints: string) =>
    `${round}. Genoemde getallen, niet de tabel van de Staatscourant: ${prints}. Indicatief, geen besluit.`,
  printsOf: (count: string, by: string) => `${count} ${by}`,
  otherPrints: (count: string, sources: string) => `${count} van ${sources} andere bronnen`,
  ofProvince: (name: string) => `in ${name}`,
  others: 'andere gemeenten',
  inventedSource: (round: string) => `${round}. Verzonnen cijfers, om mee te oefenen.`,
  ownSource: (round: string, basis: string) =>
    `${round}, berekend door Spreidingswijzer. Grondslag: ${basis}. Indicatief, geen besluit.`,
  computedSource: (round: string, population: string, scores: string) =>
    `${round}, berekend door Spreidingswijzer met CBS: ${population}; ${scores}. Indicatief, geen besluit.`,
  estimateSource:
    'Marges van Spreidingswijzer met een geschatte score: noem een marge geheel. Inwoners: CBS.',
  map: {
    file: 'kaart',
    nothing: 'Voor deze ronde is nog geen getal bekend',
    title: (name: string, places: string) =>
      `De meeste plekken zijn voor ${name}: ${places}. De kleur laat zien waar het er veel zijn per inwoner`,
    printedTitle: (count: string, all: string, name: string, places: string) =>
      `Van ${count} van de ${all} gemeenten is een getal genoemd; het grootste is dat van ${name}: ${places}`,
    reading:
      'Elk vlak is een gemeente. Hoe sterker de kleur afsteekt, hoe meer plekken per inwoner.',
    circleReading:
      'Elke cirkel is een gemeente, op haar eigen plaats. Hoe groter de cirkel, hoe meer plekken; hoe sterker de kleur afsteekt, hoe meer plekken per inwoner.',
    noBorders:
      'De vlakken zijn geen grenzen: elk is alles wat het dichtst bij het midden van die gemeente ligt, tot 12 kilometer. De dikke lijnen scheiden provincies.',
    legend: 'Plekken per 1.000 inwoners, van weinig naar veel',
    hatched: 'geen één getal: een marge over meer klassen',
    shape: 'Toon',
    none: 'geen gekozen',
    shapes: { cells: 'kleur per inwoner', circles: 'cirkels naar aantal' },
    centres: 'Grenzen: Kadaster / Centraal Bureau voor de Statistiek, 2024.',
    lost: (count: string) =>
      `${count} gemeenten staan niet op de kaart: hun plaats is niet bekend.`,
  },
  ranking: {
    file: 'volgorde',
    title: (first: string, most: string, last: string, least: string) =>
      `Van ${most} plekken voor ${first} tot ${least} voor ${last}`,
    chosenTitle: (name: string, place: string, of: string) =>
      `${name} staat op plaats ${place} van ${of}, gerekend van de meeste plekken`,
    printedTitle: (count: string, least: string, most: string) =>
      `De ${count} genoemde getallen lopen van ${least} tot ${most}`,
    reading: 'Elke balk is een gemeente, van de meeste plekken naar de minste.',
    printedReading:
      'Alleen gemeenten met een genoemd getal, van het grootste naar het kleinste. Dit is geen rangorde van het land: de andere gemeenten ontbreken.',
    axis: 'gemeenten, van de meeste plekken naar de minste',
  },
  byInhabitants: {
    file: 'inwoners',
    title: 'Meer inwoners betekent meer plekken; de score maakt het verschil daarnaast',
    rangeTitle: 'Meer inwoners betekent meer plekken, ook binnen de marges van een schatting',
    chosenTitle: (name: string, people: string, places: string) =>
      `${name}: ${people} inwoners, ${places} plekken`,
    reading:
      'Elke stip is een gemeente. Kies een gemeente, dan springt zij eruit met haar provincie. Op beide assen krijgen kleine getallen meer ruimte.',
    rangeReading:
      'Elk streepje is een gemeente: van de onderkant tot de bovenkant van haar marge. Op beide assen krijgen kleine getallen meer ruimte.',
  },
  byScore: {
    file: 'score',
    title: 'Hoe hoger de SES-WOA-score, hoe meer plekken per inwoner',
    chosenTitle: (name: string, score: string, rate: string) =>
      `${name}: score ${score}, ${rate} plekken per 1.000 inwoners`,
    reading:
      'De wet vermenigvuldigt de inwoners met 1 plus de score. Daarom liggen de stippen bijna op een lijn; wat ervan afwijkt, komt door het afronden op hele plekken.',
    noTitle: 'Plekken en score: nog niet te tekenen',
    why: 'De officiële scores van het CBS zitten nog niet in dit programma, en een geschatte score tonen wij niet. Laad de officiële scores bij Bestanden, dan staat hier het beeld.',
  },
  waterfall: {
    file: 'opbouw',
    more: (name: string, effect: string, end: string) =>
      `Door de score krijgt ${name} er ${effect} plekken bij en komt op ${end}`,
    less: (name: string, effect: string, end: string) =>
      `Door de score gaan er voor ${name} ${effect} plekken af en blijven er ${end}`,
    same: (name: string, end: string) =>
      `De score maakt voor ${name} geen verschil: ${end} plekken`,
    reading:
      'Eerst het aandeel als alleen het aantal inwoners telde, dan wat de score eraan verandert.',
    area: 'Gemeente of provincie',
    step: 'Stap',
    population: 'Alleen inwoners',
    score: 'Door de score',
    final: 'Indicatief aandeel',
    noTitle: 'Van inwoners naar aandeel: nog niet te tekenen',
    why: 'Hoeveel de score verandert, is met een schatting niet te zeggen: het verschil zou zekerder lijken dan het is. Met de officiële scores van het CBS staat hier het beeld.',
  },
};
