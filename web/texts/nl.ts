/** All texts of the page in Dutch, put together from those of the views. */
import { changeNl } from './change.nl.ts';
import { countryNl } from './country.nl.ts';
import { dossier } from './dossier.nl.ts';
import { embedCodeNl } from './embed.nl.ts';
import { help } from './help.nl.ts';
import { inputNl } from './input.nl.ts';
import { picturesNl } from './pictures.nl.ts';
import { report } from './report.nl.ts';
import { provincial } from './provincial.nl.ts';
import { accountable } from './accountable.nl.ts';
import { answer } from './answer.nl.ts';
import { proof } from './proof.nl.ts';
import { senders } from './submissions.nl.ts';
import { shell } from './shell.nl.ts';

/** Every sentence of the page in Dutch. The English table has the same form: a missing text does not compile. */
export const nl = {
  shell,
  accountable,
  answer,
  dossier,
  embedCode: embedCodeNl,
  provincial,
  senders,
  change: changeNl,
  country: countryNl,
  pictures: picturesNl,
  report,
  help,
  proof,
  name: 'Spreidingswijzer',
  purpose: 'Hoeveel opvangplekken voor uw gemeente?',
  unofficial: 'Onofficieel hulpmiddel',
  skip: 'Naar de inhoud',
  otherLanguage: 'English',
  theme: 'Kleur',
  themes: { auto: 'Kleur: auto', light: 'Kleur: licht', dark: 'Kleur: donker' },
  rooms: 'Onderdelen',
  viewNames: {
    municipality: 'Mijn gemeente',
    country: 'Nederland',
    compare: 'Controleer een tabel',
    table: 'Provincie',
    input: 'Bestanden in gebruik',
    share: 'Deel of bewaar',
    report: 'Bijlage voor de raad',
    proof: 'Verantwoording',
    dossier: 'Dossier',
    help: 'Hulp',
  },
  shareShort: 'Delen en meenemen',
  actions: {
    label: 'Wat u hiermee kunt doen',
    files: (count: number) => (count === 0 ? 'Bestanden' : `Bestanden (${count})`),
  },
  inputProblem: 'Met uw bestanden is niet te rekenen.',
  inputProblemShown: 'Intussen ziet u de cijfers zonder uw bestanden.',
  inputProblemLink: 'Bekijk de meldingen',
  round: 'Ronde',
  roundLabel: (title: string, day: string, first: number, second: number) =>
    `${title}: plekken op ${day}; besluit voor ${first} en ${second}`,
  invented: 'Verzonnen voorbeeld',
  inventedSentence:
    'Dit land, deze gemeenten en deze getallen zijn verzonnen. U kunt er de berekening mee oefenen en narekenen.',
  search: 'Zoek een gemeente',
  searchHint: 'Bijvoorbeeld Zwolle',
  searchCount: (count: number) =>
    count === 0
      ? 'Geen gemeente of provincie heet zo. Dorpen en wijken staan niet in de lijst: zoek op de gemeente.'
      : count === 1
        ? '1 gevonden'
        : `${count} gevonden`,
  searchNear:
    'Geen gemeente heet zo; dorpen en wijken staan niet in de lijst. Bedoelt u een van deze gemeenten?',
  searchProvince: 'provincie',
  searchFormer: (since: string, name: string) => `hoort sinds ${since} bij ${name}`,
  searchBecame: (former: string, since: string, name: string) =>
    `${former} hoort sinds ${since} bij ${name}.`,
  about: 'In deze ronde',
  need: 'Opvangplaatsen in Nederland',
  needCountry: 'Opvangplaatsen in het land',
  minorsNeed: 'Waarvan voor amv',
  minorsExplained: 'amv: alleenstaande minderjarige vreemdelingen, kinderen zonder ouders',
  unknown: 'niet bekend',
  according: (source: string, date: string) => `volgens ${source}, ${date}`,
  published: (source: string, date: string) => `gepubliceerd in ${source}, ${date}`,
  accordingLink: 'Naar de bron',
  disputed: 'Niet iedereen noemt hetzelfde getal:',
  inhabitantsOf: (date: string) => `Inwoners van ${date}`,
  scoreOf: (year: number) => `SES-WOA-score van ${year}`,
  certainty: {
    population: {
      known: 'Datum van de inwoners is bekend.',
      inferred: 'Datum van de inwoners door ons afgeleid.',
      assumed: 'Datum van de inwoners door ons aangenomen.',
    },
    scores: {
      known: 'Jaar van de score is bekend.',
      inferred: 'Jaar van de score door ons afgeleid.',
      assumed: 'Jaar van de score door ons aangenomen.',
    },
  },
  estimateTitle: 'Dit is een schatting.',
  estimateText:
    'De officiële score per gemeente (CBS, SES-WOA) zit niet in dit programma. Waar niemand een getal afdrukte, ziet u daarom een marge. Noem die geheel, niet het midden.',
  chooseCbs: 'Kies het CBS-bestand',
  basis: {
    official: 'officieel',
    cbs_file: 'CBS-bestand, door u geladen',
    own_input: 'eigen invoer',
    derived: 'afgeleid uit een afgedrukte tabel',
    estimate: 'schatting',
    invented: 'verzonnen',
  },
  brought: {
    names: { cbs_file: 'lijkt een CBS-bestand', own_input: 'invoer van een ander' },
    by: {
      link: 'meegekomen met een link, niet door u geladen',
      dossier: 'meegekomen in een dossier, niet door u geladen',
    },
    typed: 'Dit kwam mee in een dossier. U hebt het niet zelf ingevuld.',
    mine: 'Ik neem dit voor mijn rekening',
    todo: 'Dit bestand kwam mee. Laad zelf het origineel van de bron: pas dan weet u wat het is.',
  },
  places: 'plekken',
  otherNeed: (need: string) => `bij een behoefte van ${need} plekken, niet die van de ronde`,
  otherMinors: (need: string) => `bij ${need} plekken voor amv, niet die van de ronde`,
  between: (low: string, high: string) => `tussen ${low} en ${high}`,
  betweenPlaces: (low: string, high: string) => `tussen ${low} en ${high} plekken`,
  howMany: (name: string) => `Hoeveel plekken voor ${name}?`,
  ofWhichMinors: 'waarvan amv',
  perThousand: 'per 1.000 inwoners',
  inhabitants: 'inwoners',
  province: 'provincie',
  standing:
    'Dit is een indicatief getal: het begin van het overleg in de provincie, geen besluit. Plekken die er al zijn, zijn er niet van afgetrokken. De plekken voor amv (alleenstaande minderjarige vreemdelingen: kinderen zonder ouders) zitten in het totaal.',
  howWords:
    'De wet vermenigvuldigt het aantal inwoners met (1 + de SES-WOA-score). Die score van het CBS gaat over welvaart, opleiding en arbeid; gemiddeld is hij ongeveer nul. De uitkomst is het gewicht van de gemeente. De gemeente krijgt hetzelfde deel van alle plekken als haar deel van alle gewichten samen. Daarna wordt afgerond op een heel getal.',
  steps: { score: 'SES-WOA-score' },
  municipalities: 'Gemeenten',
  provinces: 'Provincies',
  tables: 'Alle cijfers',
  columns: {
    name: 'Gemeente',
    province: 'Provincie',
    inhabitants: 'Inwoners',
    total: 'Opvangplaatsen',
    minors: 'Waarvan amv',
    perThousand: 'Per 1.000 inwoners',
    published: 'Genoemd',
    printedBy: 'Genoemd door',
    low: 'laag',
    high: 'hoog',
    decided: 'Vastgesteld (verdeelbesluit)',
    decidedSince: 'Vastgesteld min genoemd',
    municipalities: 'Gemeenten',
    task: 'Opgave',
  },
  filter: 'Filter op naam',
  allProvinces: 'Alle provincies',
  shownRows: (count: string, all: string) => `${count} van ${all} gemeenten`,
  sum: 'Som van alle gemeenten',
  difference: (sum: string, need: string, difference: string) =>
    `De som is ${sum}; de behoefte is ${need}. Het verschil van ${difference} komt door het afronden per gemeente. De wet herstelt dat niet, en dit programma ook niet.`,
  noDifference: (need: string) => `De som is gelijk aan de behoefte van ${need}.`,
  sorted: (column: string, descending: boolean) =>
    `Gesorteerd op ${column}, ${descending ? 'aflopend' : 'oplopend'}`,
  sortBy: (column: string) => `${column}: sorteer`,
  download: 'Download',
  downloadInternational: 'CSV (internationaal)',
  internationalFile: 'internationaal',
  downloadDutch: 'CSV (Nederlandse Excel)',
  fileMunicipalities: 'gemeenten',
  fileProvinces: 'provincies',
  input: inputNl,
  howTitle: 'Het CBS-bestand met scores ophalen',
  howSteps: (table: string) => [
    `Open StatLine van het CBS en zoek tabel ${table}.`,
    'Kies bij “Wijken en buurten” alleen gemeenten.',
    'Kies als onderwerp “SES-WOA/Totaalscore/Gemiddelde score”.',
    'Kies het jaar van de score.',
    'Download als CSV en sleep het bestand op deze pagina.',
  ],
  howChecked:
    'Niet nagelopen: deze stappen zijn nog door niemand van ons van begin tot eind gedaan. De pagina van het CBS kan er anders uitzien.',
  howUnknownTable: 'die bij de ronde hoort',
  close: 'Sluiten',
  notices: 'Onderdelen en licenties',
  footer: {
    sources: 'Bronnen',
    until: (date: string) => `gegevens tot ${date}`,
    version: (number: string, commit: string) => `versie ${number} (${commit})`,
    licence: 'licentie EUPL-1.2',
    notTitle: 'Wat dit niet is',
    not: 'Geen site van de overheid en geen besluit. De tabel in de Staatscourant en het verdeelbesluit tellen.',
    privacyTitle: 'Uw gegevens blijven op deze computer',
    privacy:
      "De pagina kan niets versturen: een regel in het bestand zelf verbiedt de browser elk verzoek (“connect-src 'none'”). Zet uw netwerk uit, en alles werkt nog. Alleen uw taal en weergave worden bewaard.",
  },
  loading: 'De cijfers worden berekend.',
  result: (name: string, places: string) => `${name}: ${places}`,
  noWebAssembly:
    'Deze browser staat WebAssembly niet toe, en zonder kan deze pagina niet rekenen. Open het bestand in een gewone Edge, Chrome of Firefox, of vraag uw ICT-beheer.',
  incomplete:
    'Een deel van deze pagina is niet te lezen. Laad haar opnieuw. Helpt dat niet, dan is het bestand onvolledig of beschadigd: haal het opnieuw op, of vraag het aan wie het u gaf.',
  broken:
    'Er ging iets mis in dit programma. Laad de pagina opnieuw; uw bestanden zijn niet veranderd.',
};
export type Texts = typeof nl;
