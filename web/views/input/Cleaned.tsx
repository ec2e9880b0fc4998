/** Button that saves a loaded file in canonical form. */
import { cleanedTables } from '../../state/inputs.ts';
import { saveFile } from '../../page/save.ts';
import { type LoadedFile, kindOf, texts } from '../../state/page.ts';

/** The file in canonical form: one row per municipality, numbers as the core read them. */
export function Cleaned(props: { file: LoadedFile }) {
  const t = texts.value.input;
  const { name, recognised } = props.file;
  const isNone = ['unknown', 'published', 'code_list'].includes(kindOf(props.file));
  if (isNone || recognised.findingCounts.error > 0) return null;
  const save = async (): Promise<void> => {
    const base = name.replace(/\.[a-z]+(#.*)?$/i, '').replace(/[/\\:#]/g, '-');
    const tables = await cleanedTables(props.file);
    for (const table of tables) {
      const which = tables.length === 1 ? '' : `-${table.name}`;
      saveFile(`${base}-${t.cleaned}${which}.csv`, table.bytes, 'text/csv');
    }
  };
  return (
    <p class="buttons">
      <button
        type="button"
        class="utrecht-button utrecht-button--subtle"
        onClick={() => void save()}
      >
        {t.downloadCleaned}
      </button>
    </p>
  );
}
