import { csvText } from '../../../wasm/csv-text.ts';
import { saveFile } from '../../save.ts';
import { type LoadedFile, result, serving, texts } from '../../state.ts';

/** A file in canonical form: one row per municipality, numbers as the core read them. */
function cleanedText(file: LoadedFile): string | null {
  const rows = result.value?.municipalities ?? [];
  const people = serving('population') === file;
  // On an estimate no score leaves the core.
  const scores = serving('scores') === file && rows.every(({ score }) => score !== null);
  if (rows.length === 0 || (!people && !scores)) return null;
  return csvText(
    [
      [
        'gemeentecode',
        'gemeente',
        'provincie',
        ...(people ? ['inwoners'] : []),
        ...(scores ? ['ses_woa'] : []),
      ],
      ...rows.map(({ code, name, province, inhabitants, score }) => [
        code,
        name,
        province,
        ...(people ? [inhabitants] : []),
        ...(scores ? [{ decimal: score ?? '' }] : []),
      ]),
    ],
    'international',
  );
}

export function Cleaned(props: { file: LoadedFile }) {
  const t = texts.value.input;
  const text = cleanedText(props.file);
  if (text === null) return null;
  return (
    <p class="buttons">
      <button
        type="button"
        class="utrecht-button utrecht-button--subtle"
        onClick={() => {
          const name = props.file.name.replace(/\.[a-z]+(#.*)?$/i, '').replace(/[/\\:#]/g, '-');
          saveFile(`${name}-${t.cleaned}.csv`, text, 'text/csv');
        }}
      >
        {t.downloadCleaned}
      </button>
    </p>
  );
}
