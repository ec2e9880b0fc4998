import { useState } from 'preact/hooks';
import type { MunicipalityRow } from '../../wasm/index.ts';
import { findNames } from '../search.ts';
import { announcement, chosenCode, result, texts } from '../state.ts';

const most = 8;

/** A combobox after the pattern of ARIA 1.2: the focus stays in the field, arrows walk the list. */
export function Search() {
  const t = texts.value;
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const found = findNames(result.value?.municipalities ?? [], typed, most);
  const shown = open && typed !== '';
  const optionId = (index: number): string => `zoek-${index}`;

  const choose = (row: MunicipalityRow): void => {
    chosenCode.value = row.code;
    setTyped(row.name);
    setOpen(false);
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
          {...(shown && found.length > 0 ? { 'aria-activedescendant': optionId(active) } : {})}
          value={typed}
          onInput={(event) => {
            const value = event.currentTarget.value;
            setTyped(value);
            setOpen(true);
            setActive(0);
            const count = findNames(result.value?.municipalities ?? [], value, most).length;
            announcement.value = value === '' ? '' : t.searchCount(count);
          }}
          onFocus={(event) => {
            event.currentTarget.select();
          }}
          onBlur={() => {
            setOpen(false);
          }}
          onKeyDown={walk}
        />
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
        {shown && found.length === 0 && <p class="search__none">{t.searchCount(0)}</p>}
      </div>
    </div>
  );
}
