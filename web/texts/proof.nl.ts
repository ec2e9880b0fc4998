/** Texts of accountability (Verantwoording), receipt, calculation sheet and link, in Dutch. */
import { articleLinks } from '../../wasm/words/articles.ts';

export const proof = {
  shareTitle: 'Delen',
  shareWhat: 'Een link naar wat u nu ziet:',
  onFile:
    'U gebruikt deze pagina als bestand op uw computer. Een link werkt pas als de pagina ergens op het web staat. Staat zij daar? Vul het adres in. Anders kunt u een bestand sturen.',
  publishedAt: 'Adres waar deze pagina staat',
  publishedAtHint: 'Het gaat mee in uw dossier en wordt nergens anders bewaard.',
  publishedAtBrought:
    'Dit adres kwam mee in een dossier. Uw links leiden erheen: kijk of het klopt.',
  publishedAtWrong: 'Dit is geen webadres. Een webadres begint met https://.',
  pasteThis: (link: string) =>
    `Spreidingswijzer: open de pagina, kies “Deel of bewaar” en plak dit in het vak “Open een link”: ${link}`,
  asFile: 'Bewaar als bestand om te sturen',
  asFileText:
    'Een dossier met de ronde, de gemeente en wat u invulde. Wie het op zijn eigen Spreidingswijzer sleept, ziet hetzelfde.',
  reportText: 'Twee bladzijden op A4 voor de gemeenteraad, om af te drukken of in Word te zetten.',
  takeTitle: 'Meenemen',
  receipt: 'Bewaar het rekenbewijs',
  receiptText:
    'Een bestand waarmee een ander elk getal kan narekenen, ook als dit programma er niet meer is.',
  receiptSaved: 'Het rekenbewijs is bewaard.',
  receiptOfAnswer: 'Bewaar het rekenbewijs van dit antwoord',
  receiptNames: {
    allocate: 'verdeling',
    explain: 'uitleg',
    compare: 'vergelijking',
    compareTables: 'twee-tabellen',
    reproduce: 'herleiding',
    sensitivity: 'marges',
    needSteps: 'stappen',
    implied: 'scores-uit-tabel',
    whatIf: 'wat-als',
    provincial_table: 'provinciale-tafel',
  },
  picture: 'Bewaar een afbeelding (PNG)',
  pictureText: 'Het getal met wie het noemde, voor een bericht of een artikel.',
  pictureSvg: 'Bewaar een afbeelding (SVG)',
  pictureSvgText: 'Dezelfde afbeelding, om zonder verlies te vergroten.',
  pictureSaved: 'De afbeelding is bewaard.',
  pictureFailed: 'Deze browser kan geen PNG maken. Bewaar de SVG.',
  pictureStanding: 'Het begin van het overleg in de provincie, geen besluit.',
  sheet: 'Bewaar het Rekenblad (Excel)',
  sheetText: 'Alle gemeenten met de formules van de wet: reken zelf na, zonder dit programma.',
  sheetSaved: 'Het Rekenblad is bewaard.',
  link: 'Kopieer een link naar deze vraag',
  linkText:
    'Wie de link opent, ziet dezelfde ronde, gemeente en aantallen, en wat u bij “Wat verandert er als …” invulde.',
  dataLink: 'Kopieer een link met mijn bestanden erin',
  dataLinkText: 'Alleen voor kleine bestanden. Wie de link heeft, heeft uw gegevens.',
  print: 'Druk af',
  madeLink: 'De link',
  copied: 'De link is gekopieerd.',
  notCopied: 'Kopieer de link uit het veld hieronder.',
  kinds: {
    question:
      'Deze link draagt alleen de vraag: ronde, gemeente, aantallen, wat u veranderde en onderdeel. Er zit niets in uit uw bestanden.',
    data: 'Let op: in deze link zitten uw bestanden zelf. Stuur hem alleen naar wie ze mag zien. De pagina haalt de gegevens bij het openen uit de adresbalk, maar een browser kan een adres al in zijn geschiedenis zetten voordat de pagina begint. Wilt u dat niet: plak de link in de pagina in het veld “Open een link”.',
  },
  questionWithoutFiles:
    'U gebruikt eigen bestanden. Die zitten niet in de link: wie hem opent, ziet de cijfers van de ronde.',
  fileLink: 'Plak dit in het vak “Open een link” van een Spreidingswijzer.',
  linkTooLong:
    'U heeft zo veel veranderd dat het niet in een link past (hoogstens 8.192 tekens). Bewaar het als dossier.',
  dataTooLarge: 'Uw bestanden zijn te groot voor een link. Bewaar ze als dossier.',
  linkRefused: {
    version:
      'Deze link is van een andere versie van dit programma en is niet geopend. Vraag om een nieuwe link.',
    length: 'Deze link is te lang en is niet geopend.',
    malformed: 'Deze link klopt niet en is niet geopend. Misschien is hij afgebroken.',
  },
  linkDoubled: (name: string) =>
    `In deze link staat “${name}” twee keer. Hij is niet geopend: wat er bedoeld is, is niet te zeggen.`,
  linkNoRound: (round: string) =>
    `Deze link vraagt de ronde “${round}”, en die kent dit programma niet. Hij is niet geopend.`,
  linkNoMunicipality: (codes: string, round: string) =>
    `De link noemt een gemeente die er in ${round.toLowerCase()} niet is: ${codes}.`,
  linkHadData:
    'De link bevatte bestanden. Ze zijn geladen als eigen gegevens, en ze staan niet meer in de adresbalk. Opende u de link als adres, dan kan uw browser dat adres met de gegevens al in zijn geschiedenis hebben gezet: verwijder het daar, of plak zo’n link voortaan in het veld “Open een link”.',
  linkUnknown: (names: string) => `De link vraagt iets dat deze versie niet kent: ${names}.`,
  openLinkTitle: 'Open een link',
  openLinkLabel: 'Plak hier een link naar een vraag',
  openLink: 'Open',
  openLinkNone: 'Hier staat geen link naar een vraag.',
  questionTitle: 'De vraag',
  round: 'Ronde',
  need: 'Behoefte (BO)',
  needOwn: 'niet die van de ronde',
  minors: 'Waarvan amv',
  basis: 'Gerekend met',
  claim: 'Vingerafdruk van de berekening',
  claimText:
    'Dezelfde vraag met dezelfde bestanden geeft overal deze vingerafdruk. Het rekenbewijs met deze vingerafdruk hoort erbij.',
  inputsTitle: 'De bestanden',
  inputColumns: {
    what: 'Wat',
    file: 'Bestand',
    basis: 'Soort',
    rows: 'Regels',
    sha256: 'Vingerafdruk (SHA-256)',
  },
  inputs: { population: 'Inwoners', scores: 'SES-WOA-score' },
  rulesTitle: 'De regels',
  rules: [
    {
      article: 'Wet, artikel 3 (versie 31 januari 2024)',
      url: articleLinks.act3,
      text: 'De verdeling gaat naar inwoners en naar de SES-WOA-score van het CBS.',
    },
    {
      article: 'Besluit, artikel 2.1 (versie 30 maart 2024)',
      url: articleLinks.decree21,
      text: 'Gewicht = (1 + score) × inwoners. Elke gemeente krijgt hetzelfde deel van de plekken als haar deel van alle gewichten, afgerond op een heel getal. De opgave van een provincie is de som daarvan.',
    },
    {
      article: 'Besluit, artikel 2.2 (versie 30 maart 2024)',
      url: articleLinks.decree22,
      text: 'Voor alleenstaande minderjarige vreemdelingen (amv) hetzelfde, met hun eigen behoefte.',
    },
  ],
  figuresTitle: 'De getallen',
  allMunicipalities: 'Zet alle gemeenten erbij',
  findingsNone: 'Geen meldingen.',
  unrounded: 'Onafgerond',
  weight: 'Gewicht',
  madeTitle: 'Gemaakt met',
  made: (version: string, commit: string, until: string, date: string) =>
    `Spreidingswijzer ${version} (${commit}), gegevens tot ${until}, op ${date}.`,
  verifyTitle: 'Kijk een rekenbewijs na',
  verifyText:
    'Het programma rekent elk getal opnieuw uit, uit de cellen die in het bewijs staan. Uw eigen werk verandert er niet door.',
  verifyLabel: 'Kies een rekenbewijs, en de bestanden die er niet in passen',
  refused: 'Dit rekenbewijs is niet nagekeken.',
  differences: (count: string) => `Verschillen: ${count}`,
  differenceColumns: { path: 'Plaats', claimed: 'In het bewijs', recomputed: 'Nagerekend' },
};
export type ProofTexts = typeof proof;
