/** Progress of reading files, the button that stops it, and the files that were refused. */
import { faultText } from '../../../wasm/files/fault.ts';
import { cancel, progress, refusals } from '../../state/inputs.ts';
import { announcement, language, texts } from '../../state/page.ts';
import type { WorkerFault } from '../../worker/protocol.ts';

const megabytes = (bytes: number): string =>
  new Intl.NumberFormat(language.value === 'nl' ? 'nl-NL' : 'en-GB', {
    maximumFractionDigits: 0,
  }).format(bytes / 1_000_000);

/** How far the work in the background is, with a button that stops it. */
export function Working() {
  const t = texts.value.input;
  const work = progress.value;
  if (work === null) return null;
  const known = work.stage === 'reading' && work.all > 0;
  return (
    <div class="working" data-testid="voortgang" data-stage={work.stage}>
      <p id="voortgang-tekst" role="status">
        {t.stages[work.stage](work.name)}
        {known && (
          <span class="working__bytes"> {t.bytes(megabytes(work.done), megabytes(work.all))}</span>
        )}
      </p>
      <progress
        aria-labelledby="voortgang-tekst"
        {...(known ? { value: work.done, max: work.all } : {})}
      />
      <button
        type="button"
        class="utrecht-button utrecht-button--secondary-action"
        onClick={() => {
          cancel();
          announcement.value = t.cancelled;
          document.getElementById('bestanden')?.focus();
        }}
      >
        {t.cancel}
      </button>
    </div>
  );
}

const isWorkFault = (
  code: WorkerFault,
): code is 'worker_refused' | 'worker_broken' | 'out_of_memory' =>
  code === 'worker_refused' || code === 'worker_broken' || code === 'out_of_memory';

/** Why a file could not be taken in, and what to do. */
export function refusalText(code: WorkerFault): string {
  if (code === 'page_incomplete') return texts.value.incomplete;
  return isWorkFault(code)
    ? texts.value.input.workFaults[code]
    : faultText({ code, about: '' }, language.value);
}

/** Files that could not be taken in, each with what to do about it. */
export function Refusals() {
  const t = texts.value.input;
  if (refusals.value.length === 0) return null;
  return (
    <div class="refused" role="alert" data-testid="geweigerd">
      <h3 class="utrecht-heading-3">{t.refusedTitle}</h3>
      <ul>
        {refusals.value.map(({ name, code }) => (
          <li key={name}>
            <span class="file__name">{name}</span>: {refusalText(code)}
          </li>
        ))}
      </ul>
    </div>
  );
}
