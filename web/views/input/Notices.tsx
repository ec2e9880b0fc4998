/** What a person is told of his files wherever he is looking: what came, what it changed, what is wrong. */
import type { AllocationResult } from '../../../wasm/index.ts';
import { figureText } from '../../components/Figure.tsx';
import { whole } from '../../format.ts';
import { openView } from '../../page/navigation.ts';
import { arrival, progress, reset, unload } from '../../state/inputs.ts';
import {
  type LoadedFile,
  announcement,
  chosenCode,
  files,
  isStopped,
  isUnread,
  kindOf,
  language,
  ownAnswer,
  panel,
  result,
  room,
  texts,
} from '../../state/page.ts';
import { spokenName } from '../../state/search.ts';
import { Working } from './Working.tsx';
import { Said } from '../../components/Said.tsx';
import './notices.css';

const shownName = (file: LoadedFile): string => file.origin?.name ?? file.name;

/** How many errors were found in a file, by itself and as part of what is asked. */
function errorsIn(file: LoadedFile): number {
  const own = ownAnswer.value?.findings ?? [];
  const asked = own.filter((found) => found.file === file.name && found.severity === 'error');
  return Math.max(asked.length, file.recognised.findingCounts.error);
}

const cannotServe = (file: LoadedFile): boolean => isUnread(file) || errorsIn(file) > 0;

function Without(props: { file: LoadedFile }) {
  const t = texts.value.input;
  const { file } = props;
  return (
    <button
      type="button"
      class="utrecht-button utrecht-button--primary-action"
      onClick={() => {
        unload(file.name);
        announcement.value = t.removed(shownName(file));
      }}
    >
      {t.without(shownName(file))}
    </button>
  );
}

/** Beside the figures of the round: that a person's own input is not in them, and the way on. */
export function Stopped() {
  const t = texts.value;
  if (!isStopped.value) return null;
  const wrong = files.value.filter(cannotServe);
  return (
    <div class="problem no-print" role="alert" data-testid="zonder-eigen">
      <p>
        <strong>{t.inputProblem}</strong> {t.inputProblemShown}
      </p>
      {wrong.length > 0 && (
        <ul>
          {wrong.map((file) => (
            <li key={file.name}>
              {t.input.wrongIn(
                shownName(file),
                isUnread(file) ? t.input.kinds.unknown : null,
                whole(errorsIn(file), language.value),
              )}
            </li>
          ))}
        </ul>
      )}
      <p class="buttons">
        {wrong.map((file) => (
          <Without key={file.name} file={file} />
        ))}
        {wrong.length === 0 && (
          <button
            type="button"
            class="utrecht-button utrecht-button--primary-action"
            onClick={reset}
          >
            {t.input.withoutAny}
          </button>
        )}
        <button
          type="button"
          class="utrecht-button utrecht-button--secondary-action"
          data-testid="naar-meldingen"
          onClick={() => {
            openView('input', 'meldingen-titel');
          }}
        >
          {t.inputProblemLink}
        </button>
      </p>
    </div>
  );
}

/** What a file changed in the answer in view, or in how many answers. */
function changeText(before: AllocationResult | null): string {
  const t = texts.value.input;
  const now = result.value;
  if (before === null || now === null || isStopped.value) return '';
  const earlier = new Map(before.municipalities.map((row) => [row.code, figureText(row.total)]));
  const code = chosenCode.value ?? '';
  const was = earlier.get(code);
  const row = now.municipalities.find((each) => each.code === code);
  if (was !== undefined && row === undefined) {
    const name = before.municipalities.find((each) => each.code === code)?.name ?? code;
    return t.gone(spokenName(name));
  }
  if (was !== undefined && row !== undefined) {
    const is = figureText(row.total);
    const name = spokenName(row.name);
    return was === is ? t.sameFor(name, is) : t.changedFor(name, was, is);
  }
  const changed = now.municipalities.filter(
    (each) => earlier.get(each.code) !== figureText(each.total),
  ).length;
  const shown = language.value;
  return changed === 0
    ? t.changedNone
    : t.changed(whole(changed, shown), whole(now.municipalities.length, shown));
}

function cameAs(file: LoadedFile): string {
  const t = texts.value.input;
  const kind = kindOf(file);
  const rows = file.recognised.ok ? file.recognised.result.rows.filled : 0;
  return kind === 'unknown'
    ? t.cameUnknown(shownName(file))
    : t.cameAs(shownName(file), t.kinds[kind], t.rows(whole(rows, language.value)));
}

/** Where a person is looking: what was loaded was recognised as, and what changed. */
export function Arrived() {
  const t = texts.value;
  const came = files.value.filter(({ name }) => arrival.value?.files.includes(name) === true);
  const beside = panel.value === 'input';
  if (progress.value !== null && !beside)
    return (
      <div class="arrived">
        <Working />
      </div>
    );
  if (arrival.value === null || came.length === 0) return null;
  // Until it is closed, this is where it is said; then it stands beside the figures.
  const stopped = isStopped.value && !beside;
  const computes = came.some(
    (file) => !['published', 'code_list', 'unknown'].includes(kindOf(file)),
  );
  const hasPrint = came.some((file) => kindOf(file) === 'published');
  const change = computes ? changeText(arrival.value.before) : '';
  return (
    <Said
      class={beside ? 'arrived arrived--inside' : 'arrived'}
      testId="aangekomen"
      label={t.viewNames.input}
    >
      <ul>
        {came.map((file) => (
          <li key={file.name}>{cameAs(file)}</li>
        ))}
      </ul>
      {stopped && <Stopped />}
      {change !== '' && <p data-testid="wat-veranderde">{change}</p>}
      {hasPrint && <p>{t.input.usedPublished}</p>}
      <p class="buttons">
        {hasPrint && room.value !== 'compare' && (
          <button
            type="button"
            class="utrecht-button utrecht-button--secondary-action"
            data-testid="naar-vergelijken"
            onClick={() => {
              openView('compare', 'vergelijk-titel');
            }}
          >
            {t.input.comparePublished}
          </button>
        )}
        {!beside && (
          <button
            type="button"
            class="utrecht-button utrecht-button--secondary-action"
            onClick={() => {
              openView('input');
            }}
          >
            {t.input.see}
          </button>
        )}
        <button
          type="button"
          class="utrecht-button utrecht-button--subtle"
          onClick={() => {
            arrival.value = null;
          }}
        >
          {t.close}
        </button>
      </p>
    </Said>
  );
}
