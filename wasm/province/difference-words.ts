/** What two workspaces differ in, in words: names and numbers as people call them, never code. */
import { lookUp } from '../contract/look-up.ts';
import type { Language } from '../words/messages.ts';
import { provincialWords } from '../words/provincial-words.ts';
import { type Step, type WorkspaceDifference, isPlainRecord } from './merge.ts';
import type { ProvincialWorkspace } from './workspace.ts';

type Labels = Readonly<Record<string, string>>;

const labels: Readonly<Record<Language, Labels>> = {
  nl: {
    province: 'provincie',
    round: 'ronde',
    invented: 'verzonnen',
    task: 'opgave',
    total: 'totaal',
    minors: 'waarvan amv',
    basis: 'grondslag',
    source: 'bron',
    municipalities: 'gemeente',
    code: 'code',
    name: 'naam',
    indicative: 'indicatief aandeel',
    decided: 'verdeelbesluit',
    ukraine: 'plekken Oekraïne',
    ukraineRealised: 'plekken Oekraïne, gerealiseerd',
    statusHolders: 'taakstelling statushouders',
    statusHoldersHoused: 'statushouders, gehuisvest',
    locations: 'bestand met locaties',
    typedLocations: 'getypte locatie',
    typedLeftOut: 'getypte locatie die niet meetelt',
    offers: 'aanbod zonder locatie',
    publicOffers: 'openbaar aanbod van',
    refusedCells: 'cel zonder getal',
    dates: 'peildatum',
    regions: 'regio',
    notations: 'notatie',
    calendar: 'kalender',
    step: 'stap',
    date: 'dag',
    done: 'gedaan op',
    note: 'opmerking',
    exchanges: 'uitruil',
    id: 'nummer',
    status: 'status',
    from: 'van',
    until: 'tot en met',
    to: 'naar',
    number: 'aantal',
    ledger: 'taak',
    halfYear: 'halfjaar',
    ratio: 'verhouding volgens partijen',
    public: 'openbaar',
    transfers: 'overdrachten',
    openPoints: 'open punt',
    settingNotes: 'opmerking bij de lezing',
    deduction: 'toets A',
    decision: 'toets B',
    grants: 'toets C',
    day: 'dag',
    start: 'begin',
    end: 'einde',
    certainties: 'zekerheid',
    certainty: 'zekerheid',
    kind: 'soort',
    places: 'plekken',
    municipality: 'gemeente',
    fiveYears: 'vijf jaar',
    specialPlacesTogether: 'bijzondere plekken samen',
    specialPlacesDurable: 'bijzondere plekken duurzaam',
    specialPlacesAlsoDurable: 'bijzonder en ook duurzaam',
    threshold: '75% afronden',
    excluded: 'plekken met een uitkering op verzoek',
    housing: 'taakstelling',
    national: 'landelijk aantal',
    persons: 'personen',
    backlog: 'achterstand of voorsprong',
    population: 'inwoners',
    country: 'van het land',
    remainder: 'restopgave',
    eligible: 'doet mee',
    wishes: 'wens',
    wanted: 'wil',
    decimal: 'decimaalteken',
    thousands: 'duizendtalteken',
  },
  en: {
    province: 'province',
    round: 'round',
    invented: 'invented',
    task: 'task',
    total: 'total',
    minors: 'of which minors',
    basis: 'basis',
    source: 'source',
    municipalities: 'municipality',
    code: 'code',
    name: 'name',
    indicative: 'indicative share',
    decided: 'distribution decision',
    ukraine: 'Ukraine places',
    ukraineRealised: 'Ukraine places, realised',
    statusHolders: 'housing target of status holders',
    statusHoldersHoused: 'status holders, housed',
    locations: 'file of locations',
    typedLocations: 'typed location',
    typedLeftOut: 'typed location that does not count',
    offers: 'offer without a location',
    publicOffers: 'public offers of',
    refusedCells: 'cell without a number',
    dates: 'reference date',
    regions: 'region',
    notations: 'notation',
    calendar: 'calendar',
    step: 'step',
    date: 'day',
    done: 'done on',
    note: 'note',
    exchanges: 'exchange',
    id: 'number',
    status: 'status',
    from: 'from',
    until: 'until',
    to: 'to',
    number: 'number',
    ledger: 'task',
    halfYear: 'half-year',
    ratio: 'ratio according to the parties',
    public: 'public',
    transfers: 'transfers',
    openPoints: 'open point',
    settingNotes: 'note on the reading',
    deduction: 'test A',
    decision: 'test B',
    grants: 'test C',
    day: 'day',
    start: 'start',
    end: 'end',
    certainties: 'certainty',
    certainty: 'certainty',
    kind: 'kind',
    places: 'places',
    municipality: 'municipality',
    fiveYears: 'five years',
    specialPlacesTogether: 'special places together',
    specialPlacesDurable: 'special places durable',
    specialPlacesAlsoDurable: 'special and also durable',
    threshold: 'rounding of 75%',
    excluded: 'places with a grant on request',
    housing: 'housing target',
    national: 'national number',
    persons: 'persons',
    backlog: 'backlog or lead',
    population: 'inhabitants',
    country: 'of the country',
    remainder: 'remainder',
    eligible: 'takes part',
    wishes: 'wish',
    wanted: 'wants',
    decimal: 'decimal mark',
    thousands: 'thousands mark',
  },
};

