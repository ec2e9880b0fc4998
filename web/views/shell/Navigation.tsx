/** Menu of the views. */
import { useState } from 'preact/hooks';
import { openView } from '../../page/navigation.ts';
import { allViews, texts, view } from '../../state/page.ts';

/** From one view to another; on a narrow screen behind a button. */
export function Navigation() {
  const t = texts.value;
  const [open, setOpen] = useState(false);
  return (
    <nav
      class="navigation"
      aria-label={t.views}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setOpen(false);
      }}
    >
      <button
        type="button"
        class="navigation__menu"
        aria-expanded={open}
        aria-controls="onderdelen"
        onClick={() => {
          setOpen(!open);
        }}
      >
        <span aria-hidden="true">☰</span> {t.shell.menu}: {t.viewNames[view.value]}
      </button>
      <ul
        id="onderdelen"
        class={open ? 'navigation__list navigation__list--open' : 'navigation__list'}
      >
        {allViews.map((name) => (
          <li key={name}>
            <button
              type="button"
              class="navigation__item"
              data-view={name}
              aria-current={view.value === name ? 'page' : undefined}
              onClick={() => {
                setOpen(false);
                openView(name);
              }}
            >
              {t.viewNames[name]}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
