/** The provincial table in a dossier: undo, redo and the warning before leaving follow from it. */
import { Refused, asRecord, asText, registerSection } from '../../dossier/sections.ts';
import { openWorkspace, workspaceJson } from '../../../wasm/province/workspace-file.ts';
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
    const files = Object.fromEntries(
      [...asRecord(record.get('files') ?? {}, name)].map(([file, bytes]) => [
        file,
        asText(bytes, name, mostBytes),
      ]),
    );
    const opened = openWorkspace(workspaceJson(record.get('workspace'), files));
    if (
      !opened.ok ||
      !opened.workspace.locations.every((file) => Object.hasOwn(opened.files, file))
    )
      throw new Refused('section_wrong', name);
    return { workspace: opened.workspace, files: opened.files };
  },
});
