/** What most commands start from: a round of the catalogue, or files and a need. */
import { readFileSync } from 'node:fs';
import catalogue from 'virtual:catalogue';
import type {
  InputsParameters,
  AllocateParameters,
  AllocationResult,
  Core,
  Derivation,
  InputFile,
  MergeRequest,
  NumberNotation,
  ReadFile,
  SourceFile,
} from '../index.ts';
import {
  type Distribution,
  type KnownRegions,
  type Misunderstanding,
  figureReader,
  readDistribution,
} from '../files/distribution.ts';
import { recordText } from '../words/evidence-text.ts';
import { recognitionText } from '../words/recognition-text.ts';
import { FormatFault, faultText } from '../files/fault.ts';
import { ownName } from '../files/names.ts';
import { type DocumentWish, putDistribution, putDocument } from '../files/put.ts';
import type { FileRole } from '../files/sheets.ts';
import {
  type Round,
  bundledFiles,
  changesFile,
  chosenVintage,
  fileName,
  findRound,
  newestRound,
  roundParameters,
} from '../rounds/catalogue.ts';
import { WrongCall, notationOf, wholeNumber } from './call.ts';
import { tell } from './output.ts';
import { fileReading, readingHelp, readingOptions } from './reading.ts';

/** Options of `parseArgs` for the inputs; spread among a command's own. */
export const inputOptions = {
  round: { type: 'string' },
  population: { type: 'string' },
  scores: { type: 'string' },
  need: { type: 'string' },
  minors: { type: 'string' },
  decimal: { type: 'string' },
  thousands: { type: 'string' },
  sheet: { type: 'string', multiple: true },
  ...readingOptions,
  merge: { type: 'boolean' },
  part: { type: 'string', multiple: true },
} as const;

export const mergeHelp = `  --merge       voegt gemeenten die er niet meer zijn samen tot die van de ronde: inwoners
                opgeteld, scores gemiddeld naar inwoners
  --part        hoe een verdeelde gemeente verdeeld is: GM0788:GM0855=1442,GM0757=2149,…
`;

export const inputHelp = `  --round       2024, 2026 of example (een verzonnen land om mee te oefenen)
  --population  bestand met gemeentecode, gemeente, provincie en inwoners
  --scores      bestand met gemeentecode, gemeente en SES-WOA-score
                (CSV, .xlsx, .ods, of een bewaarde webpagina: .html, .xml)
  --sheet       naam van het blad of de tabel in zo’n bestand, voor elk bestand een; anders
                het enige dat past; passen er meer, dan het eerste, met een waarschuwing
  --need        behoefte aan opvangplaatsen in het hele land
  --minors      daarvan voor alleenstaande minderjarige vreemdelingen (amv)
  --decimal, --thousands
                het teken voor decimalen en voor duizendtallen, waar een bestand twee lezingen
                toelaat: punt, komma, spatie of geen
${readingHelp}${mergeHelp}`;

type ListOption = 'sheet' | 'map' | 'period' | 'code-list' | 'separator' | 'encoding' | 'part';
type InputValues = {
  readonly [name in Exclude<keyof typeof inputOptions, ListOption | 'merge'>]?: string | undefined;
} & { readonly [name in ListOption]?: string[] | undefined } & {
  readonly merge?: boolean | undefined;
};

/** `GM0788:GM0855=1442,GM0757=2149`: where the inhabitants of a divided municipality went. */
export function mergeOf(values: {
  readonly merge?: boolean | undefined;
  readonly part?: string[] | undefined;
}): MergeRequest | undefined {
  const parts = (values.part ?? []).flatMap((text) => {
    const [from, list] = text.split(':');
    return (list ?? '').split(',').map((piece) => {
      const [into, people] = piece.split('=');
      if (from === undefined || into === undefined || people === undefined)
        throw new WrongCall(`--part is zoals GM0788:GM0855=1442,GM0757=2149 (niet “${text}”)`);
      return { from, into, inhabitants: wholeNumber('part', people, 2_147_483_647) };
    });
  });
  if (values.merge !== true) {
    if (parts.length > 0) throw new WrongCall('--part hoort bij --merge');
    return undefined;
  }
  return { changes: changesFile, parts };
}

export interface ChosenInputs {
  /** Nothing where the call names files and a need of its own. */
  readonly round: Round | undefined;
  readonly parameters: AllocateParameters;
}

