/** First screen with the search box, and the notice that data have aged. */
import { mayBeOutdated } from '../../page/age.ts';
import { today } from '../../dossier/work.ts';
import { day } from '../../format.ts';
import { catalogue, chosenCode, language, texts } from '../../state/page.ts';
import { RoundChooser } from './Header.tsx';
import { Search } from './Search.tsx';
import { startTour } from './Tour.tsx';
import './start.css';

/** Said when the data inside have aged; a page kept offline cannot look for newer ones. */
export function Age() {
  const t = texts.value.shell;
  if (!mayBeOutdated(catalogue.dataUntil, today())) return null;
  return (
    <p class="age" data-testid="verouderd">
      <strong>{t.outdated(day(catalogue.dataUntil, language.value))}</strong> {t.outdatedWhat}
    </p>
  );
}

/** The first screen: one question, one box. It shrinks once a municipality has been chosen. */
export function Start() {
  const t = texts.value;
  const open = chosenCode.value === null;
  return (
    <div class={open ? 'start start--open' : 'start'}>
      <h1 class="utrecht-heading-1">{t.purpose}</h1>
      <Search />
      {open && (
        <p class="start__hint">
          {t.shell.startHint}{' '}
          <button type="button" class="utrecht-button utrecht-button--subtle" onClick={startTour}>
            {t.shell.tour}
          </button>
        </p>
      )}
      <RoundChooser />
      <Age />
    </div>
  );
}
