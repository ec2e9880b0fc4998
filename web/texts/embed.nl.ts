/** Woorden van de kaartjes die op een andere site staan; wat zij van getallen zeggen, rekent de bouw uit. */
export const embedNl = {
  places: 'plekken',
  between: (low: string, high: string) => `tussen ${low} en ${high}`,
  inhabitants: (people: string) => `${people} inwoners`,
  perThousand: (rate: string) => `${rate} per 1.000 inwoners`,
  toSource: 'Naar de bron',
  toTool: 'Hoe komt dit getal tot stand? Reken het na',
  toCountry: 'Alle cijfers, en hoe zij tot stand komen',
  about: (until: string) => `Spreidingswijzer, onofficieel hulpmiddel · gegevens tot ${until}`,
  title: (name: string) => `${name}: plekken volgens de Spreidingswet`,
  mapTitle: 'Nederland: plekken volgens de Spreidingswet',
  keys: 'Met de pijltjestoetsen gaat u van gemeente naar gemeente; Escape sluit het kaartje.',
  allNumbers: 'De getallen van deze kaart',
  noMunicipality: (round: string) =>
    `Dit adres noemt geen gemeente. Zet erachter welke, bijvoorbeeld: #gemeente=GM0193&ronde=${round}&taal=nl`,
  unknownMunicipality: (code: string, round: string) =>
    `De code “${code}” is geen gemeente van ${round}. Een code begint met GM, zoals GM0193.`,
  becameOther: (former: string, since: string, name: string) =>
    `${former} hoort sinds ${since} bij ${name}.`,
  unknownRound: (id: string, rounds: string) => `Een ronde “${id}” is er niet. Wel: ${rounds}.`,
  unknownLanguage: (name: string) => `De taal “${name}” is er niet. Wel: nl en en.`,
  unknownPart: (names: string) => `In het adres staat iets onbekends: ${names}.`,
  twice: (name: string) =>
    `In het adres staat “${name}” twee keer; welke bedoeld is, is niet te zeggen.`,
  columns: {
    municipality: 'Gemeente',
    province: 'Provincie',
    places: 'Plekken',
    perThousand: 'Per 1.000 inwoners',
  },
};
export type EmbedTexts = typeof embedNl;

/** Woorden waarmee de pagina de code geeft om te plakken. */
export const embedCodeNl = {
  title: 'Op een andere site plaatsen',
  text: 'Een kaartje dat anderen in hun eigen pagina zetten, zonder invoer en met bron. Het toont de cijfers van de ronde zelf; uit uw bestanden of veranderingen gaat niets mee.',
  what: 'Wat',
  kinds: {
    card: (name: string) => `het kaartje van ${name}`,
    map: 'de kaart van Nederland',
  },
  code: 'Plak deze code in de pagina',
  copy: 'Kopieer de code',
  copied: 'De code is gekopieerd.',
  notCopied: 'Kopieer de code uit het veld hierboven.',
  noSite:
    'Dit is een bestand op uw computer, en een kaartje heeft een site nodig. Zet in de code het adres van de site waarop Spreidingswijzer staat, in plaats van https://ADRES-VAN-DE-SITE/.',
};
export type EmbedCodeTexts = typeof embedCodeNl;