/** The regions of the newest round, by which a published distribution is recognised. */
function knownRegions(core: Core): KnownRegions {
  const round = newestRound(catalogue);
  for (const { name, bytes } of bundledFiles(catalogue)) core.put(name, bytes);
  const answer = core.allocate(roundParameters(catalogue, round));
  const called = core.run('find_municipalities', {
    municipalities: fileName(chosenVintage(catalogue, round.population)),
    provinces: round.provinces,
    names: [],
    spellings: true,
  });
  return {
    provinces: round.provinces,
    spellings: called.ok ? called.result.spellings : [],
    municipalities: answer.ok ? answer.result.municipalities : [],
  };
}

/** What was understood of a page and what not, on standard error, before anything is computed. */
function tellDistribution(path: string, read: Distribution): void {
  const { municipalities, provinces, sum, provinceSum, missing, notUnderstood } = read;
  tell(
    `${path}: herkend: ${municipalities} gemeenten, ${provinces} provincies, som ${municipalities > 0 ? sum : provinceSum}.`,
  );
  if (missing.length > 0)
    tell(`${path}: ${missing.length} gemeenten staan er niet in: ${missing.join(', ')}.`);
  for (const { why, table, row, text } of notUnderstood)
    tell(
      `${path}: tabel ${table}${row === 0 ? '' : `, regel ${row}`}: niet gebruikt (${misunderstandings[why]}) [${text.slice(0, 100)}]`,
    );
}

const misunderstandings: Record<Misunderstanding, string> = {
  name_unknown: 'geen gemeente of provincie van deze ronde',
  number_missing: 'geen getal',
  number_unreadable: 'geen leesbaar heel getal',
  twice: 'hetzelfde gebied met twee getallen',
  sum_differs: 'het totaal is niet de som van de delen; de delen zijn gebruikt',
  columns_unclear: 'niet te zien welke kolom de plekken zijn',
  other_unit: 'de getallen zijn geen gewone aantallen',
  text: 'tekst zonder cijfers',
};

/** What was read of a person's file, to be named to the core. */
export interface PutFile {
  readonly file: string;
  readonly notation?: NumberNotation;
}

/**
 * Hands a person's file to the core under the name that findings will show: the path, and of a
 * spreadsheet or page the table in it behind a `#`.
 * @param wish the tables that were asked for, what for, and how they are read
 */
export function putFile(core: Core, path: string, wish: Partial<DocumentWish> = {}): PutFile {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    throw new WrongCall(`het bestand “${path}” is niet te lezen`);
  }
  try {
    const name = ownName(path);
    const { sheets = [] } = wish;
    const lines = /\.txt$/i.test(path);
    const part = putDocument(core, name, bytes, { ...wish, sheets, lines });
    // A page of several tables is a distribution as a whole, or else its first table.
    const isPage = part !== null && !['xlsx', 'ods'].includes(part.document.kind);
    const distribution =
      isPage && part.document.tables.length > 1 && sheets.length === 0
        ? readDistribution(part.document.tables, knownRegions(core), figureReader(core))
        : null;
    if (part !== null && distribution !== null) {
      tellDistribution(path, distribution);
      return { file: putDistribution(core, name, distribution, part.document.tables) };
    }
    return {
      file: part?.file ?? name,
      ...(part?.notation == null ? {} : { notation: part.notation }),
    };
  } catch (fault) {
    if (!(fault instanceof FormatFault)) throw fault;
    throw new WrongCall(`${path}: ${faultText(fault, 'nl')}`);
  }
}

/** A printed table before the core, with how the document and the call say that it is read. */
export function putPrinted(core: Core, path: string, values: InputValues): ReadFile {
  const notation = notationOf(values.decimal, values.thousands);
  const reading = fileReading(values, 'table');
  return {
    ...putFile(core, path, { sheets: values.sheet ?? [], role: 'table', reading }),
    ...reading,
    ...(notation === undefined ? {} : { notation }),
  };
}

/** Those of which anything is said. */
export const readingsOf = (...files: readonly ReadFile[]): ReadFile[] =>
  files.filter((file) => Object.keys(file).length > 1);

