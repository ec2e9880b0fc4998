/**
 * Sentences for what the core finds: what is wrong, and what to do about it. One table per language; a
 * code without a sentence is a compile error.
 */
import { lookUp } from '../contract/look-up.ts';
import type { FindingCode, Severity } from '../contract/answers.ts';
import type { ErrorCode, Finding, ServiceError } from '../contract/common.ts';
import type { Language } from './language.ts';
import { decimal, whole } from './number-text.ts';

export type { Language };

export interface FindingText {
  readonly what: string;
  readonly todo: string;
}

/** A finding with its count as the language writes it. */
type Told = Finding & { readonly counted: string };

type FindingTexts = Record<FindingCode, (finding: Told) => FindingText>;

const columnNamesNl: Record<string, string> = {
  code: 'gemeentecode',
  name: 'gemeente',
  province: 'provincie',
  inhabitants: 'inwoners',
  score: 'SES-WOA-score',
  level: 'niveau',
  places: 'opvangplaatsen',
  minors: 'amv',
  period: 'periode',
  need: 'behoefte',
  municipality: 'gemeente',
  location_id: 'nummer',
  location: 'locatie',
  kind: 'soort',
  from: 'van',
  until: 'tot en met',
  certainty: 'zekerheid',
  continues: 'vervolg op',
  public: 'openbaar',
  note: 'opmerking',
  asylum_regular: 'opvangplaatsen, regulier',
  asylum_minors: 'opvangplaatsen, amv',
  status_holders: 'statushouders',
  ukraine: 'plekken Oekraïne',
  // Steps of the calendar.
  estimate: 'capaciteitsraming',
  report: 'verslag',
  decision: 'verdeelbesluit',
  publication: 'bekendmaking',
  available: 'locaties beschikbaar',
  period_start: 'begin van de twee jaren',
  period_end: 'einde van de twee jaren',
  next_estimate: 'volgende raming',
  grant_payment: 'betaling',
  grant_request: 'verzoek om uitkering',
  surplus_payment: 'betaling van de 75%-regel',
  accounting: 'verantwoording',
  settlement: 'vaststelling',
};
const columnNamesEn: Record<string, string> = {
  code: 'municipality code',
  name: 'municipality',
  province: 'province',
  inhabitants: 'inhabitants',
  score: 'SES-WOA score',
  level: 'level',
  places: 'reception places',
  minors: 'unaccompanied minors',
  period: 'period',
  need: 'need',
  location_id: 'number',
  from: 'from',
  until: 'until',
  asylum_regular: 'reception places, regular',
  asylum_minors: 'reception places, minors',
  status_holders: 'status holders',
  ukraine: 'Ukraine places',
};
const nl = (about: string): string => lookUp(columnNamesNl, about) ?? about;
const en = (about: string): string => lookUp(columnNamesEn, about) ?? about;
const named = (finding: Finding): string =>
  finding.about === '' ? finding.raw : `${finding.about} (${finding.raw})`;

const boundsNl: Record<string, string> = {
  inhabitants: 'van 1 tot en met 2.147.483.647',
  score: 'boven −1 en tot en met 10',
  places: 'van 0 tot en met 10.000.000',
  minors: 'van 0 tot en met 10.000.000',
  need: 'van 0 tot en met 10.000.000',
};
const boundsEn: Record<string, string> = {
  inhabitants: 'from 1 up to and including 2,147,483,647',
  score: 'above −1 and up to and including 10',
  places: 'from 0 up to and including 10,000,000',
  minors: 'from 0 up to and including 10,000,000',
  need: 'from 0 up to and including 10,000,000',
};

/** What the core calls with the bounds of its number: `need (0 … 10000000)`, `names (≤ 1000)`. */
const boundedOf = (about: string): { called: string; bounds: string } => {
  const parts = /^(.*) \((-?\d{1,20} … -?\d{1,20}|≤ \d{1,20})\)$/s.exec(about);
  return { called: parts?.[1] ?? about, bounds: parts?.[2] ?? '' };
};

