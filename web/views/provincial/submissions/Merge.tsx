/** A colleague's workspace beside this one: every difference, to be settled by a person. */
import type { ProvincialWorkspace } from '../../../../wasm/province/workspace.ts';
import type { WorkspaceDifference } from '../../../../wasm/province/merge.ts';
import { texts } from '../../../state/page.ts';
import { SubmissionTable } from './SubmissionTable.tsx';
import { type Merging, settle, settleAll } from './state.ts';

/** A value as a person reads it. */
function shown(value: unknown): string {
  if (value === undefined) return texts.value.senders.notThere;
  if (value === null || value === '') return texts.value.senders.emptyCell;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  if (Array.isArray(value)) return value.map(shown).join('; ');
  return Object.entries(value)
    .map(([name, inner]) => `${name}: ${shown(inner)}`)
    .join(', ');
}

/** A colleague's workspace beside this one, cell by cell. */
export function Merge(props: { of: ProvincialWorkspace; merging: Merging }) {
  const t = texts.value.senders;
  const { differences, name } = props.merging;
  const nameOf = (code: string): string =>
    props.of.municipalities.find((each) => each.code === code)?.name ?? code;
  const placeOf = ({ path }: WorkspaceDifference): string =>
    path.map((step) => (typeof step === 'string' ? step : nameOf(step.is))).join(' › ');
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
                    aria-label={`${takeOver ? t.theirs : t.mine}: ${placeOf(each)}`}
                    onClick={() => {
                      settle(each, takeOver);
                    }}
                  >
                    {takeOver ? t.theirs : t.mine}
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
