/** Heading on printed paper: title, day, version, fingerprints and notes. */
import { areNotesBrought, notes } from '../../dossier/page-sections.ts';
import { today } from '../../dossier/work.ts';
import { day } from '../../format.ts';
import {
  catalogue,
  chosen,
  core,
  language,
  printedView,
  result,
  round,
  texts,
} from '../../state/page.ts';

/** On paper only: what the sheet is, of when, and from which bytes. */
export function PrintHeading() {
  const t = texts.value;
  const shown = language.value;
  const version = core.value?.version();
  // The provincial table rests on what it was given, not on the scores of the page.
  const view = printedView.value;
  const isTable = view === 'table';
  const inputs = [result.value?.population, result.value?.scores];
  return (
    <div class="print-heading">
      <p class="print-heading__title">
        {t.name}: {t.viewNames[view]}
        {view === 'municipality' && chosen.value !== null && ` · ${chosen.value.name}`}
      </p>
      <p>
        {!isTable &&
          `${t.roundLabel(
            round.value.title[shown],
            day(round.value.referenceDay, shown),
            round.value.covers[0],
            round.value.covers[1],
          )}. `}
        {t.shell.printedOn(day(today(), shown))}. {t.shell.version} {version?.version} (
        {version?.commit}), {t.shell.dataUntil(day(catalogue.dataUntil, shown))}.
      </p>
      {!isTable && (
        <p>
          {t.shell.inputs}:{' '}
          {inputs
            .flatMap((input) => (input === undefined ? [] : [`${input.file} ${input.sha256}`]))
            .join('; ')}
        </p>
      )}
      {notes.value !== '' && (
        <p class="print-heading__notes">
          {areNotesBrought.value ? t.shell.notesBrought : t.shell.notes}: {notes.value}
        </p>
      )}
    </div>
  );
}