const dutch: FindingTexts = {
  file_empty: () => ({
    what: 'Het bestand is leeg.',
    todo: 'Kies het bestand opnieuw of download het nog eens.',
  }),
  file_unknown: () => ({
    what: 'In dit bestand staat geen tabel die dit programma herkent.',
    todo: 'Nodig is een regel met kolomnamen: een gemeente (naam of code), en een getal zoals “inwoners”, “SES-WOA” of “opvangplaatsen”.',
  }),
  file_too_large: () => ({
    what: 'Het bestand is groter dan 256 MB.',
    todo: 'Bewaar alleen de regels van gemeenten.',
  }),
  encoding_unsupported: () => ({
    what: 'Het bestand is geschreven in UTF-32, en dat kan dit programma niet lezen.',
    todo: 'Sla het in Excel op als “CSV UTF-8 (door komma’s gescheiden)”.',
  }),
  nul_byte: () => ({
    what: 'Het bestand bevat tekens die niet in een tekstbestand horen.',
    todo: 'Kijk of dit het juiste bestand is, of open het in Excel en sla het opnieuw op.',
  }),
  too_many_rows: (f) => ({
    what: `Het bestand heeft meer dan ${f.about === '' ? '1.000.000' : f.about} regels${f.about === '' ? '' : ': veel meer dan er gemeenten zijn'}.`,
    todo: 'Bewaar alleen de regels van gemeenten.',
  }),
  too_many_cells: () => ({
    what: 'Het bestand heeft meer dan 40 miljoen cellen.',
    todo: 'Bewaar alleen de regels van gemeenten, en de kolommen die nodig zijn.',
  }),
  too_many_columns: () => ({
    what: 'Deze regel heeft meer dan 16.384 kolommen; verder is niet gelezen.',
    todo: 'Bewaar alleen de kolommen die nodig zijn.',
  }),
  decoded_windows_1252: (f) => ({
    what: `Het bestand is gelezen als Windows-1252, ${f.about === 'said' ? 'zoals u koos' : 'want het is geen UTF-8'}.`,
    todo: `Kijk of namen met accenten kloppen, zoals “${f.raw.trim()}”.`,
  }),
  decoded_utf_16: () => ({
    what: 'Het bestand is gelezen als UTF-16 (“Unicode-tekst” van Excel).',
    todo: 'U hoeft niets te doen.',
  }),
  characters_lost: (f) => ({
    what:
      f.count === 1
        ? 'Eén teken is niet te lezen. Er staat nu � voor.'
        : `${f.counted} tekens zijn niet te lezen. Er staat nu � voor.`,
    todo:
      f.about === 'said'
        ? 'De gekozen codering past niet bij dit bestand: kies een andere.'
        : 'Het bestand is beschadigd: download het nog eens.',
  }),
  quote_unclosed: () => ({
    what: 'Een aanhalingsteken wordt geopend maar niet gesloten.',
    todo: 'Zet aan het eind van de cel een aanhalingsteken, of haal het eerste weg.',
  }),
  quote_in_cell: () => ({
    what: 'Er staat een aanhalingsteken midden in een cel.',
    todo: 'Kijk of de cel goed is gelezen.',
  }),
  row_ragged: () => ({
    what: 'De regel heeft meer cellen dan er kolomnamen zijn.',
    todo: 'Kijk of er een scheidingsteken te veel staat.',
  }),
  figure_outside: (f) => ({
    what: `${f.count === 1 ? 'In deze regel' : `In ${f.counted} regels, waarvan dit de eerste is,`} staat “${f.raw}” buiten de kolommen van de tabel. Staat er een komma in een getal van een bestand met komma’s, dan is het getal in tweeën geknipt.`,
    todo: 'Bewaar het bestand met puntkomma’s, of zet de getallen tussen aanhalingstekens of met een punt.',
  }),
  row_short: () => ({
    what: 'De regel heeft minder cellen dan er kolomnamen zijn.',
    todo: 'De laatste cellen tellen als leeg. Kijk of de regel niet is afgebroken.',
  }),
  row_text_only: () => ({
    what: 'Deze regel bevat alleen tekst en is overgeslagen.',
    todo: 'U hoeft niets te doen als het een kopje of een bronregel is.',
  }),
  row_not_read: () => ({
    what: 'In deze regel is niet te lezen welk getal van welke gemeente is. Hij is overgeslagen.',
    todo: 'Zet er één naam en achter die naam alleen het getal, of haal de regel weg.',
  }),
  rows_other_regions: (f) => ({
    what:
      f.count === 1
        ? 'Eén regel over een ander gebied is overgeslagen (land, provincie, wijk of buurt).'
        : `${f.counted} regels over andere gebieden zijn overgeslagen (land, provincie, wijk of buurt).`,
    todo: 'U hoeft niets te doen: alleen gemeenten tellen mee.',
  }),
  rows_not_chosen: (f) => ({
    what:
      f.count === 1
        ? 'Eén regel over een andere periode of een ander onderwerp is overgeslagen.'
        : `${f.counted} regels over een andere periode of een ander onderwerp zijn overgeslagen.`,
    todo: 'U hoeft niets te doen als de gekozen periode klopt.',
  }),
  rows_without_figure: (f) => ({
    what:
      f.count === 1
        ? 'Eén regel zonder getal is overgeslagen, van een gemeente die in deze ronde niet bestaat.'
        : `${f.counted} regels zonder getal zijn overgeslagen, van gemeenten die in deze ronde niet bestaan.`,
    todo: 'U hoeft niets te doen: het CBS noemt ook opgeheven gemeenten.',
  }),
  column_missing: (f) => ({
    what: `De kolom “${nl(f.about)}” ontbreekt.`,
    todo: 'Geef de kolom deze naam, of kies het juiste bestand.',
  }),
  figures_of_other_unit: (f) => ({
    what: `Door “${f.raw}” zijn de getallen voor “${nl(f.about)}” geen gewone aantallen.`,
    todo: 'Zet er de gewone aantallen in, en haal die woorden weg. Niets is omgerekend.',
  }),
  column_proposed: (f) => ({
    what: `Kolom ${f.column}${f.raw === '' ? ' (zonder kop)' : ` (“${f.raw}”)`} ${f.count === 1 ? `is wat er overblijft voor “${nl(f.about)}”` : `is een van de ${f.counted} kolommen die “${nl(f.about)}” kunnen zijn`}.`,
    todo: `${f.count === 1 ? 'Klopt dat' : 'Telt deze'}? Wijs die kolom dan aan, op de opdrachtregel met --map ${f.about}=#${f.column}.`,
  }),
  measure_unknown: (f) => ({
    what: `Dit is een OData-bestand met waarnemingen. Geen van de codes erin is herkend als “${nl(f.about)}”.`,
    todo: 'Voeg MeasureCodes.csv toe, dat bij dezelfde download hoort (op de opdrachtregel met --code-list).',
  }),
  column_twice: (f) => ({
    what: `Er zijn twee kolommen voor “${nl(f.about)}”.`,
    todo: 'Haal de kolom weg die niet meetelt.',
  }),
  column_ambiguous: (f) => ({
    what: `De getallen in de kolom “${nl(f.about)}” zijn op twee manieren te lezen, zoals “${f.raw.trim()}”.`,
    todo: 'Zeg of punt of komma het teken voor duizendtallen of voor decimalen is.',
  }),
  column_not_found: (f) => ({
    what: `De kolom “${f.raw}”, gekozen voor “${nl(f.about)}”, staat niet in dit bestand.`,
    todo: 'Neem de kolomnaam over zoals hij in het bestand staat, of geef het nummer van de kolom.',
  }),
  period_open: (f) => ({
    what: `Het bestand bevat meer dan één periode: ${f.about}.`,
    todo: `Kies welke periode telt; de nieuwste is ${f.raw}.`,
  }),
  period_unknown: (f) => ({
    what: `De periode “${f.raw}” staat niet in dit bestand.`,
    todo: `Kies een van deze: ${f.about}.`,
  }),
  cell_twofold: () => ({
    what: 'In deze cel staan twee inhouden. Geen van beide is gebruikt als getal of naam.',
    todo: 'Zet in het bestand de inhoud die moet gelden.',
  }),
  figure_shared: () => ({
    what: 'Dit getal staat in een samengevoegde cel over meer dan één rij. Het is aan geen van die rijen gegeven.',
    todo: 'Splits de cel, en zet in elke rij het eigen getal.',
  }),
  struck_left_out: () => ({
    what: 'Doorgestreepte tekst is niet meegelezen.',
    todo: 'Kijk of dat klopt.',
  }),
  hidden_left_out: ({ count }) => ({
    what:
      count === 1
        ? 'Wat in het bestand verborgen is (een rij, een kolom of een cel), is niet meegelezen.'
        : `Wat in het bestand verborgen is (${count} rijen, kolommen of cellen), is niet meegelezen.`,
    todo: 'Hoort het erbij, maak het dan zichtbaar en laad het bestand opnieuw.',
  }),
  sheet_open: (f) => ({
    what: `Alleen “${f.raw}” is gelezen. Ook ${f.count === 1 ? `“${f.about}” kan de bedoelde tabel zijn` : `deze kunnen de bedoelde tabel zijn: ${f.about}`}.`,
    todo: 'Is een ander bedoeld? Kies dat dan, op de opdrachtregel met --sheet.',
  }),
  sheet_chosen: (f) => ({
    what: `“${f.raw}” is gelezen, als enige die past. Er staan ook getallen in: ${f.about}.`,
    todo: 'Is een ander bedoeld? Kies dat dan, op de opdrachtregel met --sheet.',
  }),
  code_missing: (f) => ({
    what:
      f.about === '' ? 'De gemeentecode ontbreekt.' : `De gemeentecode van ${f.about} ontbreekt.`,
    todo: 'Vul de code in, zoals GM0363.',
  }),
  code_unreadable: () => ({
    what: 'Dit is geen gemeentecode.',
    todo: 'Een code is GM met vier cijfers, zoals GM0363; 0363 en 363 mogen ook.',
  }),
  code_passed_over: (f) => ({
    what: `Dit is geen gemeentecode; gelezen is de naam ernaast, “${f.about}”.`,
    todo: 'Kijk of die naam klopt, en verbeter de code: GM met vier cijfers, zoals GM0363.',
  }),
  code_long: (f) => ({
    what: `De gemeentecode ${f.about} is langer dan vier cijfers.`,
    todo: 'Kijk of de code klopt. Er is mee gerekend.',
  }),
  code_duplicate: (f) => ({
    what: `${named(f)} staat er twee keer in, ook op regel ${f.otherRow}.`,
    todo: 'Haal een van de twee regels weg.',
  }),
  name_unknown: (f) => ({
    what: `Deze naam is geen gemeente van deze ronde.${f.about === '' ? '' : ` Bedoelt u ${f.about}?`}`,
    todo: 'Kijk naar de schrijfwijze, of zet de gemeentecode erbij. Bestaat de gemeente niet meer? Laat opgeheven gemeenten samenvoegen.',
  }),
  name_ambiguous: (f) => ({
    what: `Deze naam kan meer dan één gemeente zijn: ${f.about}.`,
    todo: 'Schrijf de naam zoals het CBS, met de afkorting erachter, of zet de gemeentecode erbij.',
  }),
  codes_from_names: (f) => ({
    what: `Het bestand heeft geen gemeentecodes; ${f.counted} gemeenten zijn op hun naam herkend.`,
    todo: 'U hoeft niets te doen.',
  }),
  number_missing: (f) => ({
    what: `Het getal in de kolom “${nl(f.about)}” ontbreekt.`,
    todo: 'Vul het getal in. Een ontbrekend getal telt nooit als nul.',
  }),
  number_unreadable: (f) => ({
    what: `In de kolom “${nl(f.about)}” staat geen leesbaar getal.`,
    todo: 'Laat alleen het getal in de cel staan: geen woord, eenheid, bereik of foutcode. Punt en komma moeten in de hele kolom hetzelfde betekenen.',
  }),
  number_other_marks: (f) => ({
    what: `Dit getal in de kolom “${nl(f.about)}” heeft een andere punt, komma of spatie dan de rest van de kolom.`,
    todo: 'Schrijf het getal zoals de andere in deze kolom. Staan er twee getallen, laat er dan één staan.',
  }),
  number_not_whole: (f) => ({
    what: `In de kolom “${nl(f.about)}” hoort een heel getal.`,
    todo: 'Vul een getal zonder decimalen in.',
  }),
  number_out_of_range: (f) => ({
    what: `Dit getal kan niet in de kolom “${nl(boundedOf(f.about).called)}”.`,
    todo: `Het getal ligt ${lookUp(boundsNl, f.about) ?? `binnen ${boundedOf(f.about).bounds || 'andere grenzen'}`}.`,
  }),
  number_too_precise: () => ({
    what: 'De score heeft meer dan zes decimalen.',
    todo: 'Gebruik de score zoals het CBS hem geeft, met drie decimalen.',
  }),
  province_missing: (f) => ({
    what: `De provincie van ${f.about} ontbreekt.`,
    todo: 'Vul de naam van de provincie in.',
  }),
  province_unknown: () => ({
    what: 'Deze provincie hoort niet bij deze ronde.',
    todo: 'Kijk naar de schrijfwijze, zoals Noord-Holland of Fryslân.',
  }),
  province_differs: (f) => ({
    what: `De gemeente ${f.about} ligt niet in “${f.raw}”.`,
    todo: 'Kijk of de regels niet verschoven zijn. Is er een code, dan is met die code en met de provincie van het bestand gerekend; zonder code is de regel niet gebruikt.',
  }),
  provinces_from_codes: (f) => ({
    what: `Het bestand noemt geen provincies; van ${f.counted} gemeenten is de provincie opgezocht.`,
    todo: 'U hoeft niets te doen: de provincie komt uit de CBS-lijst van deze ronde.',
  }),
  figures_provisional: (f) => ({
    what:
      f.count === 1
        ? 'Het CBS noemt deze cijfers voorlopig.'
        : `Het CBS noemt ${f.counted} van deze cijfers voorlopig.`,
    todo: 'Zeg dat erbij als u ze gebruikt, of kijk of er al definitieve cijfers zijn.',
  }),
  text_unguarded: () => ({
    what: 'Van deze tekst is één apostrof vooraan weggehaald.',
    todo: 'U hoeft niets te doen: hij stond er om te zorgen dat Excel de tekst niet als formule leest.',
  }),
  level_unknown: () => ({
    what: 'Dit niveau is niet bekend.',
    todo: 'Gebruik land, provincie of gemeente.',
  }),
  municipality_only_here: (f) => ({
    what: `${named(f)} staat alleen in dit bestand, en niet in het andere.`,
    todo: 'Gebruik twee bestanden met dezelfde gemeenten, van hetzelfde jaar van indeling.',
  }),
  list_empty: () => ({
    what: 'Er is geen gemeente gevonden om mee te rekenen.',
    todo: 'Kies een bestand met een regel per gemeente.',
  }),
  municipality_not_in_round: (f) => ({
    what: `${named(f)} is geen gemeente van deze ronde.`,
    todo: 'De lijst is van een ander jaar. Kies de lijst van de ronde, of laat opgeheven gemeenten samenvoegen.',
  }),
  municipality_lacking: (f) => ({
    what:
      f.count === 1
        ? `${named(f)} hoort bij deze ronde en staat niet in dit bestand.`
        : `${f.counted} gemeenten van deze ronde staan niet in dit bestand; de eerste is ${named(f)}.`,
    todo: 'Kijk of het bestand compleet is en van het juiste jaar.',
  }),
  municipality_merged: (f) => ({
    what: `Samengevoegd tot ${f.about}: ${f.raw}.`,
    todo: 'Dit is berekend, en staat zo niet in het bestand.',
  }),
  division_needed: (f) => ({
    what: `${f.raw} is verdeeld over ${f.about}. De cijfers zijn daarom niet te vergelijken.`,
    todo: `Vul in hoeveel van de ${f.counted} inwoners naar elke gemeente gingen.`,
  }),
  division_differs: (f) => ({
    what: `De ingevulde verdeling van ${f.raw} klopt niet.`,
    todo: `De delen gaan naar ${f.about}, en zijn samen ${f.counted} inwoners.`,
  }),
  merger_without_inhabitants: (f) => ({
    what: `Van ${named(f)} zijn geen inwoners bekend uit de indeling van de score.`,
    todo: 'Geef de inwoners van dat jaar, of een score die al in de indeling van de ronde is.',
  }),
  name_differs: (f) => ({
    what: `De naam “${f.raw}” hoort niet bij deze code; die is van ${f.about}.`,
    todo: 'Kijk of de regels niet verschoven zijn. Er is gerekend met de code.',
  }),
  population_far: (f) => ({
    what: `Het inwonertal ${f.raw} ligt ver van dat in elk jaar dat wij kennen, zoals ${f.about}.`,
    todo: 'Kijk of het getal goed is overgenomen. Er is mee gerekend.',
  }),
  total_differs: (f) => ({
    what: `Het totaal ${f.raw} is niet de som van de regels: ${decimal(f.about, 'nl')}.`,
    todo: 'Kijk of er een regel ontbreekt of dubbel staat; enkele plekken verschil kunnen van het afronden komen.',
  }),
  total_of_part: (f) => ({
    what: `Deze tabel heeft niet alle gemeenten. Het totaal ${f.raw} is daarom niet met het land vergeleken, alleen met de som van de regels: ${decimal(f.about, 'nl')}.`,
    todo: 'U hoeft niets te doen als de tabel over een deel van het land gaat.',
  }),
  score_unusual: () => ({
    what: 'De score ligt buiten −1 tot 1; zo hoog zijn scores van het CBS niet.',
    todo: 'Kijk of de komma goed staat. Er is mee gerekend.',
  }),
  need_out_of_range: (f) => ({
    what: `Het aantal ${f.raw} kan niet (${f.about === 'minors' ? 'amv' : 'behoefte'}).`,
    todo: `Vul een getal in ${boundsNl.need ?? ''}.`,
  }),
  minors_exceed_need: () => ({
    what: 'Er zijn meer plekken voor amv dan in totaal.',
    todo: 'Kijk of de twee getallen verwisseld zijn: amv zitten in het totaal.',
  }),
  municipality_unknown: (f) => ({
    what: 'Deze gemeente staat niet in de lijst.',
    todo: `Bedoelt u een van deze: ${f.about}?`,
  }),
  municipality_ambiguous: (f) => ({
    what: 'Er is meer dan één gemeente met deze naam.',
    todo: `Kies er een: ${f.about}.`,
  }),
  province_not_found: (f) => ({
    what: 'Deze provincie hoort niet bij deze ronde.',
    todo: `Bedoelt u een van deze: ${f.about}?`,
  }),
  cell_missing: (f) => ({
    what: `De kolom “${nl(f.about)}” is hier leeg.`,
    todo: 'Vul de cel in.',
  }),
  date_unreadable: (f) => ({
    what:
      f.file === ''
        ? `Bij “${nl(f.about)}” staat geen datum die bestaat.`
        : `“${f.raw.trim()}” in de kolom “${nl(f.about)}” is geen datum die bestaat.`,
    todo: 'Schrijf de dag als 30-6-2027 of 2027-06-30.',
  }),
  date_of_period: (f) => ({
    what: `Hier staat “${f.raw.trim()}”: een periode, geen dag.`,
    todo: `Bedoelt u ${f.about}? Zet dan die dag ervoor in de plaats.`,
  }),
  date_counted: (f) => ({
    what: `“${f.raw.trim()}” is geen datum maar een getal; Excel telt zo de dagen.`,
    todo: `Bedoelt u ${f.about}? Zet dan die dag ervoor in de plaats; tot dan telt deze regel niet mee.`,
  }),
  date_two_readings: (f) => ({
    what: `“${f.raw.trim()}” is op twee manieren een dag: ${f.about}.`,
    todo: 'Kies welke dag bedoeld is; tot dan telt deze regel niet mee.',
  }),
  places_unclear: (f) => ({
    what: `“${f.raw.trim()}” is niet één aantal.`,
    todo:
      f.about === ''
        ? 'Vul het aantal in zodra het bekend is; tot dan telt deze regel niet mee.'
        : `Bedoelt u ${f.about}? Vul één heel getal in; tot dan telt deze regel niet mee.`,
  }),
  row_of_sums: (f) => ({
    what: `Dit is een regel met een totaal${f.raw.trim() === '' ? '' : ` (${f.raw.trim()})`}: hij is niet als gewone regel gelezen.`,
    todo: 'U hoeft niets te doen.',
  }),
  period_reversed: (f) => ({
    what: `De laatste dag ligt voor de eerste (${f.about}).`,
    todo: 'Verbeter een van de twee dagen.',
  }),
  kind_unknown: () => ({
    what: 'Deze soort plekken is niet bekend.',
    todo: 'Gebruik regulier, amv of overig bijzonder.',
  }),
  certainty_unknown: () => ({
    what: 'Deze zekerheid is niet bekend.',
    todo: 'Gebruik bestaand, besloten of voornemen.',
  }),
  confidentiality_unknown: () => ({
    what: 'Hier hoort ja, nee, aantal of locatie. De locatie blijft vertrouwelijk.',
    todo: 'Schrijf ja als alles openbaar is, “aantal” als alleen het aantal plekken dat is, en “locatie” als alles behalve het aantal dat is.',
  }),
  number_exposed: ({ raw }) => ({
    what: `Uit de openbare uitgave is een vertrouwelijk aantal van “${raw}” te berekenen of nauw te schatten.`,
    todo: 'Laat vertrouwelijke resten niet toch afdrukken, of vraag de gemeente om haar aantallen vrij te geven.',
  }),
  personal_data_suspected: () => ({
    what: 'Dit lijkt op een e-mailadres of telefoonnummer.',
    todo: 'Haal gegevens van personen weg: de tafel heeft ze niet nodig.',
  }),
  municipality_not_in_province: (f) => ({
    what: `Deze gemeente hoort niet bij deze provincie.${f.about === 'municipality' ? '' : ` Bedoelt u ${f.about}?`}`,
    todo: 'Controleer de naam of de code.',
  }),
  location_twice: (f) => ({
    what: `Deze locatie staat ook in regel ${f.otherRow}; deze regel telt niet mee.`,
    todo: 'Haal een van de twee weg, of geef ze elk een eigen nummer.',
  }),
  location_claimed_twice: (f) => ({
    what: `Deze locatie staat ook in “${f.about}” (regel ${f.otherRow}); deze regel telt niet mee.`,
    todo: 'Spreek af wie de locatie opgeeft.',
  }),
  location_claimed_by_both: (f) => ({
    what: `Deze locatie lijkt dezelfde als die in ${f.file === f.about ? '' : `“${f.about}”, `}regel ${f.otherRow}.`,
    todo: 'Kies of het één plan is, en wie het opgeeft, of twee. Tot dan staan beide er.',
  }),
  location_overlap: (f) => ({
    what: `De locatie begint terwijl “${f.about}” (regel ${f.otherRow}), die zij opvolgt, nog loopt.`,
    todo: `Controleer de dagen. In elke vraag waarin het vervolg meetelt, telt vanaf zijn eerste dag alleen het vervolg; in de andere loopt “${f.about}” door.`,
  }),
  continues_unknown: () => ({
    what: 'De locatie waarop dit een vervolg is, staat niet in de lijst.',
    todo: 'Controleer het nummer of de naam. Zonder die locatie kunnen plekken dubbel tellen.',
  }),
  continues_circular: () => ({
    what: 'Deze locaties volgen elkaar in een kring op. Zij tellen geen van alle mee.',
    todo: 'Haal bij een van de locaties de verwijzing weg.',
  }),
  shares_not_task: (f) => ({
    what: `De indicatieve aandelen${f.about === 'minors' ? ' voor amv' : ''} tellen op tot ${decimal(f.raw, 'nl')}, de opgave is ${f.counted}.`,
    todo: 'Een opgave is de som van de aandelen. Ga na welk van de twee getallen niet klopt.',
  }),
  transfer_to_itself: (f) => ({
    what: `Uitruil ${f.row}, overdracht ${f.column}: een gemeente draagt over aan zichzelf.`,
    todo: 'Kies twee gemeenten. De hele uitruil telt zolang niet mee.',
  }),
  transfer_elsewhere: (f) => ({
    what: `Uitruil ${f.row}, overdracht ${f.column}: “${f.raw}” hoort niet bij deze provincie.`,
    todo: 'Kies een gemeente van de provincie: deze tabel rekent alleen met haar gemeenten. Bij statushouders is dat een grens van dit programma: de Huisvestingswet 2014 (artikel 29, tweede lid) noemt geen provincie.',
  }),
  transfer_not_positive: (f) => ({
    what: `Uitruil ${f.row}, overdracht ${f.column}: dit aantal kan niet.`,
    todo: 'Vul een heel getal in van 1 tot en met 10.000.000.',
  }),
  transfer_ledger_unknown: (f) => ({
    what: `Uitruil ${f.row}, overdracht ${f.column}: van “${nl(f.about)}” is geen beginstand bekend.`,
    todo: 'Vul eerst de aantallen per gemeente in, bij statushouders van dit halfjaar.',
  }),
  transfer_below_zero: (f) => ({
    what: `Uitruil ${f.row}, overdracht ${f.column}: “${f.raw}” draagt ${f.counted} meer over dan er is (${nl(f.about)}).`,
    todo: 'Verlaag het aantal. De hele uitruil telt zolang niet mee.',
  }),
  unit_too_large: (f) => ({
    what: 'Bij een zo grote eenheid kan een score op −1 of lager uitkomen.',
    todo: `Kies een kleinere eenheid dan ${f.raw}.`,
  }),
  scenario_weight_not_positive: (f) => ({
    what: `Bij ${f.about} wordt 1 + gewicht × score nul of minder.`,
    todo: 'Laat de score minder zwaar tellen, of kies een andere score.',
  }),
  scenario_merged_twice: (f) => ({
    what: `${f.about} staat in twee samenvoegingen, of twee keer in dezelfde.`,
    todo: 'Noem elke gemeente één keer.',
  }),
  scenario_too_precise: (f) => ({
    what:
      f.about === ''
        ? 'Met zoveel decimalen kan dit programma niet precies rekenen.'
        : `Voor ${f.about} wordt het getal te groot om precies te rekenen.`,
    todo: 'Gebruik minder decimalen, of kleinere getallen.',
  }),
  printed_figure_missing: (f) => ({
    what: `In deze regel staat geen getal in de kolom “${nl(f.about)}”. De regel is niet vergeleken.`,
    todo: 'Vul het getal in als het bekend is.',
  }),
  printed_twice: (f) => ({
    what: `${f.about} staat er twee keer in, ook op regel ${f.otherRow} in dezelfde kolom. In sommen, en waar elke gemeente één keer staat, telt alleen regel ${f.otherRow}.`,
    todo: 'Haal een van de twee regels weg.',
  }),
  printed_ambiguous: (f) => ({
    what: `Deze naam kan meer dan één gemeente zijn: ${f.about}. De regel is niet vergeleken.`,
    todo: 'Schrijf de naam zoals het CBS, met de afkorting erachter, of zet de gemeentecode erbij.',
  }),
  printed_unknown: (f) => ({
    what: `Geen gemeente van deze ronde heet zo. De regel is niet vergeleken.${f.about === '' ? '' : ` Bedoelt u ${f.about}?`}`,
    todo: 'Kijk naar de schrijfwijze, of zet de gemeentecode erbij.',
  }),
  places_above_inhabitants: () => ({
    what: 'Dit zijn meer plekken dan de gemeente inwoners heeft.',
    todo: 'Kijk of er geen twee getallen aan elkaar staan, en of dit de kolom met plekken is.',
  }),
  minors_above_places: () => ({
    what: 'In deze regel zijn er meer plekken voor amv dan plekken in totaal.',
    todo: 'Kijk of die twee kolommen niet verwisseld zijn.',
  }),
  footnote_left_out: () => ({
    what: 'Achter dit getal staat een voetnootteken. Dat is niet meegelezen.',
    todo: 'Kijk of het getal zelf klopt.',
  }),
  table_without_figures: () => ({
    what: 'In deze tabel is geen regel met een getal gevonden.',
    todo: 'Kies een tabel met een kolom met namen en een kolom “opvangplaatsen”.',
  }),
  table_incomplete: (f) => ({
    what: `In deze tabel staan ${f.counted} gemeenten niet, waaronder ${f.about}.`,
    todo: 'Gebruik een volledige tabel: elke gemeente heeft een regel.',
  }),
  table_and_need_apart: (f) => ({
    what: `De getallen in de tabel passen niet bij een behoefte van ${decimal(f.raw, 'nl')}.`,
    todo: 'Vul de behoefte in waarvoor de tabel gemaakt is.',
  }),
  table_of_other_need: (f) => ({
    what: `De tabel telt op tot ${decimal(f.raw, 'nl')} plekken, en er is gerekend met een behoefte van ${decimal(f.about, 'nl')}. Daardoor komen alle scores hier evenveel te hoog of te laag uit.`,
    todo: 'Kies de ronde van de tabel, vul haar behoefte in, of noem een gemeente waarvan de score bekend is.',
  }),
  table_twice: (f) => ({
    what: `${f.about} staat twee keer in de tabel. Uit zo’n tabel wordt niets afgeleid.`,
    todo: 'Haal een van de twee regels weg.',
  }),
  table_sum_differs: (f) => ({
    what: `Het totaal ${f.raw} van ${f.about} is niet de som van de gemeenten in de tabel. Zolang dat zo is, wordt er niets uit afgeleid.`,
    todo: 'Kijk welke gemeente verkeerd is overgenomen, of haal de regel met het totaal weg.',
  }),
  table_shares_swapped: (f) => ({
    what: `De aantallen van twee gemeenten lijken verwisseld: ${f.about}. Per inwoner passen ze bij geen van beide, en omgekeerd wel.`,
    todo: 'Vergelijk beide met de bron. Wat uit deze tabel volgt, is niet bewezen.',
  }),
  table_share_odd: (f) => ({
    what: `Het aantal van ${f.about} past niet bij haar inwoners: zo’n score komt niet voor.`,
    todo: 'Vergelijk het met de bron. Wat uit deze tabel volgt, is niet bewezen.',
  }),
  factor_not_fitted: () => ({
    what: 'Geen enkele factor laat de gewichten bij deze tabel passen.',
    todo: 'Kijk of het de indicatieve aandelen per gemeente zijn, van deze gemeenten.',
  }),
  reference_not_printed: () => ({
    what: 'De gemeente waarmee vergeleken wordt, staat niet in de tabel.',
    todo: 'Kies een gemeente die in de tabel staat en waarvan de score bekend is.',
  }),
  receipt_too_large: () => ({
    what: 'Dit rekenbewijs is te groot.',
    todo: 'Een rekenbewijs is hooguit 16 MB met anderhalf miljoen waarden, en niets erin heeft meer dan duizend onderdelen met een naam: dat is genoeg voor zo’n 40.000 gemeenten.',
  }),
  receipt_truncated: () => ({
    what: 'Dit rekenbewijs is afgebroken: het einde ontbreekt.',
    todo: 'Vraag het bestand opnieuw op, of download het nog eens.',
  }),
  receipt_unreadable: () => ({
    what: 'Dit bestand is geen rekenbewijs: het is geen leesbare JSON.',
    todo: 'Kies een bestand dat dit programma als rekenbewijs heeft bewaard.',
  }),
  receipt_number: () => ({
    what: 'In dit rekenbewijs staat een getal dat er niet in hoort.',
    todo: 'Een rekenbewijs bevat alleen hele getallen; andere getallen staan er als tekst in.',
  }),
  receipt_too_deep: () => ({
    what: 'Dit bestand is te diep genest voor een rekenbewijs.',
    todo: 'Kies een bestand dat dit programma als rekenbewijs heeft bewaard.',
  }),
  receipt_other_version: (f) => ({
    what: `Dit rekenbewijs heeft vorm ${f.raw}; dit programma leest vorm 1 en 2.`,
    todo: 'Gebruik een nieuwere versie van dit programma.',
  }),
  receipt_malformed: (f) => ({
    what: `In dit rekenbewijs ontbreekt “${f.about}”, of het heeft een andere vorm.`,
    todo: 'Kies een bestand dat dit programma als rekenbewijs heeft bewaard, en dat niet is veranderd.',
  }),
  sheet_of_estimate: () => ({
    what: 'Op een schatting wordt geen rekenblad gemaakt: die geeft een marge, en de formules van de wet gaven één getal dat er niet is.',
    todo: 'Laad het CBS-bestand met scores; dan kan het wel.',
  }),
  sheet_too_large: () => ({
    what: 'Een spreadsheet rekent dit niet precies na: de getallen passen niet in de 2^53 waarmee die rekent, of een grens ligt op minder dan een miljoenste van een half.',
    todo: 'Gebruik scores met minder decimalen, een kortere lijst of een andere behoefte. Dit programma zelf rekent wel precies.',
  }),
  parameter_unknown: (f) => ({
    what: `“${f.raw}” is geen parameter van deze vraag.`,
    todo:
      f.about === '' ? 'Laat hem weg.' : `De naam die er het dichtst bij komt, is “${f.about}”.`,
  }),
};