interface Said {
  readonly missing: string;
  readonly empty: string;
  readonly yes: string;
  readonly no: string;
  readonly transfer: (number: string, ledger: string, from: string, to: string) => string;
}
const said: Readonly<Record<Language, Said>> = {
  nl: {
    missing: '(niet aanwezig)',
    empty: '(leeg)',
    yes: 'ja',
    no: 'nee',
    transfer: (number, ledger, from, to) => `${number} van ${from} naar ${to}: ${ledger}`,
  },
  en: {
    missing: '(not there)',
    empty: '(empty)',
    yes: 'yes',
    no: 'no',
    transfer: (number, ledger, from, to) => `${number} from ${from} to ${to}: ${ledger}`,
  },
};

/** Words that the workspace keeps as code, each in the words of the field. */
function word(text: string, language: Language): string | undefined {
  const words = provincialWords(language);
  for (const table of [
    words.kinds,
    words.certainties,
    words.statuses,
    words.ledgers,
    words.basis,
  ]) {
    const found = lookUp<string>(table, text);
    if (found !== undefined) return found;
  }
  return undefined;
}

function text(of: ProvincialWorkspace, value: string, language: Language): string {
  const named = of.municipalities.find(({ code }) => code === value)?.name;
  return named ?? word(value, language) ?? value;
}

/** A value of a workspace as a person reads it. */
export function valueInWords(of: ProvincialWorkspace, value: unknown, language: Language): string {
  const w = said[language];
  if (value === undefined) return w.missing;
  if (value === null || value === '') return w.empty;
  if (typeof value === 'boolean') return value ? w.yes : w.no;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return text(of, value, language);
  if (Array.isArray(value))
    return value
      .filter((item) => item !== '')
      .map((item) => valueInWords(of, item, language))
      .join(value.every((item) => typeof item === 'string') ? ', ' : '; ');
  if (!isPlainRecord(value)) return w.empty;
  const { ledger, from, to, number } = value;
  if (typeof ledger === 'string' && typeof from === 'string' && typeof to === 'string')
    return w.transfer(
      String(number),
      text(of, ledger, language),
      text(of, from, language),
      text(of, to, language),
    );
  return Object.entries(value)
    .filter(([, inner]) => inner !== '' && inner !== null && inner !== undefined)
    .map(([name, inner]) => `${labelOf(of, name, language)}: ${valueInWords(of, inner, language)}`)
    .join(', ');
}

const labelOf = (of: ProvincialWorkspace, name: string, language: Language): string =>
  lookUp(labels[language], name) ?? text(of, name, language);

/** Where a difference stands: “gemeente Aard, indicatief aandeel”. */
export function placeInWords(
  of: ProvincialWorkspace,
  { path, mine, theirs }: Pick<WorkspaceDifference, 'path' | 'mine' | 'theirs'>,
  language: Language,
): string {
  const item = mine ?? theirs;
  const parts = path.map((step: Step): string => {
    if (typeof step === 'string') return labelOf(of, step, language);
    // What is told apart by all that is in it is its own name.
    if (step.by === '' || step.by === '=') return '';
    if (step.by === 'typedLocations' || step.by === 'typedLeftOut' || step.by === 'offers')
      return valueInWords(of, Array.isArray(item) ? item.slice(0, 3) : item, language);
    return text(of, step.is, language);
  });
  return parts
    .filter((part) => part !== '')
    .join(', ')
    .replace(', ', ' ');
}
