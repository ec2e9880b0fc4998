/** Search box for a municipality, with suggestions for what was mistyped. */
import { useMemo, useState } from 'preact/hooks';
import type { MunicipalityRow } from '../../../wasm/index.ts';
import { nearestTo } from '../../state/answers.ts';
import { findNames, folded } from '../../state/search.ts';
import { announcement, chosenCode, result, texts } from '../../state/page.ts';

const most = 8;
const none: readonly MunicipalityRow[] = [];

// Not before something is typed: the first screen does not wait for a computation.
const rowsFor = (typed: string): readonly MunicipalityRow[] =>
  typed === '' ? none : (result.value?.municipalities ?? none);

// What matches; where nothing does, what comes nearest.
function find(
  rows: readonly MunicipalityRow[],
  typed: string,
): { found: MunicipalityRow[]; isNear: boolean } {
  const found = findNames(rows, typed, most);
  if (found.length > 0 || folded(typed) === '') return { found, isNear: false };
  const near = nearestTo(rows, typed);
  return { found: near, isNear: near.length > 0 };
}

/** A combobox after the pattern of ARIA 1.2: the focus stays in the field, arrows walk the list. */
export function Search() {
  const t = texts.value;
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const rows = rowsFor(typed);
  const { found, isNear } = useMemo(() => find(rows, typed), [rows, typed]);
  const shown = open && typed !== '';
  const optionId = (index: number): string => `zoek-${index}`;

  const choose = (row: MunicipalityRow): void => {
    chosenCode.value = row.code;
    setTyped(row.name);
    setOpen(false);
    // On a small screen what stands above the figure would keep it out of sight.
    requestAnimationFrame(() => {
      document.querySelector('.card .figure__basis')?.scrollIntoView({ block: 'nearest' });
    });
  };
  const walk = (event: KeyboardEvent): void => {
    const last = Math.max(found.length - 1, 0);
    const moves: Record<string, number> = {
      ArrowDown: shown ? Math.min(active + 1, last) : 0,
      ArrowUp: Math.max(active - 1, 0),
    };
    const next = moves[event.key];
    const picked = found[active];
    if (next !== undefined) {
      setOpen(true);
      setActive(next);
    } else if (event.key === 'Enter' && shown && picked !== undefined) {
      choose(picked);
    } else if (event.key === 'Escape') {
      setOpen(false);
      if (!shown) setTyped('');
    } else {
      return;
    }
    event.preventDefault();
  };

  return (
    <div class="search">
      <label class="utrecht-form-label search__label" for="zoek">
        {t.search}
      </label>
      <div class="search__field">
        <input
          id="zoek"
          class="utrecht-textbox utrecht-textbox--html-input"
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          placeholder={t.searchHint}
          aria-expanded={shown}
          aria-controls="zoek-lijst"
          aria-autocomplete="list"
          {...(shown && found[active] !== undefined
            ? { 'aria-activedescendant': optionId(active) }
            : {})}
          value={typed}
          onInput={(event) => {
            const value = event.currentTarget.value;
            setTyped(value);
            setOpen(true);
            const now = find(rowsFor(value), value);
            // Of what is only near, none is chosen before a person walks to it.
            setActive(now.isNear ? -1 : 0);
            announcement.value =
              value === '' ? '' : now.isNear ? t.searchNear : t.searchCount(now.found.length);
          }}
          onFocus={(event) => {
            event.currentTarget.select();
          }}
          onBlur={() => {
            setOpen(false);
          }}
          onKeyDown={walk}
        />
        {shown && (isNear || found.length === 0) && (
          <p class="search__none">{isNear ? t.searchNear : t.searchCount(0)}</p>
        )}
        <ul
          id="zoek-lijst"
          role="listbox"
          aria-label={t.search}
          class="search__list"
          hidden={!shown || found.length === 0}
        >
          {found.map((row, index) => (
            <li
              key={row.code}
              id={optionId(index)}
              role="option"
              aria-selected={index === active}
              class="search__option"
              // Before the field loses the focus, and the list with it.
              onMouseDown={(event) => {
                event.preventDefault();
                choose(row);
              }}
            >
              {row.name} <span class="search__province">{row.province}</span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
