/** Texts of the provincial table (Provinciale Regietafel) in Dutch. */
import { lookUp } from '../../wasm/contract/look-up.ts';
import { housingTarget } from '../../wasm/words/provincial-words.ts';

export const provincial = {
  intro:
    'Gemeenten van een provincie verdelen hier samen de opgave: de som van hun aandelen. U ziet wat zij aanbieden naast het indicatieve aandeel, en of een uitruil klopt. Vier soorten aantallen blijven uit elkaar: indicatief (wat de sleutel van de wet geeft), aangeboden (wat de gemeente toezegt), verdeelbesluit (wat de minister vaststelt; dat bindt) en beschikbaar (plekken die er zijn). Amv zijn alleenstaande minderjarige vreemdelingen: kinderen zonder ouders. Wat u invult, blijft op deze computer.',
  example: 'Open de verzonnen provincie',
  startProvince: (round: string) => `Begin met een provincie (${round})`,
  chooseProvince: 'Kies een provincie',
  start: 'Begin',
  taskSource: {
    page: 'zoals deze pagina hem berekent of als gepubliceerd toont',
    open: 'van een schatting wordt geen getal overgenomen: vul het gepubliceerde aandeel in',
  },
  own: 'Of kies een werkruimte (JSON) samen met haar bestanden met locaties (CSV)',
  wrongName: (name: string) =>
    `Deze werkruimte is niet geopend: ${name} is geen naam van een bestand, of van meer dan één tabel. Noem het bestand één keer, en zonder map.`,
  wrongPart: (part: string) =>
    `Dit is geen werkruimte van een provinciale tafel: “${part}” ontbreekt of klopt niet.`,
  unreadable: 'Dit is geen werkruimte van een provinciale tafel. Kies ook het JSON-bestand.',
  missing: (names: string) => `Kies deze bestanden erbij: ${names}.`,
  invented: 'Deze provincie is verzonnen, om mee te oefenen.',
  task: (total: string, minors: string) => `Opgave ${total} plekken, waarvan amv ${minors}.`,
  sumOfShares: 'som van de indicatieve aandelen',
  basis: (basis: string, source: string) =>
    source === '' ? `Grondslag: ${basis}.` : `Grondslag: ${basis} (${source}).`,
  opening: 'Begin of open een werkruimte',
  changeTask: 'Opgave en bron wijzigen',
  taskTotal: 'Opgave van de provincie (leeg: som van de aandelen)',
  taskMinors: 'Waarvan amv',
  taskFrom: 'Waar komt de opgave vandaan?',
  unknown: 'niet bekend',
  covered: (offered: string, task: string) => `Aangeboden ${offered} van ${task} plekken`,
  coveredMinors: (offered: string, task: string) =>
    `Waarvan amv: aangeboden ${offered} van ${task} plekken`,
  minorsUnknown: (offered: string) =>
    `Waarvan amv: aangeboden ${offered} plekken; de opgave voor amv is niet bekend.`,
  lacking: (count: string) => `(${count} te weinig)`,
  over: (count: string) => `(${count} meer dan de opgave)`,
  taskLine: 'opgave',
  partsLabel: 'Onderdelen van de provinciale tafel',
  parts: {
    municipalities: 'Gemeenten',
    senders: 'Inzendingen',
    locations: 'Locaties',
    exchange: 'Uitruil',
    housing: 'Taakstelling en restopgave',
    tests: 'Toetsen en uitkeringen',
    calendar: 'Kalender',
    report: 'Verslag',
  },
  firstShares: 'Vul eerst van elke gemeente het indicatieve aandeel in, bij “Gemeenten”.',
  date: 'Peildatum',
  addDate: 'Nog een peildatum',
  add: 'Voeg toe',
  offers: 'Aangeboden plekken per gemeente',
  offersIntro:
    'Typ hier het aanbod dat nog geen locatie heeft. Zo’n aanbod telt alleen op de gekozen peildatum: zonder periode is het geen duurzame plek (minstens vijf jaar beschikbaar). Aanbod met een locatie vult u in bij “Locaties”.',
  sheetHelp:
    'Pijltjes: naar een andere cel. Enter of typen: invullen. Plakken uit Excel vult vanaf de cel waar u staat. Delete: leegmaken. Ctrl+Z: ongedaan maken. Tab: uit de tabel.',
  municipality: 'Gemeente',
  groupIndicative: 'Indicatief',
  groupOffered: 'Aangeboden op de peildatum',
  groupDecided: 'Besluit',
  groupTyped: 'Aanbod zonder locatie op deze peildatum',
  groupOther: 'Andere taken',
  indicative: 'Indicatief aandeel',
  ofWhichMinors: 'Waarvan amv',
  together: 'Aangeboden',
  difference: 'Aangeboden − indicatief',
  differenceMinors: 'Amv: aangeboden − indicatief',
  taskAfter: 'Taak na uitruil',
  differenceAfter: 'Aangeboden − taak na uitruil',
  available: 'Waarvan beschikbaar (bestaand)',
  decided: 'Verdeelbesluit',
  public: 'Openbaar',
  ukraine: 'Plekken Oekraïne',
  ukraineRealised: 'Plekken Oekraïne, gerealiseerd',
  housed: (halfYear: string) => `Gehuisvest ${halfYear}`,
  sumOfSome: (sum: string, known: string, all: string) => `${sum} (van ${known} van ${all})`,
  target: (halfYear: string) => `${housingTarget.nl} ${halfYear}`,
  noNumber: 'Dit kan hier niet staan: vul een heel getal in, amv niet meer dan het aandeel.',
  pastedByName: (rows: string, columns: string) =>
    `Ingevuld op naam, in de kolom ${columns}: ${rows}.`,
  pastedByOrder: (rows: string, columns: string) =>
    `Ingevuld op volgorde, in de kolom ${columns}, op de rijen: ${rows}. Er stonden geen namen bij: klopt de volgorde?`,
  pastedNothing: 'Er is niets ingevuld.',
  pasteRefused: (cells: string) => `Anders of niet overgenomen: ${cells}.`,
  pasteDropped: (cells: string) => `Zonder plaats in deze tabel, en niet ingevuld: ${cells}.`,
  pasteAsks: (count: string) =>
    `Er is nog niets ingevuld. ${count} regels passen bij geen rij, of twee bij dezelfde. Kies waar zij horen, of sla ze over.`,
  pasteRow: (name: string, cells: string) => `“${name}”: ${cells}`,
  pasteSkip: 'sla over',
  pasteWrite: 'Vul in zoals gekozen',
  pasteNothing: 'Vul niets in',
  undoPaste: 'Maak dit plakken ongedaan',
  rowNumber: (row: string) => `rij ${row}`,
  fromTo: (first: string, last: string, count: string) =>
    `van ${first} tot en met ${last} (${count} rijen)`,
  regions: 'Regio’s: eigen keuze van gemeenten als subtotaal',
  regionName: 'Naam van de regio',
  newRegion: (count: string) => `Regio ${count}`,
  addRegion: 'Voeg een regio toe',
  removeRegion: (name: string) => `Verwijder regio ${name}`,
  locations: 'Locaties',
  typedLocations: 'Locaties om in te vullen',
  locationsIntro:
    'Eén rij per locatie. Soort: regulier, amv of overig bijzonder. Zekerheid: bestaand, besloten of voornemen. Neemt een locatie het over van een andere, noem die dan bij “vervolg op”: dezelfde mensen tellen dan één keer. Vul geen namen van mensen in.',
  locationColumns: [
    'Gemeente',
    'Nummer',
    'Locatie',
    'Soort',
    'Plekken',
    'Van',
    'Tot en met',
    'Zekerheid',
    'Vervolg op',
    'Openbaar',
    'Opmerking',
  ],
  fromFiles: (names: string) => `Daarnaast tellen de locaties uit ${names} mee.`,
  takeOver: 'Zet ze in de tabel om ze te wijzigen',
  allLocations: (count: string) => `Alle locaties zoals ze tellen (${count})`,
  exchange: 'Uitruil',
  exchangeIntro:
    'Een officiële ruilverhouding bestaat niet. Alle overdrachten van een uitruil gelden samen, of geen ervan. Een vervallen uitruil telt nergens meer mee.',
  exchangeName: (id: string, date: string) => `Uitruil ${id}, ${date}`,
  verdict: (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`,
  addExchange: 'Voeg een uitruil toe',
  ledger: 'Taak',
  halfYear: 'Halfjaar',
  from: 'Van',
  to: 'Naar',
  number: 'Aantal',
  addTransfer: 'Nog een overdracht in deze uitruil',
  removeTransfer: 'Haal deze overdracht weg',
  removeExchange: 'Verwijder deze uitruil',
  status: 'Status',
  exchangeDate: 'Datum',
  periodFrom: 'Geldt van',
  periodUntil: 'Tot en met',
  ratio: 'Verhouding volgens partijen',
  note: 'Opmerking',
  isPublic: 'Openbaar',
  addButton: 'Voeg toe als voorstel',
  search: 'Zoek een uitruil die sluit',
  searchIntro:
    'Vul in wie wat wil overnemen (boven nul) of overdragen (onder nul). Een wens wordt helemaal vervuld of niet, tenzij er “ja” staat bij “tot zoveel”.',
  wishes: 'Wensen per gemeente',
  upTo: 'Tot zoveel (elk aantal daaronder mag)',
  obstacles: {
    nobody: () => 'niemand wil het omgekeerde.',
    too_little: (lacking: string) =>
      `anderen willen samen ${lacking} te weinig van het omgekeerde.`,
    no_fit: () => 'de aantallen van anderen passen niet precies; met “tot” past er meer.',
  },
  bestUpTo:
    'Meer wensen vervullen kan niet. Wat “tot” een aantal mag, vult aan wat de andere openlaten.',
  searchButton: 'Zoek',
  stopSearch: 'Stop met zoeken',
  searchStopped: 'Het zoeken is gestopt.',
  searchFailed:
    'Het zoeken is niet gelukt: deze browser staat geen werk op de achtergrond toe, of heeft te weinig geheugen. Open de pagina in een gewone Edge, Chrome of Firefox.',
  searching: 'Er wordt gezocht …',
  noWishes: 'Er zijn nog geen wensen ingevuld.',
  nobody: 'geen',
  noSet: 'Er is geen uitruil gevonden waarin alles in evenwicht blijft.',
  proposal: 'Een voorstel; mensen kiezen:',
  proposedTransfer: (ledger: string, from: string, to: string, number: string) =>
    `${number} van ${from} naar ${to}: ${ledger}`,
  met: (met: string, unmet: string) => `Vervulde wensen: ${met}. Niet vervuld: ${unmet}.`,
  best: 'Meer wensen, of dezelfde met minder overdrachten, kan niet.',
  notProven: 'Niet bewezen dat dit de beste uitruil is: het zoeken is op zijn grens gestopt.',
  enterProposal: 'Zet dit voorstel in de lijst',
  picture: 'Wie draagt wat aan wie over',
  pictureReading:
    'Links wie overdraagt, rechts wie overneemt. Een doorgetrokken lijn is afgesproken, een stippellijn voorgesteld. Elke taak heeft een eigen beeld, want aantallen van twee taken zijn niet op te tellen. De tabel staat eronder.',
  nothingExchanged: 'Er is nog geen uitruil die geldt.',
  arrow: (from: string, to: string, number: string, agreed: boolean) =>
    `${from} draagt ${number} over aan ${to} (${agreed ? 'afgesproken' : 'voorgesteld'})`,
  housingTitle: `De ${housingTarget.nl}`,
  national: 'Landelijk aantal voor het halfjaar',
  nationalNote:
    'Zoals bekendgemaakt in de Staatscourant. Een later aantal vervangt het eerdere vanaf zijn dag.',
  nationalLine: (number: string, from: string) => `${number} personen, bekendgemaakt op ${from}`,
  holding: 'geldt vandaag',
  nationalTold: (halfYear: string, persons: string) => `Voor ${halfYear} is ${persons} genoemd:`,
  nationalNumber: 'Personen',
  publishedOn: 'Bekendgemaakt op',
  remove: (what: string) => `Verwijder ${what}`,
  countryInhabitants: 'Inwoners van het land',
  populationBundled: (year: string) => `Inwoners op 1 januari ${year}: CBS, in dit programma.`,
  populationTyped: (year: string) =>
    `De inwoners op 1 januari ${year} zitten niet in dit programma: vul ze hieronder in (eigen invoer).`,
  targetsToTable: 'Zet de taakstelling in de tabel van gemeenten',
  noTargets: 'Vul het landelijke aantal en de inwoners van elke gemeente in.',
  remainderTitle: 'Restopgave',
  simulation: 'Dit is een simulatie.',
  remainderIntro:
    'Wat het aanbod openlaat, verdeelt de minister zelf. De regel daarvoor is niet gepubliceerd. Hier gaat het naar rato van het indicatieve aandeel, over de gemeenten die u aanwijst.',
  remainderPlaces: (lacking: string) =>
    `Te verdelen plekken (leeg: wat ontbreekt op de eerste peildatum, ${lacking})`,
  eligible: 'Gemeenten die meedoen',
  testsIntro:
    'Drie vragen over plekken, elk met een eigen regel. Een uitkomst van de ene zegt niets over de andere.',
  testA: 'A. Wat gaat van de opgave af?',
  testB: 'B. Wat telt mee voor het verdeelbesluit?',
  testC: 'C. Welke plekken geven een uitkering?',
  deductionMinors: (left: string) => `Voor amv zijn nog minstens ${left} plekken te maken.`,
  deduction: (day: string, total: string, left: string) =>
    `Op ${day}: ${total} duurzame plekken (minstens vijf jaar beschikbaar) gaan van de opgave af. Nog beschikbaar te maken: ${left}.`,
  decision: (day: string, total: string) => `Op ${day}: ${total} plekken tellen mee.`,
  grants: (total: string) => `Gemeenten en provincie samen: € ${total}.`,
  settings: 'Dag en lezing',
  settingsNote:
    'De wet laat dit open. Uw keuze staat bij de uitkomst en in het verslag; uw opmerking alleen in de vertrouwelijke uitgave.',
  day: 'Op de dag',
  fiveYears: 'Vijf jaar',
  minimumSpecial: 'Minimum van 16 bijzondere plekken',
  whichCount: 'Welke plekken tellen mee',
  staysShort: 'Moet blijven',
  staysUntil: 'Moet blijven tot en met (leeg: alleen de dag zelf)',
  specialDurable: 'Bijzondere plekken',
  specialAlso: 'Bijzonder en duurzaam',
  threshold: '75% afronden',
  excluded: 'Plekken met een uitkering op verzoek',
  calendar: 'Kalender',
  calendarIntro:
    'Zet een andere dag in de plaats van die van de wet, met een opmerking; wat erop volgt, schuift mee.',
  calendarHead: ['Stap', 'Dag', 'Volgens de wet', 'Stand', 'Andere dag', 'Gedaan op', 'Opmerking'],
  timeline: (done: number, late: number, toCome: number) =>
    `Tijdlijn: ${done} stappen gedaan, ${late} voorbij en niet afgemeld, ${toCome} komen nog. De tabel eronder noemt elke dag.`,
  timelineKey:
    'De nummers zijn de rijen van de tabel. Gevulde cirkel: gedaan. Vierkant: dag voorbij, niet afgemeld. Open cirkel: komt nog.',
  todayMark: 'vandaag',
  moved: (days: number) => (days > 0 ? `${days} dagen later` : `${-days} dagen eerder`),
  setDate: (step: string) => `Andere dag voor: ${step}`,
  setDone: (step: string) => `Gedaan op: ${step}`,
  setNote: (step: string) => `Opmerking bij: ${step}`,
  reading: 'onze lezing',
  saveCalendar: 'Bewaar voor uw agenda (.ics)',
  report: 'Verslag maken',
  reportIntro:
    'Het verslag voor één provincie: op het scherm, op A4 en als bestand. Er is geen officieel model: de tekst van de Ambtsinstructie was voor de makers niet beschikbaar.',
  edition: 'Uitgave',
  editions: {
    public: 'openbare aantallen precies, van vertrouwelijke alleen sommen die niets verklappen',
    confidential: 'alles, voor eigen gebruik',
  },
  openPoints:
    'Open punten, één per regel (in de openbare uitgave alleen wat niets vertrouwelijks noemt)',
  disclosure: {
    title: 'Vertrouwelijke aantallen in de openbare uitgave',
    intro:
      'Openbare plekken worden precies afgedrukt. Van vertrouwelijke alleen sommen waaruit niemand, ook een andere gemeente niet, het aantal van een gemeente kan afleiden; anders de klasse van vijftig, anders “vertrouwelijk”. Ook het verschil tussen datums en met eerdere uitgaven verklapt niets.',
    releaseIntro:
      'Een gemeente kan haar aantallen vrijgeven. Namen, dagen en opmerkingen blijven dan vertrouwelijk. De reden staat in de uitgave.',
    municipality: 'Gemeente die haar aantallen vrijgeeft',
    choose: 'Kies een gemeente',
    reason: 'Reden',
    release: 'Geef vrij',
    remove: 'Trek in',
    takeBack: (name: string) => `Trek het vrijgeven door ${name} in`,
    anyway: 'Druk alle vertrouwelijke sommen toch precies af, om deze reden (leeg: niet)',
    editions: (count: number) =>
      count === 0
        ? 'Er is nog geen openbare uitgave gemaakt. Zodra u er een bewaart of afdrukt, onthoudt de werkruimte wat erin stond. Bewaar daarna de werkruimte.'
        : `De werkruimte onthoudt ${count} openbare ${count === 1 ? 'uitgave' : 'uitgaven'}. Bewaar de werkruimte: zonder haar kan een volgende uitgave door het verschil iets verklappen.`,
  },
  print: 'Druk het verslag af',
  saveAs: (form: string) => `Bewaar als ${form}`,
  reportTitle: (province: string) => `Verslag van de provinciale tafel: ${province}`,
  reportOf: (edition: string, round: string, day: string) =>
    `Uitgave: ${edition}. Ronde ${round}, stand op ${day}.`,
  yes: 'ja',
  no: 'nee',
  findingsCount: (count: string, errors: string) =>
    `Meldingen: ${count}, waarvan ${errors} ${errors === '1' ? 'fout' : 'fouten'}`,
  refusedWorkspace: (why: string) =>
    `Met deze werkruimte is niet te rekenen. ${why} Verbeter haar, of open een andere.`,
  noRound: (round: string) =>
    `De ronde “${round}” van deze werkruimte zit niet in dit programma: de kalender en het verslag ontbreken.`,
  lackingShares: (count: string, names: string) =>
    `Van ${count} gemeenten is het indicatieve aandeel niet ingevuld: ${names}. Typ of plak het in de tabel. Tot dan staat er geen vergelijking.`,
  refusedCell: (name: string, column: string, text: string) =>
    `${name}, ${column}: “${text}” kan hier niet staan. Vul een heel getal in van 0 tot 10.000.000, amv niet meer dan het aandeel. Het eerdere aantal blijft tellen.`,
  saidNotation: (file: string, thousands: boolean) =>
    `“${file}”: de punt of komma in een aantal plekken is gelezen als teken voor ${thousands ? 'duizendtallen' : 'decimalen'}, zoals u zei.`,
  askAgain: 'Vraag het opnieuw',
  columnName: (column: string): string =>
    lookUp(
      {
        indicative: 'indicatief aandeel',
        minors: 'amv',
        decided: 'verdeelbesluit',
        ukraine: 'plekken Oekraïne',
        ukraineRealised: 'plekken Oekraïne, gerealiseerd',
      },
      column,
    ) ?? column.replace('housed', 'gehuisvest').replace('target', housingTarget.nl),
  typedPlace: (row: string, column: string) => `Locaties, rij ${row}, kolom ${column}:`,
  saveWorkspace: 'Bewaar de werkruimte en haar bestanden met locaties',
};

export type ProvincialTexts = typeof provincial;
