/** The provincial table in a dossier: undo, redo and the warning before leaving follow from it. */
import { Refused, asRecord, asText, registerSection } from '../../dossier/sections.ts';
import { readWorkspace } from '../../../wasm/province/workspace.ts';
import { type TableState, tableState } from './state.ts';

const name = 'provincial';
const mostBytes = 20_000_000;

registerSection<TableState>({
  name,
  work: true,
  read: () => tableState.value,
  same: (one, other) => one === other,
  restore: (state) => {
    tableState.value = state;
  },
  save: (state) => (state.workspace === null ? undefined : state),
  open: (saved) => {
    if (saved === undefined) return { workspace: null, files: {} };
    const record = asRecord(saved, name);
    const workspace = readWorkspace(JSON.stringify(record.get('workspace') ?? null));
    if (workspace === undefined) throw new Refused('section_wrong', name);
    const files: Record<string, string> = {};
    for (const [file, bytes] of asRecord(record.get('files') ?? {}, name))
      files[file] = asText(bytes, name, mostBytes);
    if (!workspace.locations.every((file) => files[file] !== undefined))
      throw new Refused('section_wrong', name);
    return { workspace, files };
  },
});
