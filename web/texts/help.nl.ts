/** Help in place: tour, examples, words, and what this is not. */
export const help = {
  intro: 'Nieuw hier? Loop de rondleiding, of probeer het met de verzonnen voorbeelden.',
  tourStart: 'Start de rondleiding',
  tourTitle: (step: number, of: number) => `Rondleiding, stap ${step} van ${of}`,
  tourNext: 'Volgende',
  tourBack: 'Vorige',
  tourStop: 'Stop',
  tourEnd: 'Klaar',
  tour: {
    search:
      'Typ hier de naam van uw gemeente en druk op Enter. Het getal komt bovenaan, met wie het noemde en hoe zeker het is.',
    round:
      'Hier kiest u het jaar waar het om gaat. Er is ook een verzonnen land van twaalf gemeenten, om de som met de hand na te rekenen.',
    country:
      'Nederland: alle gemeenten op een kaart, in een ranglijst en in tabellen die u kunt meenemen.',
    compare:
      'Controleer een tabel: plak of sleep cijfers van een ander, en zie waar ze verschillen en waardoor.',
    table: 'Provincie: wat gemeenten aanbieden en ruilen, wat er nog ontbreekt, en het verslag.',
    files:
      'Heeft u een bestand van het CBS of eigen aantallen? Hier ziet u altijd waar de cijfers op rusten. U mag een bestand ook overal op de pagina neerzetten.',
    share:
      'Een link, de bijlage voor de raad, een bewijs om na te rekenen, of uw werk als bestand: het staat hier. De pagina onthoudt zelf niets.',
  },
  rooms: {
    municipality: [
      'Typ een naam en druk op Enter. Een opgeheven gemeente brengt u bij de gemeente waar zij nu bij hoort, een provincie bij haar tabel.',
      'Bovenaan staat het getal dat bekend is, met wie het noemde. Noemde niemand een getal, dan staat er een marge.',
      'Daaronder: hoe zeker het is, wat er sinds de vorige ronde veranderde, en de som in stappen. De rest is ingeklapt: kalender, taakstelling huisvesting, eigen aanbod en “wat als”.',
      'De bijlage voor de raad, het rekenbewijs en het Rekenblad staan bij “Deel of bewaar”.',
    ],
    country: [
      'Boven de kaart en de beelden, daaronder de tabellen van provincies en gemeenten. Klik op een gemeente om haar te openen.',
      'Sorteer met een klik op een kop. Elke tabel kunt u meenemen als bestand of kopiëren.',
      'Onderaan, ingeklapt: wat er verandert als de behoefte of het gewicht van de score anders was.',
    ],
    compare: [
      'Plak een tabel met Ctrl+V, sleep haar op de pagina of kies een bestand. Namen of codes met aantallen zijn genoeg.',
      'U ziet per regel het verschil en waardoor het komt, en met welke jaren de tabel het best is na te maken.',
      'De vergelijking kunt u meenemen als bestand. Daaronder staan twee rondes naast elkaar.',
    ],
    table: [
      'Open het voorbeeld, begin met een provincie, of open de tafel die u eerder bewaarde.',
      'De onderdelen staan in een eigen menu: gemeenten, inzendingen, locaties, ruilen, kalender, toetsen en verslag.',
      'Bewaar de tafel als bestand; de pagina onthoudt niets.',
    ],
  },
  roomTitle: (room: string) => `Nu open: ${room}`,
  examplesTitle: 'Voorbeelden',
  examplesText:
    'Een verzonnen land van twaalf gemeenten: inwoners en scores. Zo ziet u ook hoe een bestand eruit kan zien.',
  examplesTry: 'Probeer met de voorbeeldbestanden',
  examplesPopulation: 'Download voorbeeld inwoners (CSV)',
  examplesScores: 'Download voorbeeld scores (CSV)',
  notTitle: 'Wat dit niet is',
  not: [
    'Geen site van de overheid. De tabel in de Staatscourant en het verdeelbesluit tellen.',
    'Geen besluit en geen plicht: het indicatieve getal is het begin van het overleg in de provincie.',
    'Geen telling van plekken die er al zijn. Die worden hier nergens van afgetrokken.',
    'Geen voorspelling van het verdeelbesluit. Dat kan ver van het indicatieve getal af liggen.',
    'Geen tabel van de minister: wat media en gemeenten afdrukten, staat er met bron en hand; waar niemand iets afdrukte, staat een marge.',
    'Geen advies over een locatie, over geld of over andere taken.',
  ],
  wordsTitle: 'Woorden',
  words: [
    [
      'indicatief getal',
      'Het aantal plekken dat de verdeelsleutel voor een gemeente geeft. Het bindt niet.',
    ],
    ['opgave', 'Het aantal plekken voor een provincie: de som van haar gemeenten.'],
    ['verdeelbesluit', 'Het besluit van de minister per provincie, voor twee jaar. Dit bindt wel.'],
    [
      'amv',
      'Alleenstaande minderjarige vreemdelingen: kinderen zonder ouders. Zij zitten in het totaal.',
    ],
    [
      'SES-WOA-score',
      'Cijfer van het CBS over welvaart, opleiding en arbeid van huishoudens. Gemiddeld rond nul.',
    ],
    ['duurzaam', 'Van een plek: minstens vijf jaar beschikbaar.'],
    [
      'taakstelling huisvesting vergunninghouders (statushouders)',
      'Een andere taak: woningen voor mensen met een vergunning. De pers zegt soms “taakstelling” voor opvangplaatsen; dat is iets anders.',
    ],
    ['COA', 'Centraal Orgaan opvang asielzoekers.'],
    [
      'vingerafdruk (SHA-256)',
      'Een code die bij precies één bestand hoort. Verandert er iets, dan verandert de code.',
    ],
  ],
  keysTitle: 'Toetsen',
  keys: [
    ['Tab', 'naar het volgende veld of de volgende knop'],
    ['Pijl omlaag, Enter', 'een gemeente kiezen uit de lijst'],
    ['Escape', 'een lijst, kaartje of rondleiding sluiten'],
    ['Ctrl+Z en Ctrl+Y', 'ongedaan maken en opnieuw doen, buiten een veld'],
    [
      'Ctrl+P',
      'afdrukken wat u ziet; Firefox zet paginanummers neer waar u “kop- en voetteksten” aanvinkt',
    ],
  ],
  fileTitle: 'Als één bestand meenemen',
  fileText:
    'Het hele programma in één HTML-bestand. Het werkt zonder internet, ook vanaf een USB-stick: open het met dubbelklik in Edge, Chrome of Firefox.',
  fileDownload: (size: string) => `Download spreidingswijzer.html (${size} kB)`,
  fileHash: 'SHA-256 van dat bestand:',
  fileCheck: 'Nakijken in Windows: certutil -hashfile spreidingswijzer.html SHA256',
  fileHere: 'U gebruikt dat ene bestand nu.',
};
export type HelpTexts = typeof help;
