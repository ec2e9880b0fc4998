import type { Ledger, PlaceKind, TransferRule } from '../../wasm/index.ts';

export const provincial = {
  intro:
    'Gemeenten van een provincie verdelen hier samen de opgave. U ziet wat zij aanbieden naast het indicatieve aandeel, en of een uitruil klopt. Vier soorten aantallen blijven uit elkaar: indicatief, aangeboden, verdeelbesluit en beschikbaar.',
  example: 'Open de verzonnen provincie',
  own: 'Of kies een werkruimte (JSON) samen met haar bestanden met locaties (CSV)',
  unreadable: 'Dit is geen werkruimte van een provinciale tafel. Kies ook het JSON-bestand.',
  missing: (names: string) => `Kies deze bestanden erbij: ${names}.`,
  invented: 'Deze provincie is verzonnen, om mee te oefenen.',
  task: (total: string, minors: string) => `Opgave ${total} plekken, waarvan amv ${minors}.`,
  unknown: 'niet bekend',
  covered: (offered: string, task: string) => `Aangeboden ${offered} van ${task} plekken`,
  date: 'Peildatum',
  calendar: 'Kalender',
  calendarHead: ['Dag', 'Volgens de wet', 'Stand', 'Stap', 'Artikel', 'Opmerking'],
  reading: 'onze lezing',
  saveCalendar: 'Bewaar voor uw agenda (.ics)',
  offers: 'Aangeboden plekken per gemeente',
  offersHead: [
    'Gemeente',
    'Indicatief',
    'Aangeboden',
    'Bestaand',
    'Besloten',
    'Voornemen',
    'Aangeboden − indicatief',
    'Waarvan amv, indicatief',
    'Waarvan amv, aangeboden',
    'Indicatief na uitruil',
    'Verschil na uitruil',
    'Verdeelbesluit',
  ],
  region: (name: string) => `Regio ${name}`,
  province: 'Provincie (opgave)',
  exchange: 'Uitruil',
  exchangeIntro:
    'Een officiële ruilverhouding bestaat niet. Alle overdrachten van een uitruil gelden samen, of geen ervan.',
  status: 'Status',
  statuses: { proposed: 'voorgesteld', agreed: 'afgesproken', lapsed: 'vervallen' },
  exchangeName: (id: string, date: string) => `Uitruil ${id}, ${date}`,
  ratio: (ratio: string) => `Verhouding volgens partijen: ${ratio}`,
  transfer: (ledger: string, from: string, to: string) => `${ledger}: van ${from} naar ${to}`,
  holds: 'Klopt: elke taak blijft in evenwicht.',
  refusal: (rule: string, shortfall: string) =>
    shortfall === '0' ? `Geweigerd: ${rule}.` : `Geweigerd: ${rule}; ${shortfall} te veel.`,
  rules: {
    between_two: 'een overdracht gaat naar een andere gemeente',
    within_province: 'beide gemeenten horen bij deze provincie',
    positive: 'het aantal is een heel getal boven nul',
    ledger_known: 'van beide gemeenten moet het aantal bekend zijn',
    not_below_zero: 'een gemeente draagt niet meer over dan zij heeft',
  } satisfies Record<TransferRule, string>,
  ledgers: {
    asylum_regular: 'Opvangplaatsen, regulier (aantal op een peildatum)',
    asylum_minors: 'Opvangplaatsen, amv (aantal op een peildatum)',
    status_holders:
      'Taakstelling huisvesting vergunninghouders (statushouders), personen per halfjaar',
    ukraine: 'Plekken voor ontheemden uit Oekraïne (aantal op een peildatum)',
  } satisfies Record<Ledger, string>,
  add: 'Voeg een uitruil toe',
  ledger: 'Taak',
  from: 'Van',
  to: 'Naar',
  number: 'Aantal',
  addButton: 'Voeg toe als voorstel',
  tests: 'Drie toetsen',
  testsIntro:
    'Drie vragen over plekken, elk met een eigen regel. Een uitkomst van de ene zegt niets over de andere. Waar de wet iets openlaat, staat de lezing in de werkruimte.',
  deduction: (day: string, total: string, left: string) =>
    `A. Aftrek van de opgave op ${day}: ${total} duurzame plekken (minstens vijf jaar beschikbaar). Nog beschikbaar te maken: ${left}.`,
  decision: (day: string, total: string) =>
    `B. Telt mee voor het verdeelbesluit op ${day}: ${total} plekken.`,
  grants: (total: string) => `C. Specifieke uitkeringen, gemeenten en provincie samen: € ${total}.`,
  locations: 'Locaties',
  locationsHead: [
    'Gemeente',
    'Locatie',
    'Soort',
    'Plekken',
    'Van',
    'Telt tot en met',
    'Zekerheid',
    'Openbaar',
  ],
  kinds: { regular: 'regulier', minors: 'amv', other_special: 'overig bijzonder' } satisfies Record<
    PlaceKind,
    string
  >,
  certainties: { existing: 'bestaand', decided: 'besloten', intended: 'voornemen' },
  noEnd: 'geen einde',
  yes: 'ja',
  no: 'nee',
  findings: 'Meldingen',
  save: 'Verslag en bewaren',
  discloses:
    'Let op: in de openbare uitgave laat een som het aantal van één vertrouwelijke locatie zien.',
  savePublic: 'Bewaar het verslag, openbaar (JSON)',
  saveConfidential: 'Bewaar het verslag, vertrouwelijk (JSON)',
  saveWorkspace: 'Bewaar de werkruimte en haar bestanden met locaties',
};

export type ProvincialTexts = typeof provincial;