const english: FindingTexts = {
  file_empty: () => ({
    what: 'The file is empty.',
    todo: 'Choose the file again, or download it once more.',
  }),
  file_unknown: () => ({
    what: 'This file holds no table that this program recognises.',
    todo: 'It needs a row of column names: a municipality (name or code), and a figure such as “inwoners”, “SES-WOA” or “opvangplaatsen”.',
  }),
  file_too_large: () => ({
    what: 'The file is larger than 256 MB.',
    todo: 'Keep only the rows of municipalities.',
  }),
  encoding_unsupported: () => ({
    what: 'The file is written in UTF-32, which this program cannot read.',
    todo: 'Save it in Excel as “CSV UTF-8 (comma delimited)”.',
  }),
  nul_byte: () => ({
    what: 'The file holds characters that do not belong in a text file.',
    todo: 'See whether this is the right file, or open it in Excel and save it again.',
  }),
  too_many_rows: (f) => ({
    what: `The file has more than ${f.about === '' ? '1,000,000' : f.about} rows${f.about === '' ? '' : ': far more than there are municipalities'}.`,
    todo: 'Keep only the rows of municipalities.',
  }),
  too_many_cells: () => ({
    what: 'The file has more than 40 million cells.',
    todo: 'Keep only the rows of municipalities, and the columns that are needed.',
  }),
  too_many_columns: () => ({
    what: 'This row has more than 16,384 columns; nothing was read beyond it.',
    todo: 'Keep only the columns that are needed.',
  }),
  decoded_windows_1252: (f) => ({
    what: `The file was read as Windows-1252, ${f.about === 'said' ? 'as you chose' : 'because it is not UTF-8'}.`,
    todo: `See whether names with accents are right, such as “${f.raw.trim()}”.`,
  }),
  decoded_utf_16: () => ({
    what: 'The file was read as UTF-16 (Excel’s “Unicode text”).',
    todo: 'Nothing to do.',
  }),
  characters_lost: (f) => ({
    what:
      f.count === 1
        ? 'One character cannot be read. It now shows as �.'
        : `${f.counted} characters cannot be read. They now show as �.`,
    todo:
      f.about === 'said'
        ? 'The encoding that was chosen does not fit this file: choose another.'
        : 'The file is damaged: download it once more.',
  }),
  quote_unclosed: () => ({
    what: 'A quotation mark is opened but never closed.',
    todo: 'Put a quotation mark at the end of the cell, or take the first one away.',
  }),
  quote_in_cell: () => ({
    what: 'There is a quotation mark inside a cell.',
    todo: 'See whether the cell was read rightly.',
  }),
  row_ragged: () => ({
    what: 'The row has more cells than there are column names.',
    todo: 'See whether there is one separator too many.',
  }),
  figure_outside: (f) => ({
    what: `${f.count === 1 ? 'In this row' : `In ${f.counted} rows, of which this is the first,`} “${f.raw}” stands outside the columns of the table. A comma within a number of a file with commas cuts the number in two.`,
    todo: 'Save the file with semicolons, or put the numbers between quotes or with a point.',
  }),
  row_short: () => ({
    what: 'The row has fewer cells than there are column names.',
    todo: 'The last cells count as empty. See whether the row was broken off.',
  }),
  row_text_only: () => ({
    what: 'This row holds text only and was skipped.',
    todo: 'Nothing to do if it is a heading or a source line.',
  }),
  row_not_read: () => ({
    what: 'In this row it cannot be read which number is of which municipality. It was skipped.',
    todo: 'Put one name there and only the number behind it, or take the row away.',
  }),
  rows_other_regions: (f) => ({
    what:
      f.count === 1
        ? 'One row about another region was skipped (country, province, district).'
        : `${f.counted} rows about other regions were skipped (country, province, district).`,
    todo: 'Nothing to do: only municipalities count.',
  }),
  rows_not_chosen: (f) => ({
    what:
      f.count === 1
        ? 'One row about another period or subject was skipped.'
        : `${f.counted} rows about another period or subject were skipped.`,
    todo: 'Nothing to do if the chosen period is right.',
  }),
  rows_without_figure: (f) => ({
    what:
      f.count === 1
        ? 'One row without a figure was skipped, of a municipality that does not exist in this round.'
        : `${f.counted} rows without a figure were skipped, of municipalities that do not exist in this round.`,
    todo: 'Nothing to do: CBS lists former municipalities too.',
  }),
  column_missing: (f) => ({
    what: `The column “${en(f.about)}” is missing.`,
    todo: 'Give the column this name, or choose the right file.',
  }),
  figures_of_other_unit: (f) => ({
    what: `“${f.raw}” makes the figures for “${en(f.about)}” no plain numbers.`,
    todo: 'Put the plain numbers there, and take those words away. Nothing was converted.',
  }),
  column_proposed: (f) => ({
    what: `Column ${f.column}${f.raw === '' ? ' (without a heading)' : ` (“${f.raw}”)`} ${f.count === 1 ? `is what remains for “${en(f.about)}”` : `is one of the ${f.counted} columns that may be “${en(f.about)}”`}.`,
    todo: `Is ${f.count === 1 ? 'that right' : 'this the one'}? Then point it out, on the command line with --map ${f.about}=#${f.column}.`,
  }),
  measure_unknown: (f) => ({
    what: `This is an OData file with observations. None of its codes is known as “${en(f.about)}”.`,
    todo: 'Add MeasureCodes.csv, which comes with the same download (on the command line with --code-list).',
  }),
  column_twice: (f) => ({
    what: `There are two columns for “${en(f.about)}”.`,
    todo: 'Remove the one that does not count.',
  }),
  column_ambiguous: (f) => ({
    what: `The numbers in the column “${en(f.about)}” can be read in two ways, such as “${f.raw.trim()}”.`,
    todo: 'Say whether the point or comma marks thousands or decimals.',
  }),
  column_not_found: (f) => ({
    what: `The column “${f.raw}”, chosen for “${en(f.about)}”, is not in this file.`,
    todo: 'Copy the heading as it stands in the file, or give the number of the column.',
  }),
  period_open: (f) => ({
    what: `The file holds more than one period: ${f.about}.`,
    todo: `Choose which period counts; the newest is ${f.raw}.`,
  }),
  period_unknown: (f) => ({
    what: `The period “${f.raw}” is not in this file.`,
    todo: `Choose one of these: ${f.about}.`,
  }),
  cell_twofold: () => ({
    what: 'There are two contents in this cell. Neither was used as a number or a name.',
    todo: 'Put the one that should count in the file.',
  }),
  figure_shared: () => ({
    what: 'This number stands in a merged cell over more than one row. It was given to none of them.',
    todo: 'Split the cell, and put in each row its own number.',
  }),
  struck_left_out: () => ({
    what: 'Text that was struck through was not read.',
    todo: 'See whether that is right.',
  }),
  hidden_left_out: ({ count }) => ({
    what:
      count === 1
        ? 'What is hidden in the file (a row, a column or a cell) was not read.'
        : `What is hidden in the file (${count} rows, columns or cells) was not read.`,
    todo: 'If it belongs there, show it and load the file again.',
  }),
  sheet_open: (f) => ({
    what: `Only “${f.raw}” was read. ${f.count === 1 ? `“${f.about}” may be the table that is meant, too` : `These may be the table that is meant, too: ${f.about}`}.`,
    todo: 'Is another one meant? Then choose it, on the command line with --sheet.',
  }),
  sheet_chosen: (f) => ({
    what: `“${f.raw}” was read, as the only one that fits. There are also numbers in: ${f.about}.`,
    todo: 'Is another one meant? Then choose it, on the command line with --sheet.',
  }),
  code_missing: (f) => ({
    what:
      f.about === ''
        ? 'The municipality code is missing.'
        : `The municipality code of ${f.about} is missing.`,
    todo: 'Fill in the code, such as GM0363.',
  }),
  code_unreadable: () => ({
    what: 'This is no municipality code.',
    todo: 'A code is GM with four digits, such as GM0363; 0363 and 363 will do as well.',
  }),
  code_passed_over: (f) => ({
    what: `This is no municipality code; the name beside it was read, “${f.about}”.`,
    todo: 'Check that name, and correct the code: GM and four digits, such as GM0363.',
  }),
  code_long: (f) => ({
    what: `The municipality code ${f.about} is longer than four digits.`,
    todo: 'See whether the code is right. It was used.',
  }),
  code_duplicate: (f) => ({
    what: `${named(f)} occurs twice, also in row ${f.otherRow}.`,
    todo: 'Remove one of the two rows.',
  }),
  name_unknown: (f) => ({
    what: `This name is no municipality of this round.${f.about === '' ? '' : ` Do you mean ${f.about}?`}`,
    todo: 'Look at the spelling, or add the municipality code. Has it ended? Have former municipalities combined.',
  }),
  name_ambiguous: (f) => ({
    what: `This name may be more than one municipality: ${f.about}.`,
    todo: 'Write the name as CBS does, with the abbreviation behind it, or add the code.',
  }),
  codes_from_names: (f) => ({
    what: `The file has no municipality codes; ${f.counted} municipalities were recognised by name.`,
    todo: 'Nothing to do.',
  }),
  number_missing: (f) => ({
    what: `The number in the column “${en(f.about)}” is missing.`,
    todo: 'Fill in the number. A missing number never counts as nought.',
  }),
  number_unreadable: (f) => ({
    what: `There is no readable number in the column “${en(f.about)}”.`,
    todo: 'Leave the number alone in the cell: no word, unit, range or error code. Points and commas must mean the same in the whole column.',
  }),
  number_other_marks: (f) => ({
    what: `This number in the column “${en(f.about)}” has another point, comma or space than the rest of the column.`,
    todo: 'Write the number as the others in this column. Where there are two, leave one.',
  }),
  number_not_whole: (f) => ({
    what: `The column “${en(f.about)}” takes a whole number.`,
    todo: 'Fill in a number without decimals.',
  }),
  number_out_of_range: (f) => ({
    what: `This number cannot stand in the column “${en(boundedOf(f.about).called)}”.`,
    todo: `The number lies ${lookUp(boundsEn, f.about) ?? `within ${boundedOf(f.about).bounds || 'other bounds'}`}.`,
  }),
  number_too_precise: () => ({
    what: 'The score has more than six decimals.',
    todo: 'Use the score as CBS gives it, with three decimals.',
  }),
  province_missing: (f) => ({
    what: `The province of ${f.about} is missing.`,
    todo: 'Fill in the name of the province.',
  }),
  province_unknown: () => ({
    what: 'This province does not belong to this round.',
    todo: 'Look at the spelling, such as Noord-Holland or Fryslân.',
  }),
  province_differs: (f) => ({
    what: `The municipality ${f.about} is not in “${f.raw}”.`,
    todo: 'See whether rows have shifted. Where there is a code, that code and the province of the file were used; without one the row was not.',
  }),
  provinces_from_codes: (f) => ({
    what: `The file names no provinces; the province of ${f.counted} municipalities was looked up.`,
    todo: 'Nothing to do: it comes from the CBS list of this round.',
  }),
  figures_provisional: (f) => ({
    what:
      f.count === 1
        ? 'CBS calls these figures provisional.'
        : `CBS calls ${f.counted} of these figures provisional.`,
    todo: 'Say so when you use them, or see whether there are definitive figures by now.',
  }),
  text_unguarded: () => ({
    what: 'One apostrophe was taken off the front of this text.',
    todo: 'Nothing to do: it was there to keep Excel from reading the text as a formula.',
  }),
  level_unknown: () => ({
    what: 'This level is not known.',
    todo: 'Use country, province or municipality.',
  }),
  municipality_only_here: (f) => ({
    what: `${named(f)} is in this file only, and not in the other.`,
    todo: 'Use two files with the same municipalities, of the same year.',
  }),
  list_empty: () => ({
    what: 'No municipality was found to compute with.',
    todo: 'Choose a file with one row per municipality.',
  }),
  municipality_not_in_round: (f) => ({
    what: `${named(f)} is no municipality of this round.`,
    todo: 'The list is of another year. Choose that of the round, or have former municipalities combined.',
  }),
  municipality_lacking: (f) => ({
    what:
      f.count === 1
        ? `${named(f)} belongs to this round and is not in this file.`
        : `${f.counted} municipalities of this round are not in this file; the first is ${named(f)}.`,
    todo: 'See whether the file is complete and of the right year.',
  }),
  municipality_merged: (f) => ({
    what: `Combined into ${f.about}: ${f.raw}.`,
    todo: 'This was computed, and does not stand in the file as such.',
  }),
  division_needed: (f) => ({
    what: `${f.raw} was divided over ${f.about}. So the figures cannot be compared.`,
    todo: `Fill in how many of the ${f.counted} inhabitants went to each.`,
  }),
  division_differs: (f) => ({
    what: `The division of ${f.raw} that was entered is not right.`,
    todo: `Its parts go to ${f.about}, and make ${f.counted} inhabitants together.`,
  }),
  merger_without_inhabitants: (f) => ({
    what: `The inhabitants of ${named(f)} in the division of the score are not known.`,
    todo: 'Give the inhabitants of that year, or a score in the division of the round.',
  }),
  name_differs: (f) => ({
    what: `The name “${f.raw}” does not belong to this code, which is that of ${f.about}.`,
    todo: 'See whether rows have shifted. The code was used.',
  }),
  population_far: (f) => ({
    what: `The number of inhabitants ${f.raw} is far from that of every year we know, such as ${f.about}.`,
    todo: 'See whether the number was copied rightly. It was used.',
  }),
  total_differs: (f) => ({
    what: `The total ${f.raw} is not the sum of the rows: ${decimal(f.about, 'en')}.`,
    todo: 'See whether a row is missing or occurs twice; a difference of a few places may come from rounding.',
  }),
  total_of_part: (f) => ({
    what: `This table has not all municipalities. So its total ${f.raw} was not compared with the country, only with the sum of the rows: ${decimal(f.about, 'en')}.`,
    todo: 'Nothing to do if the table is about a part of the country.',
  }),
  score_unusual: () => ({
    what: 'The score lies outside −1 to 1; scores of CBS are not as high as that.',
    todo: 'See whether the decimal mark is right. It was used.',
  }),
  need_out_of_range: (f) => ({
    what: `The number ${f.raw} cannot be (${f.about === 'minors' ? 'minors' : 'need'}).`,
    todo: `Fill in a number ${boundsEn.need ?? ''}.`,
  }),
  minors_exceed_need: () => ({
    what: 'There are more places for minors than in total.',
    todo: 'See whether the two numbers were swapped: minors are inside the total.',
  }),
  municipality_unknown: (f) => ({
    what: 'This municipality is not in the list.',
    todo: `Do you mean one of these: ${f.about}?`,
  }),
  municipality_ambiguous: (f) => ({
    what: 'More than one municipality bears this name.',
    todo: `Choose one: ${f.about}.`,
  }),
  province_not_found: (f) => ({
    what: 'This province does not belong to this round.',
    todo: `Do you mean one of these: ${f.about}?`,
  }),
  cell_missing: (f) => ({
    what: `The column “${en(f.about)}” is empty here.`,
    todo: 'Fill in the cell.',
  }),
  date_unreadable: (f) => ({
    what:
      f.file === ''
        ? `The day of “${en(f.about)}” holds no date that exists.`
        : `“${f.raw.trim()}” in the column “${en(f.about)}” is no date that exists.`,
    todo: 'Write the day as 2027-06-30 or 30-6-2027.',
  }),
  date_of_period: (f) => ({
    what: `It says “${f.raw.trim()}”: a period, not a day.`,
    todo: `Do you mean ${f.about}? Then put that day in its place.`,
  }),
  date_counted: (f) => ({
    what: `“${f.raw.trim()}” is no date but a number; Excel counts days so.`,
    todo: `Do you mean ${f.about}? Then put that day in its place; until then this row does not count.`,
  }),
  date_two_readings: (f) => ({
    what: `“${f.raw.trim()}” is a day in two ways: ${f.about}.`,
    todo: 'Choose which day is meant; until then this row does not count.',
  }),
  places_unclear: (f) => ({
    what: `“${f.raw.trim()}” is not one number.`,
    todo:
      f.about === ''
        ? 'Fill in the number once it is known; until then this row does not count.'
        : `Do you mean ${f.about}? Fill in one whole number; until then this row does not count.`,
  }),
  row_of_sums: (f) => ({
    what: `This is a row of totals${f.raw.trim() === '' ? '' : ` (${f.raw.trim()})`}: it was not read as a row of its own.`,
    todo: 'Nothing to do.',
  }),
  period_reversed: (f) => ({
    what: `The last day lies before the first (${f.about}).`,
    todo: 'Mend one of the two days.',
  }),
  kind_unknown: () => ({
    what: 'This kind of places is not known.',
    todo: 'Use regular, minors or other special.',
  }),
  certainty_unknown: () => ({
    what: 'This certainty is not known.',
    todo: 'Use existing, decided or intended.',
  }),
  confidentiality_unknown: () => ({
    what: 'Yes, no, number or location belongs here. The location stays confidential.',
    todo: 'Write yes if all of it is public, “number” if only the number of places is, and “location” if all but the number is.',
  }),
  number_exposed: ({ raw }) => ({
    what: `From the public edition a confidential number of “${raw}” can be computed or closely guessed.`,
    todo: 'Do not have confidential remainders printed anyway, or ask the municipality to release its numbers.',
  }),
  personal_data_suspected: () => ({
    what: 'This looks like an address of e-mail or a telephone number.',
    todo: 'Take out data of persons: the table does not need them.',
  }),
  municipality_not_in_province: (f) => ({
    what: `This municipality does not belong to this province.${f.about === 'municipality' ? '' : ` Do you mean ${f.about}?`}`,
    todo: 'Look at the name or the code.',
  }),
  location_twice: (f) => ({
    what: `This location stands in row ${f.otherRow} as well; this row does not count.`,
    todo: 'Remove one of the two, or give each a number of its own.',
  }),
  location_claimed_twice: (f) => ({
    what: `This location stands in “${f.about}” as well (row ${f.otherRow}); this row does not count.`,
    todo: 'Agree on who reports the location.',
  }),
  location_claimed_by_both: (f) => ({
    what: `This location looks the same as the one in ${f.file === f.about ? '' : `“${f.about}”, `}row ${f.otherRow}.`,
    todo: 'Choose whether it is one plan, and who reports it, or two. Until then both stand.',
  }),
  location_overlap: (f) => ({
    what: `The location begins while “${f.about}” (row ${f.otherRow}), which it continues, still runs.`,
    todo: `Look at the days. In each question in which the one that continues takes part, only that one counts from its first day; in the others “${f.about}” runs on.`,
  }),
  continues_unknown: () => ({
    what: 'The location that this one continues is not in the list.',
    todo: 'Look at the number or name. Without that location places may count twice.',
  }),
  continues_circular: () => ({
    what: 'These locations continue each other in a circle. None of them counts.',
    todo: 'Take out the reference of one of them.',
  }),
  shares_not_task: (f) => ({
    what: `The indicative shares${f.about === 'minors' ? ' for minors' : ''} add up to ${decimal(f.raw, 'en')}, the task is ${f.counted}.`,
    todo: 'A task is the sum of the shares. Find out which of the two numbers is wrong.',
  }),
  transfer_to_itself: (f) => ({
    what: `Exchange ${f.row}, transfer ${f.column}: a municipality hands over to itself.`,
    todo: 'Choose two municipalities. Until then nothing of the exchange counts.',
  }),
  transfer_elsewhere: (f) => ({
    what: `Exchange ${f.row}, transfer ${f.column}: “${f.raw}” does not belong to this province.`,
    todo: 'Choose a municipality of the province: this table reckons with its municipalities alone. For status holders that is a limit of this program: the Huisvestingswet 2014 (article 29, second paragraph) names no province.',
  }),
  transfer_not_positive: (f) => ({
    what: `Exchange ${f.row}, transfer ${f.column}: this number cannot be.`,
    todo: 'Fill in a whole number from 1 up to and including 10,000,000.',
  }),
  transfer_ledger_unknown: (f) => ({
    what: `Exchange ${f.row}, transfer ${f.column}: nothing is known to start from for “${en(f.about)}”.`,
    todo: 'Fill in the numbers per municipality first, for status holders those of this half-year.',
  }),
  transfer_below_zero: (f) => ({
    what: `Exchange ${f.row}, transfer ${f.column}: “${f.raw}” hands over ${f.counted} more than there is (${en(f.about)}).`,
    todo: 'Lower the number. Until then nothing of the exchange counts.',
  }),
  unit_too_large: (f) => ({
    what: 'With so large a unit a score could come out at −1 or below.',
    todo: `Choose a smaller unit than ${f.raw}.`,
  }),
  scenario_weight_not_positive: (f) => ({
    what: `For ${f.about}, 1 + weight × score becomes nought or less.`,
    todo: 'Let the score count for less, or choose another score.',
  }),
  scenario_merged_twice: (f) => ({
    what: `${f.about} stands in two mergers, or twice in one.`,
    todo: 'Name each municipality once.',
  }),
  scenario_too_precise: (f) => ({
    what:
      f.about === ''
        ? 'With so many decimals this program cannot compute exactly.'
        : `For ${f.about} the number becomes too large to compute exactly.`,
    todo: 'Use fewer decimals, or smaller numbers.',
  }),
  printed_figure_missing: (f) => ({
    what: `This row has no number in the column “${en(f.about)}”. It was not compared.`,
    todo: 'Fill in the number if it is known.',
  }),
  printed_twice: (f) => ({
    what: `${f.about} occurs twice, also in row ${f.otherRow} of the same column. In sums, and where every municipality stands once, only row ${f.otherRow} counts.`,
    todo: 'Remove one of the two rows.',
  }),
  printed_ambiguous: (f) => ({
    what: `This name may be more than one municipality: ${f.about}. The row was not compared.`,
    todo: 'Write the name as CBS does, with the abbreviation behind it, or add the code.',
  }),
  printed_unknown: (f) => ({
    what: `No municipality of this round has this name. The row was not compared.${f.about === '' ? '' : ` Do you mean ${f.about}?`}`,
    todo: 'See how it is spelled, or add the code.',
  }),
  places_above_inhabitants: () => ({
    what: 'These are more places than the municipality has inhabitants.',
    todo: 'See whether two numbers stand together, and whether this is the column of places.',
  }),
  minors_above_places: () => ({
    what: 'In this row there are more places for minors than places in all.',
    todo: 'See whether those two columns have changed places.',
  }),
  footnote_left_out: () => ({
    what: 'There is a footnote mark behind this number. It was left out.',
    todo: 'See whether the number itself is right.',
  }),
  table_without_figures: () => ({
    what: 'No row with a number was found in this table.',
    todo: 'Choose a table with a column of names and a column of places.',
  }),
  table_incomplete: (f) => ({
    what: `${f.counted} municipalities are not in this table, among them ${f.about}.`,
    todo: 'Use a complete table: every municipality has a row.',
  }),
  table_and_need_apart: (f) => ({
    what: `The numbers in the table do not fit a need of ${decimal(f.raw, 'en')}.`,
    todo: 'Fill in the need that the table was made for.',
  }),
  table_of_other_need: (f) => ({
    what: `The table adds up to ${decimal(f.raw, 'en')} places, and a need of ${decimal(f.about, 'en')} was computed with. So all scores here come out equally too high or too low.`,
    todo: 'Choose the round of the table, fill in its need, or name a municipality whose score is known.',
  }),
  table_twice: (f) => ({
    what: `${f.about} stands in the table twice. Nothing is derived from such a table.`,
    todo: 'Remove one of the two rows.',
  }),
  table_sum_differs: (f) => ({
    what: `The total ${f.raw} of ${f.about} is not the sum of the municipalities in the table. As long as that is so, nothing is derived from it.`,
    todo: 'See which municipality was copied wrongly, or remove the row of the total.',
  }),
  table_shares_swapped: (f) => ({
    what: `The figures of two municipalities seem to have changed places: ${f.about}. Per inhabitant they fit neither, and the other way round they do.`,
    todo: 'Compare both with the source. What follows from this table is not proven.',
  }),
  table_share_odd: (f) => ({
    what: `The figure of ${f.about} does not fit its inhabitants: there is no such score.`,
    todo: 'Compare it with the source. What follows from this table is not proven.',
  }),
  factor_not_fitted: () => ({
    what: 'No factor makes the weights fit this table.',
    todo: 'See whether it holds the indicative shares per municipality, of these municipalities.',
  }),
  reference_not_printed: () => ({
    what: 'The municipality to compare with is not in the table.',
    todo: 'Choose a municipality that is in the table and whose score is known.',
  }),
  receipt_too_large: () => ({
    what: 'This receipt is too large.',
    todo: 'A receipt is at most 16 MB with one and a half million values, and nothing in it has more than a thousand named parts: enough for some 40,000 municipalities.',
  }),
  receipt_truncated: () => ({
    what: 'This receipt is cut off: its end is missing.',
    todo: 'Ask for the file again, or download it once more.',
  }),
  receipt_unreadable: () => ({
    what: 'This file is no receipt: it is no readable JSON.',
    todo: 'Choose a file that this program saved as a receipt.',
  }),
  receipt_number: () => ({
    what: 'This receipt holds a number that does not belong in one.',
    todo: 'A receipt holds whole numbers only; other numbers are in it as text.',
  }),
  receipt_too_deep: () => ({
    what: 'This file is nested too deeply for a receipt.',
    todo: 'Choose a file that this program saved as a receipt.',
  }),
  receipt_other_version: (f) => ({
    what: `This receipt has form ${f.raw}; this program reads forms 1 and 2.`,
    todo: 'Use a newer version of this program.',
  }),
  receipt_malformed: (f) => ({
    what: `In this receipt “${f.about}” is missing, or has another form.`,
    todo: 'Choose a file that this program saved as a receipt, and that was not changed.',
  }),
  sheet_of_estimate: () => ({
    what: 'No calculation sheet is made on an estimate: it gives a band, and the formulas of the law would give a precise number that is not there.',
    todo: 'Load the CBS file with scores; then it can be made.',
  }),
  sheet_too_large: () => ({
    what: 'A spreadsheet cannot redo this exactly: the numbers do not fit in the 2^53 it computes with, or a bound lies within a millionth of a half.',
    todo: 'Use scores with fewer decimals, a shorter list or another need. This program itself does compute exactly.',
  }),
  parameter_unknown: (f) => ({
    what: `“${f.raw}” is no parameter of this request.`,
    todo: f.about === '' ? 'Leave it out.' : `The name that comes nearest is “${f.about}”.`,
  }),
};

