/** Search box for a municipality, also one of before, and for a province. */
import { lookUp } from '../../../wasm/contract/look-up.ts';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { AllocationResult, MunicipalityRow } from '../../../wasm/index.ts';
import { openView } from '../../page/navigation.ts';
import { nearestTo } from '../../state/answers.ts';
import { type Former, type Found, findPlaces, readFormer, spokenName } from '../../state/search.ts';
import {
  announcement,
  catalogue,
  chosen,
  chosenCode,
  result,
  shownProvince,
  texts,
} from '../../state/page.ts';

const most = 8;

let former: readonly Former[] | undefined;
function formerOnes(): readonly Former[] {
  former ??= catalogue.vintages
    .filter(({ kind }) => kind === 'changes')
    .flatMap(({ csv }) => readFormer(csv));
  return former;
}

interface Finding {
  readonly found: readonly Found<MunicipalityRow>[];
  readonly isSure: boolean;
  readonly isNear: boolean;
}

// Not before something is typed: the first screen does not wait for a computation.
const resultFor = (typed: string): AllocationResult | null =>
  typed.trim() === '' ? null : result.value;

// What fits; where nothing does, what comes nearest.
function find(typed: string, current: AllocationResult | null): Finding {
  if (current === null) return { found: [], isSure: false, isNear: false };
  const rows = current.municipalities;
  const provinces = current.provinces.map(({ name }) => name);
  const fits = findPlaces(rows, formerOnes(), provinces, typed, most);
  if (fits.found.length > 0) return { ...fits, isNear: false };
  const near = nearestTo(rows, typed).map((row) => ({ kind: 'municipality', row }) as const);
  return { found: near, isSure: false, isNear: near.length > 0 };
}

const keyOf = (one: Found<MunicipalityRow>): string =>
  one.kind === 'province'
    ? one.name
    : `${one.kind} ${one.kind === 'former' ? one.name : ''} ${one.row.code}`;

function Option(props: { of: Found<MunicipalityRow> }) {
  const t = texts.value;
  const { of } = props;
  if (of.kind === 'province')
    return (
      <>
        {of.name} <span class="search__province">{t.searchProvince}</span>
      </>
    );
  if (of.kind === 'former')
    return (
      <>
        {of.name}{' '}
        <span class="search__province">{t.searchFormer(of.since, spokenName(of.row.name))}</span>
      </>
    );
  return (
    <>
      {spokenName(of.row.name)} <span class="search__province">{of.row.province}</span>
    </>
  );
}

/** A combobox after the pattern of ARIA 1.2: the focus stays in the field, arrows walk the list. */
export function Search() {
  const t = texts.value;
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  // Said for as long as what the former municipality became is the one that is open.
  const [became, setBecame] = useState({ code: '', says: '' });
  const current = resultFor(typed);
  const { found, isNear } = useMemo(() => find(typed, current), [typed, current]);
  const shown = open && typed !== '';
  // Chosen elsewhere, by link, undone or gone back to: box and answer agree.
  const box = useRef<HTMLInputElement>(null);
  const name = chosen.value?.name ?? null;
  useLayoutEffect(() => {
    if (document.activeElement !== box.current) setTyped(name === null ? '' : spokenName(name));
  }, [name]);
  const optionId = (index: number): string => `zoek-${index}`;

  const choose = (one: Found<MunicipalityRow>): void => {
    setOpen(false);
    if (one.kind === 'province') {
      setTyped('');
      shownProvince.value = one.name;
      openView('country');
      return;
    }
    chosenCode.value = one.row.code;
    setTyped(spokenName(one.row.name));
    setBecame({
      code: one.row.code,
      says:
        one.kind === 'former' ? t.searchBecame(one.name, one.since, spokenName(one.row.name)) : '',
    });
  };
  const walk = (event: KeyboardEvent): void => {
    const last = Math.max(found.length - 1, 0);
    const moves: Record<string, number> = {
      ArrowDown: shown ? Math.min(active + 1, last) : 0,
      ArrowUp: Math.max(active - 1, 0),
    };
    const next = lookUp(moves, event.key);
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
          ref={box}
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
            setBecame({ code: '', says: '' });
            setOpen(true);
            const now = find(value, resultFor(value));
            // Of what only resembles it, none is chosen before a person walks to it.
            setActive(now.isSure ? 0 : -1);
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
          {found.map((one, index) => (
            <li
              key={keyOf(one)}
              id={optionId(index)}
              role="option"
              aria-selected={index === active}
              class="search__option"
              // Before the field loses the focus, and the list with it.
              onMouseDown={(event) => {
                event.preventDefault();
                choose(one);
              }}
            >
              <Option of={one} />
            </li>
          ))}
        </ul>
        {became.says !== '' && became.code === chosenCode.value && (
          <p class="search__became" role="status" data-testid="opgegaan">
            {became.says}
          </p>
        )}
      </div>
    </div>
  );
}
