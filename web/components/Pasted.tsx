/** What came of a paste: on which rows it landed, what has no place, and what is asked first. */
import { useState } from 'preact/hooks';
import { undo } from '../dossier/work.ts';
import { texts } from '../state/page.ts';
import type { PastePlan } from './paste.ts';
import type { SheetChange, SheetColumn, SheetRow } from './sheet-cells.ts';
import { Said } from './Said.tsx';

const mostNamed = 6;

function listed(names: readonly string[]): string {
  const [first = '', last = ''] = [names[0], names.at(-1)];
  return names.length <= mostNamed
    ? names.join(', ')
    : texts.value.provincial.fromTo(first, last, String(names.length));
}

export function Pasted(props: {
  plan: PastePlan;
  rows: readonly SheetRow[];
  columns: readonly SheetColumn[];
  write: (changes: readonly SheetChange[]) => void;
  close: () => void;
}) {
  const t = texts.value.provincial;
  const { plan, rows, columns } = props;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  if (plan.unknown.length > 0)
    return (
      <section class="pasted pasted--asks" data-testid="plakken-vraagt" role="alert">
        <p>{t.pasteAsks(String(plan.unknown.length))}</p>
        {plan.unknown.map(({ name, cells }, at) => (
          <p key={at}>
            <label class="utrecht-form-label" for={`plak-${at}`}>
              {t.pasteRow(name, cells.map(({ text }) => text).join(', '))}
            </label>
            <select
              id={`plak-${at}`}
              value={chosen[at] ?? ''}
              onChange={(event) => {
                const next = [...chosen];
                next[at] = event.currentTarget.value;
                setChosen(next);
              }}
            >
              <option value="">{t.pasteSkip}</option>
              {rows.map((row, place) =>
                row.isSum === true ? null : (
                  <option key={row.id} value={String(place)}>
                    {row.cells[0]}
                  </option>
                ),
              )}
            </select>
          </p>
        ))}
        <p class="senders-actions">
          <button
            type="button"
            class="utrecht-button utrecht-button--primary-action"
            data-testid="plak-toch"
            onClick={() => {
              const said = plan.unknown.flatMap(({ cells }, at) => {
                const row = chosen[at] ?? '';
                return row === '' ? [] : cells.map((cell) => ({ ...cell, row: Number(row) }));
              });
              props.write([...plan.changes, ...said]);
            }}
          >
            {t.pasteWrite}
          </button>
          <button
            type="button"
            class="utrecht-button utrecht-button--secondary-action"
            onClick={props.close}
          >
            {t.pasteNothing}
          </button>
        </p>
      </section>
    );
  const landed = [...new Set(plan.changes.map(({ row }) => row))].map((row) => {
    const name = rows[row]?.cells[0] ?? '';
    return name === '' ? t.rowNumber(String(row + 1)) : name;
  });
  const into = [...new Set(plan.changes.map(({ column }) => columns[column]?.title ?? ''))];
  const digits = (text: string): string => text.replace(/[\s.\u00a0]/g, '').toLowerCase();
  const refused = plan.changes.filter(({ row, column, text }) => {
    const cell = rows[row]?.cells[column] ?? '';
    return digits(cell) !== digits(text) || rows[row]?.wrong?.[column] !== undefined;
  });
  return (
    <Said class="pasted" testId="geplakt">
      <p>
        {plan.changes.length === 0
          ? t.pastedNothing
          : (plan.by === 'name' ? t.pastedByName : t.pastedByOrder)(
              listed(landed),
              into.join(', '),
            )}{' '}
        {refused.length > 0 &&
          t.pasteRefused(
            refused.map(({ row, text }) => `${rows[row]?.cells[0] ?? ''} “${text}”`).join(', '),
          )}{' '}
        {plan.dropped.length > 0 && t.pasteDropped(plan.dropped.join(', '))}
      </p>
      {plan.changes.length > 0 && (
        <button
          type="button"
          class="utrecht-button utrecht-button--secondary-action"
          data-testid="plakken-ongedaan"
          onClick={() => {
            undo();
            props.close();
          }}
        >
          {t.undoPaste}
        </button>
      )}
    </Said>
  );
}
