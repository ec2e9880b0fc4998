/** What was opened from the top of the page, beside the room or over it. */
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { effect, signal } from '@preact/signals';
import { closePanel, openView, openerOf, shared } from '../../page/navigation.ts';
import { type Panel, panel, room, sheets, texts } from '../../state/page.ts';
import { LinkNotice } from '../proof/LinkNotice.tsx';
import { DossierView } from '../dossier/DossierView.tsx';
import { InputView } from '../input/InputView.tsx';
import { ProofView } from '../proof/ProofView.tsx';
import { ShareView } from '../proof/ShareView.tsx';
import { ReportView } from '../report/ReportView.tsx';
import { HelpView } from './HelpView.tsx';
import './panel.css';

// As in panel.css: below this width a panel covers the whole screen.
const narrow = matchMedia('(max-width: 60rem)');
const isNarrow = signal(narrow.matches);
narrow.addEventListener('change', ({ matches }) => {
  isNarrow.value = matches;
});

/** What is covered cannot be reached either. */
function followCover(): () => void {
  return effect(() => {
    const name = panel.value;
    const covers = name !== null && (isNarrow.value || sheets.has(name));
    const { dataset } = document.documentElement;
    if (name === null) delete dataset['panel'];
    else dataset['panel'] = covers ? 'over' : 'beside';
    if (name !== null && sheets.has(name)) dataset['prints'] = 'panel';
    else delete dataset['prints'];
    for (const behind of document.querySelectorAll('.skip, .header, .bar, .main, .footer'))
      behind.toggleAttribute('inert', covers);
  });
}

const views: Readonly<Record<Panel, ComponentType>> = {
  input: InputView,
  share: ShareView,
  report: ReportView,
  proof: ProofView,
  dossier: DossierView,
  help: HelpView,
};

/** What stands behind “Deel of bewaar”. */
function Parts(props: { at: Panel }) {
  const t = texts.value;
  return (
    <nav class="panel__parts no-print" aria-label={t.viewNames.share}>
      <ul>
        {shared
          .filter((name) => name !== 'report' || room.value === 'municipality')
          .map((name) => (
            <li key={name}>
              <button
                type="button"
                class="navigation__item"
                data-view={name}
                aria-current={props.at === name ? 'true' : undefined}
                onClick={() => {
                  openView(name);
                }}
              >
                {name === 'share' ? t.shareShort : t.viewNames[name]}
              </button>
            </li>
          ))}
      </ul>
    </nav>
  );
}

/** A dialog that leaves the room usable where there is space for both. */
export function PanelDialog() {
  const t = texts.value;
  const name = panel.value;
  useEffect(followCover, []);
  if (name === null) return null;
  const View = views[name];
  return (
    <dialog
      open
      id="paneel"
      class={`panel panel--${sheets.has(name) ? 'sheet' : name}`}
      data-panel={name}
      aria-labelledby="paneel-titel"
      tabIndex={-1}
      onKeyDown={(event) => {
        const { target, currentTarget } = event;
        // A dialog on top of this one closes itself.
        const own = target instanceof Element && target.closest('dialog') === currentTarget;
        if (event.key === 'Escape' && own && !event.defaultPrevented) closePanel();
      }}
    >
      <div class="panel__inner">
        <div class="panel__head">
          <h2 id="paneel-titel" class="utrecht-heading-2">
            {t.viewNames[name]}
          </h2>
          <button
            type="button"
            class="utrecht-button utrecht-button--secondary-action no-print"
            data-testid="paneel-sluiten"
            onClick={closePanel}
          >
            <span aria-hidden="true">✕</span> {t.close}
          </button>
        </div>
        {openerOf(name) === 'share' && <Parts at={name} />}
        <LinkNotice />
        <View />
      </div>
    </dialog>
  );
}
