/** Words of the cards that stand on another site; what they say of figures is made by the build. */
import type { EmbedCodeTexts, EmbedTexts } from './embed.nl.ts';

export const embedEn: EmbedTexts = {
  places: 'places',
  between: (low, high) => `between ${low} and ${high}`,
  inhabitants: (people) => `${people} inhabitants`,
  perThousand: (rate) => `${rate} per 1,000 inhabitants`,
  toSource: 'To the source',
  toTool: 'How does this number come about? Check the sum',
  toCountry: 'All figures, and how they come about',
  about: (until) => `Spreidingswijzer, unofficial tool · data until ${until}`,
  title: (name) => `${name}: places under the Spreidingswet`,
  mapTitle: 'The Netherlands: places under the Spreidingswet',
  keys: 'Arrow keys go from municipality to municipality; Escape closes the card.',
  allNumbers: 'The numbers of this map',
  noMunicipality: (round) =>
    `This address names no municipality. Add which one, for example: #gemeente=GM0193&ronde=${round}&taal=en`,
  unknownMunicipality: (code, round) =>
    `The code “${code}” is no municipality of ${round}. A code begins with GM, such as GM0193.`,
  becameOther: (former, since, name) => `${former} is part of ${name} since ${since}.`,
  unknownRound: (id, rounds) => `There is no round “${id}”. There are: ${rounds}.`,
  unknownLanguage: (name) => `There is no language “${name}”. There are: nl and en.`,
  unknownPart: (names) => `The address holds something unknown: ${names}.`,
  twice: (name) => `The address holds “${name}” twice; which one is meant cannot be told.`,
  columns: {
    municipality: 'Municipality',
    province: 'Province',
    places: 'Places',
    perThousand: 'Per 1,000 inhabitants',
  },
};

export const embedCodeEn: EmbedCodeTexts = {
  title: 'Place it on another site',
  text: 'A card that others put in a page of their own, without input and with its source. It shows the figures of the round itself; nothing of your files or changes goes along.',
  what: 'What',
  kinds: {
    card: (name) => `the card of ${name}`,
    map: 'the map of the Netherlands',
  },
  code: 'Paste this code into the page',
  copy: 'Copy the code',
  copied: 'The code has been copied.',
  notCopied: 'Copy the code from the field above.',
  noSite:
    'This is a file on your computer, and a card needs a site. Put the address of the site that has Spreidingswijzer into the code, in place of https://ADRES-VAN-DE-SITE/.',
};
