/** `verify`: whether a receipt holds. */
import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import catalogue from 'virtual:catalogue';
import { type Core, type VerifyResult, mostReceiptBytes } from '../index.ts';
import { bundledFiles, roundSize, verifyParameters } from '../rounds/catalogue.ts';
import { type Language, findingText } from '../words/messages.ts';
import { faultTexts, proofTexts } from '../words/receipt-words.ts';
import { outcomeText } from '../words/sentences.ts';
import { FormatFault, faultText } from '../files/fault.ts';
import { ownName } from '../files/names.ts';
import { putTable } from '../files/put.ts';
import { readDocument } from '../files/read.ts';
import { WrongCall, oneOf } from './call.ts';
import type { Command } from './command.ts';
import { alignedTable, csvText, emit, jsonText, report, tell } from './output.ts';

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
  const size = roundSize(catalogue, result.proven?.round ?? null);
  return [
    outcomeText(result.outcome, language),
    ...faultTexts(result, language),
    ...proofTexts(result, size, language).map((sentence) => `- ${sentence}`),
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
function putAllTables(core: Core, path: string): string {
  const bytes = bytesOf(path);
  const name = ownName(path);
  core.put(name, bytes);
  try {
    const document = readDocument(bytes);
    document?.tables.forEach((_, at) => putTable(core, name, document, at));
    return name;
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
    tell(`${path}: ${what} ${todo}`);
    return 1;
  }

  for (const bundled of bundledFiles(catalogue)) core.put(bundled.name, bundled.bytes);
  const name = ownName(path);
  core.put(name, bytesOf(path));
  const files = more.map((file) => putAllTables(core, file));
  const answer = core.verify(verifyParameters(catalogue, name, files));
  const status = report(answer, language);
  if (!answer.ok) return status;
  const { result } = answer;
  if (format === 'json') {
    emit(jsonText(result), values.out);
  } else if (format === 'csv') {
    emit(csvText([header, ...rows(result)], 'international'), values.out);
  } else {
    const table = result.differences.length === 0 ? '' : alignedTable([header, ...rows(result)], 3);
    emit(`${sentences(result, language).join('\n')}\n${table}`, values.out);
  }
  return result.outcome === 'holds' || result.outcome === 'round_changed' ? 0 : 1;
}

export const verify: Command = { help, run };
