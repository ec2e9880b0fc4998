/** The council report. Articles are those of the Wet gemeentelijke taak mogelijk maken asielopvangvoorzieningen. */
export const report = {
  title: 'Bijlage bij raadsinformatiebrief',
  subtitle: (municipality: string, round: string) =>
    `Spreidingswet: opvangplaatsen in ${municipality}, ${round}`,
  noneChosen: 'Kies eerst een gemeente.',
  chooseMunicipality: 'Kies een gemeente',
  notOffered: (municipality: string) =>
    `Voor ${municipality} is er alleen een marge. Daar hoort geen bijlage voor de raad bij. Laad het CBS-bestand met scores, of kies een gemeente waarvan een getal bekend is.`,
  existingTitle: 'Bestaande plekken (uw eigen opgave)',
  existingPlaces: 'Aantal bestaande opvangplaatsen in de gemeente',
  existingRemark: 'Toelichting, bijvoorbeeld welke locatie en tot wanneer',
  remarkLeft: (count: string) => `Nog ${count} tekens.`,
  remarkFull: (most: string) =>
    `Het vak is vol: op de bijlage passen ${most} tekens. Wat langer was, staat er niet in.`,
  existingInvalid: 'Vul een heel getal in, zonder punten.',
  existingHint: 'Dit komt apart in de bijlage. Het wordt nergens van afgetrokken.',
  copy: 'Kopieer voor Word',
  copied: 'De bijlage is gekopieerd. Plak haar in Word of in een e-mail.',
  notCopied: 'Kopiëren mag niet in deze browser. Gebruik het Word-bestand.',
  word: 'Download als Word-bestand (.docx)',
  print: 'Afdrukken of bewaren als PDF',
  preview: 'Zo ziet de bijlage eruit',
  keyMessage: 'Kernboodschap',
  keyPublished: (name: string, places: string, source: string, date: string) =>
    `Het indicatieve getal voor ${name} is ${places} opvangplaatsen, gepubliceerd in ${source} (${date}).`,
  keyReported: (name: string, places: string, source: string, date: string) =>
    `Voor ${name} noemt ${source} (${date}) een indicatief getal van ${places} opvangplaatsen. De tabel in de Staatscourant is hiervoor niet ingezien.`,
  keyComputed: {
    official: (name: string, places: string) =>
      `Het indicatieve getal voor ${name} is ${places} opvangplaatsen, berekend met officiële cijfers van het CBS.`,
    cbs_file: (name: string, places: string) =>
      `Het indicatieve getal voor ${name} is ${places} opvangplaatsen, berekend met een CBS-bestand dat de opsteller heeft geladen.`,
    own_input: (name: string, places: string) =>
      `Met eigen invoer van de opsteller komt de berekening voor ${name} uit op ${places} opvangplaatsen.`,
  },
  keyOwn:
    'Dat is een eigen berekening, geen getal van de minister en geen besluit. Plekken die er al zijn, zijn er niet van afgetrokken. De plekken voor amv (alleenstaande minderjarige vreemdelingen: kinderen zonder ouders) zitten in het totaal.',
  keyBrought: (name: string, places: string, how: string) =>
    `Met een bestand dat de opsteller niet zelf heeft geladen (${how}) komt de berekening voor ${name} uit op ${places} opvangplaatsen.`,
  brought: { link: 'meegekomen met een link', dossier: 'meegekomen in een dossier' },
  keyPeriod: (first: number, second: number) =>
    `Het gaat om de jaren ${first} en ${second}. De minister neemt daarover per provincie een verdeelbesluit; pas dat besluit bindt.`,
  invented: 'Let op: dit land en deze gemeente zijn verzonnen, om mee te oefenen.',
  figures: 'De cijfers',
  figuresHead: ['Wat', 'Opvangplaatsen', 'Bron', 'Datum'],
  share: 'Indicatief getal van de gemeente',
  ownShare: 'Eigen berekening voor de gemeente',
  minors: 'waarvan voor amv (kinderen zonder ouders)',
  previous: (round: string) => `Vorige ronde (${round.toLowerCase()})`,
  province: (name: string) => `Opgave van de provincie ${name}`,
  country: 'Nodig in heel Nederland (capaciteitsraming)',
  unknown: 'niet bekend',
  own: {
    official: 'berekend, officiële cijfers',
    cbs_file: 'berekend, CBS-bestand door opsteller geladen',
    own_input: 'berekend, eigen invoer',
  },
  derived: 'afgeleid uit de tabel van deze ronde',
  minorsFollow: 'volgt uit het totaal hierboven',
  disputed: 'Niet iedereen noemt hetzelfde getal:',
  existing: 'Bestaande plekken (eigen opgave van de gemeente)',
  existingCount: (places: string) =>
    `De gemeente geeft zelf ${places} bestaande opvangplaatsen op.`,
  existingBrought: 'Meegekomen in een dossier, en niet door de opsteller bevestigd:',
  existingNone: 'Hierover is niets ingevuld.',
  existingApart:
    'Deze opgave is niet nagekeken en niet afgetrokken. De wet trekt duurzame plekken (minstens vijf jaar beschikbaar) af bij de provincie, niet per gemeente (Wet, artikel 2, derde lid).',
  planning: 'Planning',
  planningHead: ['Stap', 'Volgens de wet uiterlijk', 'Bekend of verwacht', 'Opmerking'],
  deadlines: {
    estimate: 'Raming en indicatieve verdeling door de minister',
    report: 'Verslag van de commissaris van de Koning',
    decision: 'Verdeelbesluit van de minister',
    available: 'Plekken of locatie beschikbaar voor het COA',
  },
  council: 'Wat de raad wel en niet beslist',
  councilDoes: [
    'Wel: de raad wijzigt zo nodig het ruimtelijke plan voor een locatie (artikel 7, tweede lid).',
    'Niet: het getal zelf. De minister stelt de raming vast en maakt de verdeling bekend (artikelen 2 en 3).',
    'Niet: het verdeelbesluit. Dat neemt de minister per provincie, na het verslag van de commissaris van de Koning (artikelen 4 en 5).',
    'Het college voert het overleg in de provincie (artikel 4), stelt een locatie beschikbaar en geeft vergunningen (artikel 7, eerste lid), en meldt het de minister als dat later wordt (artikel 8).',
    'Gemeenten en provincie kunnen in dat overleg tot een andere verdeling komen; het indicatieve getal is daarvoor het begin.',
  ],
  calculation: 'Berekening',
  calculationWords:
    'Het gewicht van een gemeente is (1 + SES-WOA-score) × inwoners. Een gemeente krijgt hetzelfde deel van alle plekken als haar deel van alle gewichten. Daarna wordt afgerond op een heel getal (Besluit, artikel 2.1).',
  calculationNone: (inhabitants: string, date: string) =>
    `Een eigen narekening staat hier niet bij: de officiële score ontbreekt in dit programma. Wel bekend: ${inhabitants} inwoners op ${date} (CBS).`,
  calculationHead: ['Stap', 'Som', 'Uitkomst'],
  weight: 'Gewicht',
  shareStep: 'Deel van de plekken',
  rounded: 'Afgerond',
  calculationBasis: (basis: string) => `De narekening rust op: ${basis}.`,
  sources: 'Bronnen',
  fingerprint: (file: string, sha256: string) => `${file}: SHA-256 ${sha256}`,
  foot: (version: string, commit: string, date: string, until: string) =>
    `Gemaakt met Spreidingswijzer ${version} (${commit}) op ${date}; gegevens tot ${until}. Onofficieel hulpmiddel, geen besluit.`,
};
export type ReportTexts = typeof report;
