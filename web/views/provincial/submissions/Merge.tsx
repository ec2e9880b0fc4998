/** A colleague's workspace beside this one: every difference, to be settled by a person. */
import type { ProvincialWorkspace } from '../../../../wasm/province/workspace.ts';
import type { WorkspaceDifference } from '../../../../wasm/province/merge.ts';
import { placeInWords, valueInWords } from '../../../../wasm/province/difference-words.ts';
import { language, texts } from '../../../state/page.ts';
import { SubmissionTable } from './SubmissionTable.tsx';
import { type Merging, settle, settleAll } from './state.ts';

/** A colleague's workspace beside this one, cell by cell. */
export function Merge(props: { of: ProvincialWorkspace; merging: Merging }) {
  const t = texts.value.senders;
  const { differences, name } = props.merging;
  const placeOf = (each: WorkspaceDifference): string =>
    placeInWords(props.of, each, language.value);
  const labelOf = (takeOver: boolean, { theirs }: WorkspaceDifference): string =>
    takeOver ? (theirs === undefined ? t.alsoRemove : t.theirs) : t.mine;
  const shown = (value: unknown): string => valueInWords(props.of, value, language.value);
  return (
    <section class="senders-card" data-testid="samenvoegen">
      <h3 class="utrecht-heading-3">{t.mergeTitle(name)}</h3>
      <p>{differences.length === 0 ? t.mergeSame : t.mergeIntro}</p>
      {differences.length > 0 && (
        <SubmissionTable
          caption={t.mergeTitle(name)}
          testId="verschillen"
          head={t.mergeHead}
          rows={differences.map((each) => ({
            key: each.key,
            cells: [
              placeOf(each),
              shown(each.mine),
              shown(each.theirs),
              <span class="senders-actions">
                {([false, true] as const).map((takeOver) => (
                  <button
                    key={String(takeOver)}
                    type="button"
                    class="utrecht-button utrecht-button--subtle"
                    aria-label={`${labelOf(takeOver, each)}: ${placeOf(each)}`}
                    onClick={() => {
                      settle(each, takeOver);
                    }}
                  >
                    {labelOf(takeOver, each)}
                  </button>
                ))}
              </span>,
            ],
          }))}
        />
      )}
      <p class="senders-actions">
        {([false, true] as const).map((takeOver) => (
          <button
            key={String(takeOver)}
            type="button"
            class="utrecht-button utrecht-button--secondary-action"
            data-testid={takeOver ? 'neem-alles-over' : 'houd-de-mijne'}
            onClick={() => {
              settleAll(takeOver);
            }}
          >
            {takeOver ? t.theirsAll : t.mineAll}
          </button>
        ))}
      </p>
    </section>
  );
}