const mostPlaces = 4;

/** Where else the same is wrong: how many rows, and the first of them, each with what stands there. */
function alsoText({ also, count, row, raw }: Finding, language: Language): string {
  if (also === undefined) return '';
  const shown = [{ row, raw }, ...also].slice(0, mostPlaces + 1);
  const differ = shown.some((place) => place.raw !== raw);
  const places = shown.map((place) =>
    differ && place.raw !== '' ? `${place.row} (“${place.raw.trim()}”)` : String(place.row),
  );
  const rest = count > shown.length ? ' …' : '.';
  return language === 'nl'
    ? ` Dat is zo in ${whole(count, language)} regels: ${places.join(', ')}${rest}`
    : ` That is so in ${whole(count, language)} rows: ${places.join(', ')}${rest}`;
}

export function findingText(finding: Finding, language: Language): FindingText {
  const { what, todo } = (language === 'nl' ? dutch : english)[finding.code]({
    ...finding,
    counted: whole(finding.count, language),
  });
  return { what: what + alsoText(finding, language), todo };
}

/** A finding for each of its places: for who marks the cells. */
export const eachPlace = (findings: readonly Finding[]): readonly Finding[] =>
  findings.flatMap(({ also = [], ...finding }) => [
    also.length === 0 ? finding : { ...finding, count: 1 },
    ...also.map((place) => ({ ...finding, ...place, count: 1 })),
  ]);

