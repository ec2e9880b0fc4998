/** Het antwoord: het getal, hoe zeker het is, beide rondes, en wat er in de pers stond. */
export const answer = {
  indicative: (round: string) => `indicatief, ${round.toLowerCase()}`,
  sure: 'Hoe zeker is dat?',
  how: 'Hoe is dit nagegaan?',
  same: (others: string) => `Hetzelfde getal ook ${others}.`,
  conflict: (others: string) =>
    `Niet alle afdrukken zijn gelijk: ${others}. Groot staat de afdruk die het dichtst bij de bekendmaking staat; welke klopt, beslist dit programma niet.`,
  placesBy: (places: string, by: string) => `${places} ${by}`,
  ownSum: (places: string, source: string, date: string) =>
    `${source} rekende zelf en noemde ${places} (${date}). Dat is een eigen som, geen gepubliceerd getal.`,
  basis: {
    official: 'Berekend uit officiële cijfers van het CBS.',
    cbs_file: 'Berekend uit een CBS-bestand dat u hebt geladen.',
    own_input: 'Berekend uit eigen invoer. Dat is een berekening, geen gepubliceerd getal.',
    invented: 'Berekend uit verzonnen cijfers, om mee te oefenen.',
    derivedNumber: (round: string) =>
      `Afgeleid uit de tabel van ${round}: er past maar één heel getal. Dat staat vast als die tabel klopt, als zij op deze inwoners rust en als er gewoon is afgerond.`,
    derivedRange: (round: string) =>
      `Afgeleid uit de tabel van ${round}: het getal ligt zeker tussen deze grenzen als die tabel klopt, als zij op deze inwoners rust en als er gewoon is afgerond. Welk getal ertussen het is, zegt de tabel niet.`,
    estimate:
      'Een schatting: niemand drukte dit getal af, voor zover wij weten. Noem de hele marge, niet het midden.',
  },
  rank: 'plaats naar plekken per inwoner',
  ranks: (country: string, all: string, own: string, inProvince: string, province: string) =>
    `${country} van ${all} in het land, ${own} van ${inProvince} in ${province}`,
  minorsFollow: (number: string) => `${number} (volgt uit het genoemde totaal)`,
  minorsUnknown: 'Hoeveel daarvan voor amv zijn, is niet bekend.',
  rounds: 'Van ronde tot ronde',
  roundsHead: 'Ronde',
  from: (year: string, first: string, other: string, last: string) =>
    `Van ${first} in ${year} naar ${last} in ${other}`,
  beside: (year: string, first: string, other: string, last: string) =>
    `${year}: ${first}; ${other}: ${last}`,
  more: (difference: string, percent: string) => `: ${difference} meer (${percent} %).`,
  fewer: (difference: string, percent: string) => `: ${difference} minder (${percent} %).`,
  equal: ': geen verschil.',
  differenceRange: (range: string) => `. Het verschil ligt ${range}.`,
  why: 'Waardoor?',
  whyHead: 'waardoor',
  whyOne: 'plekken',
  whyColumn: 'verschil',
  whyColumns: ['bij het laagste verschil', 'bij het hoogste'],
  whyExact:
    'Eerst de nieuwe behoefte, dan de nieuwe inwoners, dan de nieuwe scores; samen precies het verschil.',
  whyEnds:
    'Aan beide uiteinden van wat het verschil kan zijn: eerst de nieuwe behoefte, dan de nieuwe inwoners, dan de nieuwe scores. Aan elk uiteinde tellen de delen op tot het verschil.',
  unknown: 'niet bekend',
  notYet: 'nog niet genomen',
  counted: (regular: string, emergency: string) => `${regular} regulier, ${emergency} noodopvang`,
  countedBy: (source: string, date: string) =>
    `Beschikbaar: zoals ${source} in ${date} telde. Dat is een telling van een redactie, ter informatie. Zij wordt nergens van afgetrokken; “regulier” is niet de vijf jaar uit de wet.`,
  offeredOwn: 'Aangeboden: uit de provinciale tafel die u hebt geopend.',
  kinds:
    'Vier soorten getallen, die niet hetzelfde zeggen: indicatief is het begin van het overleg, aangeboden wat gemeenten toezeggen, vastgesteld wat het verdeelbesluit vraagt (dat bindt), beschikbaar wat er is.',
  computedTitle: 'Wat dit programma zelf berekent',
  differ: (count: string) => `Afdrukken die verschillen: ${count}`,
  differHead: { name: 'Gebied', prints: 'Afdrukken' },
  evidence: 'Waaruit blijkt dat?',
  evidenceText: (table: string) =>
    `Dit programma rekende “${table}” na met alle inwoners en scores die het heeft. De scores zijn geschat en als geheel iets te hoog of te laag; daarom telt hoe goed een combinatie het doet op één factor na.`,
  evidenceHead: { lists: 'Inwoners en scores', matches: 'Precies', median: 'Middelste afwijking' },
  official: 'Hebt u de officiële scores van het CBS?',
  officialText:
    'De scores per gemeente van het CBS zitten niet in dit programma. Laadt u ze, dan rekent het de tabel precies na.',
  whatNumber: 'Wat voor getallen staan hierin?',
  whatHand: 'Waar komt de tabel vandaan?',
  numberChoices: {
    '': 'alleen om mee te vergelijken',
    indicative: 'indicatieve aandelen',
    decided: 'vastgestelde aantallen (verdeelbesluit)',
    own_sum: 'een eigen som, geen publicatie',
  },
  handChoices: {
    first: 'de bekendmaking zelf (Staatscourant, besluit)',
    second: 'van wie de bekendmaking zag',
    third: 'overgenomen van een ander',
  },
  calendar: 'Wanneer gebeurt wat?',
  calendarText: 'De dagen van deze ronde volgens de wet, en wat er al is gebeurd.',
  calendarHead: ['Stap', 'Dag', 'Stand'],
  housing: 'Taakstelling huisvesting',
  housingText: (name: string) =>
    `De ${name} is een andere taak: woningen voor mensen met een vergunning. Zij staat los van het aantal opvangplekken.`,
  housingUnknown: 'Voor deze gemeente is zij uit de gegevens in dit programma niet te berekenen.',
  housingHead: {
    halfYear: 'Halfjaar',
    target: 'Personen, berekend',
    national: 'Landelijk',
    source: 'Bron van het landelijke getal',
  },
  offer: 'Eigen aanbod en bestaande plekken',
  offerNone: 'Er is geen provinciale tafel geopend waarin staat wat deze gemeente aanbiedt.',
  offerIs: (places: string) =>
    `In de provinciale tafel die u hebt geopend, biedt deze gemeente ${places} plekken aan.`,
  toTable: 'Naar de provinciale tafel',
  notInFiles: (name: string) => `${name} staat niet in de bestanden die u laadde.`,
  standsBeside:
    'Deze tabel staat nu naast de cijfers van de ronde, bij elke gemeente en provincie.',
  loadFirst:
    'Deze tabel kwam mee. Naast de cijfers van de ronde staat zij pas als u zelf het origineel laadt, en daarvan zegt wat het is.',
};
export type AnswerTexts = typeof answer;
