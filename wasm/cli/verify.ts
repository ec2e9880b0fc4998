/** `verify`: whether a receipt holds. */
import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import catalogue from 'virtual:catalogue';
import { type Core, type VerifyResult, mostReceiptBytes } from '../index.ts';
import { bundledFiles, verifyParameters } from '../rounds/catalogue.ts';
import { type Language, findingText } from '../words/messages.ts';
import { outcomeText } from '../words/sentences.ts';
import { FormatFault, faultText } from '../files/fault.ts';
import { putTable } from '../files/put.ts';
import { readDocument } from '../files/read.ts';
import { WrongCall, oneOf } from './call.ts';
import type { Command } from './command.ts';
import { alignedTable, csvText, emit, report } from './output.ts';

const help = `spreidingswijzer verify REKENBEWIJS [BESTAND …] [--format table|csv|json] [--out BESTAND]
                        [--language nl|en]

Rekent een rekenbewijs na uit de cellen die erin staan, en zegt wat niet klopt. Bestanden die niet in
het rekenbewijs staan (groter dan 10 MB), geeft u erachter mee; ze worden herkend aan hun vingerafdruk.

Een rekenbewijs over een ronde die sindsdien anders beschreven is, wordt nagerekend met de ronde zoals
zij toen beschreven was; dat staat erbij. Is het gemaakt volgens een regel waarmee niet meer wordt
gerekend, dan staat er dat dit programma het niet meer kan nagaan.

Uitgangsstatus 0 als alle getallen kloppen, 1 als iets niet klopt, niet na te gaan is of een bestand
ontbreekt.
`;

const header = ['plaats', 'in het bewijs', 'nagerekend'];
const rows = (result: VerifyResult): string[][] =>
  result.differences.map(({ path, claimed, recomputed }) => [path, claimed, recomputed]);

function sentences(result: VerifyResult, language: Language): string[] {
  const { version, commit } = result.maker;
  return [
    outcomeText(result.outcome, language),
    ...(result.checksum ? [] : ['Het controlegetal hoort niet bij de inhoud.']),
    ...(result.untouched ? [] : ['Het bestand is opnieuw opgeslagen: de bytes zijn veranderd.']),
    ...(result.differenceCount === 0 ? [] : [`Verschillen: ${result.differenceCount}.`]),
    ...result.missing.map(
      ({ file, sha256, bytes }) =>
        `Nodig om na te rekenen: ${file} (${bytes} bytes, SHA-256 ${sha256}). Geef het bestand mee achter het rekenbewijs.`,
    ),
    ...result.unproven.map(
      ({ file }) =>
        `De vingerafdruk van ${file} is uit de cellen niet te tonen. Met het bestand zelf erbij wel.`,
    ),
    ...(result.basis === 'estimate'
      ? ['De cijfers rusten op een schatting: het zijn marges, geen aantallen.']
      : []),
    `Gemaakt met versie ${version ?? 'onbekend'} (${commit ?? 'onbekend'}).`,
  ];
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    throw new WrongCall(`het bestand “${path}” is niet te lezen`);
  }
}

/** A file as it is, and every table in it: which one a receipt means, it says itself. */
function putAllTables(core: Core, path: string): void {
  const bytes = bytesOf(path);
  core.put(path, bytes);
  try {
    const document = readDocument(bytes);
    document?.tables.forEach((_, at) => putTable(core, path, document, at));
  } catch (fault) {
    if (!(fault instanceof FormatFault)) throw fault;
    throw new WrongCall(`${path}: ${faultText(fault, 'nl')}`);
  }
}

function run(core: Core, args: string[]): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'table' },
      out: { type: 'string' },
      language: { type: 'string', default: 'nl' },
    },
  });
  const format = oneOf('format', values.format, ['table', 'csv', 'json'] as const);
  const language = oneOf('language', values.language, ['nl', 'en'] as const);
  const [path, ...more] = positionals;
  if (path === undefined) throw new WrongCall('geef een rekenbewijs');
  // Before it is read: a file of any size may come in here.
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > mostReceiptBytes) {
    const { what, todo } = findingText(
      {
        code: 'receipt_too_large',
        severity: 'error',
        file: path,
        row: 0,
        column: 0,
        raw: '',
        about: '',
        otherRow: 0,
        count: 1,
      },
      language,
    );
    console.error(`${path}: ${what} ${todo}`);
    return 1;
  }

  for (const { name, bytes } of bundledFiles(catalogue)) core.put(name, bytes);
  core.put(path, bytesOf(path));
  for (const file of more) putAllTables(core, file);
  const answer = core.verify(verifyParameters(catalogue, path, more));
  const status = report(answer, language);
  if (!answer.ok) return status;
  const { result } = answer;
  if (format === 'json') {
    emit(`${JSON.stringify(result, null, 2)}\n`, values.out);
  } else if (format === 'csv') {
    emit(csvText([header, ...rows(result)], 'international'), values.out);
  } else {
    const table = result.differences.length === 0 ? '' : alignedTable([header, ...rows(result)], 3);
    emit(`${sentences(result, language).join('\n')}\n${table}`, values.out);
  }
  return result.outcome === 'holds' || result.outcome === 'round_changed' ? 0 : 1;
}

export const verify: Command = { help, run };