const severities: Record<Language, Record<Severity, string>> = {
  nl: { error: 'fout', warning: 'waarschuwing', note: 'opmerking' },
  en: { error: 'error', warning: 'warning', note: 'note' },
};
export const severityWord = (severity: Severity, language: Language): string =>
  severities[language][severity];

const errors: Record<Language, Record<ErrorCode, (about: string) => string>> = {
  nl: {
    request_unreadable: () => 'De vraag aan het rekenhart is onleesbaar.',
    operation_unknown: (about) => `De bewerking “${about}” bestaat niet.`,
    parameter_unknown: (about) => `De parameter “${about}” bestaat niet.`,
    parameter_missing: (about) => `De parameter “${about}” ontbreekt.`,
    parameter_invalid: (about) => {
      const { called, bounds } = boundedOf(about);
      return `De parameter “${called}” klopt niet${bounds === '' ? '' : `: toegestaan is ${bounds}`}.`;
    },
    file_not_given: (about) => `Het bestand “${about}” is niet meegegeven.`,
    findings: () => 'Met deze bestanden is niet te rekenen; zie de meldingen.',
    out_of_memory: () =>
      'Er is niet genoeg geheugen. Sluit andere tabbladen, of gebruik een kleiner bestand.',
  },
  en: {
    request_unreadable: () => 'The request to the core cannot be read.',
    operation_unknown: (about) => `There is no operation “${about}”.`,
    parameter_unknown: (about) => `There is no parameter “${about}”.`,
    parameter_missing: (about) => `The parameter “${about}” is missing.`,
    parameter_invalid: (about) => {
      const { called, bounds } = boundedOf(about);
      return `The parameter “${called}” is not right${bounds === '' ? '' : `: allowed is ${bounds}`}.`;
    },
    file_not_given: (about) => `The file “${about}” was not given.`,
    findings: () => 'Nothing can be computed from these files; see the findings.',
    out_of_memory: () => 'There is not enough memory. Close other tabs, or use a smaller file.',
  },
};
export const errorText = (error: ServiceError, language: Language): string =>
  errors[language][error.code](error.about);