/** Puts the files before the core, and gives the parameters of a question about them. */
export function readInputs(core: Core, values: InputValues): ChosenInputs {
  const notation = notationOf(values.decimal, values.thousands);
  const need = values.need === undefined ? undefined : wholeNumber('need', values.need);
  const minors = values.minors === undefined ? undefined : wholeNumber('minors', values.minors);
  const round = values.round === undefined ? undefined : findRound(catalogue, values.round);
  if (values.round !== undefined && round === undefined) {
    throw new WrongCall(
      `de ronde “${values.round}” is er niet; er zijn: ${catalogue.rounds.map((known) => known.id).join(', ')}`,
    );
  }
  if (
    round === undefined &&
    (values.population === undefined || values.scores === undefined || need === undefined)
  ) {
    throw new WrongCall('geef --round, of --population, --scores en --need');
  }

  for (const { name, bytes } of bundledFiles(catalogue)) core.put(name, bytes);
  const codeLists = (values['code-list'] ?? []).map((list) => putFile(core, list).file);
  const own = (path: string | undefined, role: FileRole): InputFile | undefined => {
    if (path === undefined) return undefined;
    const reading = fileReading(values, role, codeLists);
    return {
      ...putFile(core, path, { sheets: values.sheet ?? [], role, reading }),
      ...reading,
      status: 'loaded',
      ...(notation === undefined ? {} : { notation }),
    };
  };
  const population = own(values.population, 'population');
  const scores = own(values.scores, 'scores');
  const merge = mergeOf(values);
  // Without a round the provinces are those of the Netherlands, and nothing is set beside the result.
  const basis = round ?? catalogue.rounds[0];
  if (basis === undefined) throw new Error('the catalogue holds no round');
  const parameters = roundParameters(catalogue, basis, {
    population,
    scores,
    need,
    minors,
    merge,
  });
  if (round !== undefined) return { round, parameters };
  const { published: _published, ...withoutPublished } = parameters;
  return {
    round,
    parameters: { ...withoutPublished, minors: minors ?? null, needIsOwn: true },
  };
}

/** As the column `basis` of exported tables has it. */
export const basisColumn: Record<AllocationResult['basis'], string> = {
  official: 'officieel',
  cbs_file: 'cbs_bestand',
  own_input: 'eigen_invoer',
  derived: 'afgeleid',
  estimate: 'schatting',
};

const basisWords: Record<AllocationResult['basis'], string> = {
  official: 'officiële CBS-cijfers',
  cbs_file: 'een CBS-bestand, door u geladen',
  own_input: 'eigen invoer',
  derived: 'wat een afgedrukte tabel van de gewichten zegt',
  estimate: 'een schatting',
};

/** What must be said beside the figures, on standard error so that files stay clean. */
export function caveats(
  result: {
    readonly basis: AllocationResult['basis'];
    readonly need: number;
    readonly record?: AllocationResult['record'];
    readonly derivation?: Derivation | null;
    readonly totals?: AllocationResult['totals'];
    readonly population?: SourceFile;
    readonly scores?: SourceFile;
  },
  round: Round | undefined,
): string[] {
  const lines: string[] = [];
  if (result.basis === 'estimate') {
    lines.push(
      result.record == null
        ? 'Een schatting: een marge, geen aantal.'
        : recordText(result.record, 'nl'),
    );
  } else if (result.basis === 'derived') {
    lines.push(
      result.derivation?.proven === false
        ? 'Afgeleid uit een afgedrukte tabel waarin iets niet klopt: de grenzen zijn niet bewezen.'
        : 'Afgeleid uit een afgedrukte tabel: de grenzen zijn bewezen, als de tabel, de inwoners erbij en gewoon afronden kloppen.',
    );
  } else {
    lines.push(
      `Gerekend met ${round?.invented === true ? 'verzonnen cijfers, om mee te oefenen' : basisWords[result.basis]}.`,
    );
    if (result.totals?.places != null)
      lines.push(
        `Som ${result.totals.places}, behoefte ${result.need}, verschil ${result.totals.difference ?? ''} door afronding per gemeente.`,
      );
  }
  for (const source of [result.population, result.scores]) {
    const sentence = source === undefined ? '' : recognitionText(source, 'nl');
    if (source !== undefined && sentence !== '') lines.push(`${source.file}: ${sentence}`);
  }
  if (round !== undefined) {
    for (const choice of [round.population, round.scores]) {
      if (choice.certainty === 'known' || choice.reason === undefined) continue;
      const what = choice.kind === 'population' ? 'Datum van de inwoners' : 'Jaar van de score';
      lines.push(
        `${what} door ons ${choice.certainty === 'inferred' ? 'afgeleid' : 'aangenomen'}: ${choice.reason.nl}`,
      );
    }
  }
  lines.push(
    'Indicatief, geen besluit. Bestaande plekken zijn niet afgetrokken; amv zitten in het totaal.',
  );
  return lines;
}

/** The files of a question that are not bundled as official or estimate: these take part by name. */
export const ownFiles = (parameters: InputsParameters): string[] =>
  [parameters.population, parameters.scores]
    .filter(({ status }) => status === 'loaded' || status === 'invented')
    .map(({ file }) => file);
