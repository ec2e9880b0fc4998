/** Workspaces and files of municipalities for the command line: read from disk, handed to the core. */
import { lookUp } from '../contract/look-up.ts';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import catalogue from 'virtual:catalogue';
import { FormatFault, faultText } from '../files/fault.ts';
import { readDocument } from '../files/read.ts';
import { csvOf } from '../files/table.ts';
import type { Core } from '../index.ts';
import { takeIn } from '../province/intake.ts';
import { type ReceivedFile, receivedFile } from '../province/table-reading.ts';
import { openWorkspace } from '../province/workspace-file.ts';
import { type ProvincialWorkspace, innerTables } from '../province/workspace.ts';
import { quotedText } from '../words/plain-text.ts';
import { WrongCall } from './call.ts';
import { clockDay } from './output.ts';

export interface OpenedFile {
  readonly workspace: ProvincialWorkspace;
  /** Contents of the files that it names, in base64. */
  readonly files: Readonly<Record<string, string>>;
  readonly sha256: string;
}

export function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    throw new WrongCall(`het bestand “${path}” is niet te lezen`);
  }
}

/** A file of a municipality: CSV, or a document with all of its tables. Throws a `WrongCall` for another. */
export function readReceived(core: Core, path: string): ReceivedFile {
  const bytes = readBytes(path);
  try {
    const document = readDocument(bytes);
    const tables = document?.tables.map((table) => ({ ...table, csv: csvOf(table) }));
    return receivedFile(core, basename(path), bytes, tables ?? null);
  } catch (fault) {
    if (fault instanceof FormatFault) throw new WrongCall(`${path}: ${faultText(fault, 'nl')}`);
    throw fault;
  }
}

/** A file that a workspace names stands beside it; a link that leads out of the folder is not followed. */
function besideOf(path: string, name: string): string {
  const beside = join(dirname(path), name);
  if (existsSync(beside) && dirname(realpathSync(beside)) !== realpathSync(dirname(path)))
    throw new WrongCall(
      `“${beside}” is een koppeling naar een bestand buiten de map van de werkruimte; zet het bestand zelf ernaast`,
    );
  return beside;
}

const isSpreadsheet = (path: string): boolean => /\.(xlsx|xlsm|ods)$/i.test(path);

/** Opens a workspace with the files that stand in it or beside it; “example” is the invented province. */
export function openFile(core: Core, path: string): OpenedFile {
  const example = path === 'example' ? catalogue.exampleProvince : undefined;
  const bytes =
    example === undefined ? readBytes(path) : new TextEncoder().encode(example.workspace);
  const opened = openWorkspace(new TextDecoder().decode(bytes));
  if (!opened.ok)
    throw new WrongCall(
      opened.reason === 'newer'
        ? `“${path}” is gemaakt met een nieuwere Spreidingswijzer (vorm ${opened.version}); open haar met die versie`
        : opened.reason === 'name'
          ? `“${path}” is niet geopend: ${quotedText(opened.name)} is geen naam van een bestand naast de werkruimte, of van meer dan één tabel; zet het bestand ernaast, en noem het één keer en zonder map`
          : `“${path}” is geen werkruimte${opened.part === undefined ? '' : `: “${opened.part}” ontbreekt of klopt niet`}`,
    );
  let { workspace } = opened;
  const files = new Map<string, string>();
  for (const name of workspace.locations) {
    const inside = lookUp(opened.files, name);
    if (inside === undefined && example === undefined && isSpreadsheet(name)) {
      const rest = workspace.locations.filter((other) => other !== name);
      workspace = takeIn(
        core,
        { ...workspace, locations: rest },
        readReceived(core, besideOf(path, name)),
        clockDay(),
      ).workspace;
      continue;
    }
    const content =
      inside !== undefined
        ? Buffer.from(inside, 'base64')
        : example === undefined
          ? readBytes(besideOf(path, name))
          : new TextEncoder().encode(example.locations);
    core.put(name, content);
    files.set(name, Buffer.from(content).toString('base64'));
  }
  putTables(core, workspace);
  return {
    workspace,
    files: Object.fromEntries(files),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

/** Hands over what the workspace itself holds. */
export function putTables(core: Core, workspace: ProvincialWorkspace): void {
  for (const { name, text } of innerTables(workspace))
    core.put(name, new TextEncoder().encode(text()));
}
