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
    search: 'Zoek hier uw gemeente. Typ drie letters, kies met de pijlen en druk op Enter.',
    round:
      'Hier kiest u de ronde. Er is ook een verzonnen land van twaalf gemeenten, om de som met de hand na te rekenen.',
    input: 'Heeft u een bestand van het CBS of eigen aantallen? Laad ze hier.',
    report:
      'Is er een getal bekend, dan maakt u hier een bijlage van twee bladzijden voor de raad.',
    dossier:
      'Deze pagina onthoudt niets. Bewaar uw werk als dossier, dan kunt u later verder gaan.',
  },
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
    ['Ctrl+P', 'afdrukken wat u ziet'],
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
