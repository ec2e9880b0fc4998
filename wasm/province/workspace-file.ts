/** The workspace as a file of its own: JSON with a version, and the files with locations inside. */
import { readJson } from '../files/json.ts';
import { documentName, isPlainName } from '../files/names.ts';
import { type ProvincialWorkspace, asWorkspace, tableNames } from './workspace.ts';
import { nothingReceived } from './records.ts';

export const workspaceFormat = 'spreidingswijzer-werkruimte';
export const workspaceVersion = 2;

/** A workspace with the files that it names, their bytes in base64. */
export interface KeptWorkspace {
  readonly workspace: ProvincialWorkspace;
  readonly files: Readonly<Record<string, string>>;
}

/** `newer`: a later version of this program wrote it; `name`: what it calls a file is no name of one, or of two. */
export type OpenedWorkspace =
  | ({ readonly ok: true } & KeptWorkspace)
  | {
      readonly ok: false;
      readonly reason: 'unreadable' | 'newer';
      readonly version: number;
      /** Of what is a workspace otherwise, what is lacking or wrong. */
      readonly part?: string;
    }
  | { readonly ok: false; readonly reason: 'name'; readonly name: string };

type Document = Readonly<Record<string, unknown>>;

/** Brings a file of one version to the next; key: the version it starts from. */
const migrations: Readonly<Record<number, (document: Document) => Document>> = {
  // Version 1 had no mark of its own: its files with locations stood beside it, and nobody was named as
  // their sender.
  1: (workspace) => ({ workspace: { senders: nothingReceived, ...workspace }, files: {} }),
};

const isRecord = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads the text of a file, which anyone may have written. */
export function openWorkspace(text: string): OpenedWorkspace {
  const refused = (reason: 'unreadable' | 'newer', version: number) =>
    ({ ok: false, reason, version }) as const;
  let value: unknown;
  try {
    value = readJson(text);
  } catch {
    return refused('unreadable', 0);
  }
  if (!isRecord(value)) return refused('unreadable', 0);
  const version = value.format === undefined ? 1 : value.version;
  if (
    (value.format !== undefined && value.format !== workspaceFormat) ||
    typeof version !== 'number' ||
    !Number.isInteger(version) ||
    version < 1
  )
    return refused('unreadable', 0);
  if (version > workspaceVersion) return refused('newer', version);
  let document: Document = value;
  for (let from = version; from < workspaceVersion; from += 1)
    document = migrations[from]?.(document) ?? document;
  const workspace = asWorkspace(document.workspace);
  const { files } = document;
  if (typeof workspace === 'string') return { ...refused('unreadable', version), part: workspace };
  if (!isRecord(files)) return { ...refused('unreadable', version), part: 'files' };
  const { sheets, waiting } = workspace.senders ?? nothingReceived;
  const names = [
    ...workspace.locations,
    ...Object.keys(files),
    // Of a table in a document, the document.
    ...[...sheets, ...waiting].map(({ name }) => documentName(name)),
  ];
  const seen = new Set<string>();
  const wrong =
    names.find((name) => !isPlainName(name)) ??
    // Else one table would stand in for another.
    tableNames(workspace).find((name) => seen.size === seen.add(name).size);
  if (wrong !== undefined) return { ok: false, reason: 'name', name: wrong };
  const contents = Object.entries(files).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return { ok: true, workspace, files: Object.fromEntries(contents) };
}

/** As `openWorkspace` reads it. */
export const workspaceJson = (workspace: unknown, files: KeptWorkspace['files']): string =>
  JSON.stringify({ format: workspaceFormat, version: workspaceVersion, workspace, files }, null, 1);

/** The text of a file that `openWorkspace` reads; only files that the workspace names go along. */
export const workspaceText = ({ workspace, files }: KeptWorkspace): string =>
  `${workspaceJson(
    workspace,
    Object.fromEntries(
      Object.entries(files).filter(([name]) => workspace.locations.includes(name)),
    ),
  )}\n`;
