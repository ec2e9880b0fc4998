import { openView } from '../navigation.ts';
import { type View, texts, view } from '../state.ts';
import { views } from './index.ts';

/** From one view to another. */
export function Navigation() {
  const t = texts.value;
  return (
    <nav class="navigation" aria-label={t.views}>
      <ul>
        {(Object.keys(views) as View[]).map((name) => (
          <li key={name}>
            <button
              type="button"
              class="navigation__item"
              data-view={name}
              aria-current={view.value === name ? 'page' : undefined}
              onClick={() => {
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
