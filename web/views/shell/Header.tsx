/** Head of the page: name, language, theme, undo and redo; and the choice of a round. */
import type { Round } from '../../../wasm/rounds/catalogue.ts';
import { canRedo, canUndo, redo, undo, unsaved } from '../../dossier/work.ts';
import { day } from '../../format.ts';
import { openView } from '../../page/navigation.ts';
import {
  type Theme,
  announcement,
  chooseRound,
  keep,
  language,
  panel,
  round,
  rounds,
  texts,
  theme,
} from '../../state/page.ts';

/** Undoes or redoes, and says so. */
export function stepBack(back: boolean): void {
  const t = texts.value.shell;
  if (back ? undo() : redo()) announcement.value = back ? t.undone : t.redone;
}

/** Shown from the first change on. */
function Steps() {
  const t = texts.value.shell;
  if (!canUndo.value && !canRedo.value) return null;
  return (
    <div class="header__steps">
      {unsaved.value && panel.value !== 'dossier' && (
        <button
          type="button"
          class="utrecht-button utrecht-button--subtle"
          onClick={() => {
            openView('dossier');
          }}
        >
          {t.unsaved}
        </button>
      )}
      {[true, false].map((back) => (
        <button
          key={String(back)}
          type="button"
          class="utrecht-button utrecht-button--subtle header__step"
          data-testid={back ? 'ongedaan' : 'opnieuw'}
          aria-label={back ? t.undo : t.redo}
          title={back ? `${t.undo} (Ctrl+Z)` : `${t.redo} (Ctrl+Y)`}
          aria-disabled={!(back ? canUndo : canRedo).value}
          onClick={() => {
            stepBack(back);
          }}
        >
          <span aria-hidden="true">{back ? '↶' : '↷'}</span>
        </button>
      ))}
    </div>
  );
}

export function Header() {
  const t = texts.value;
  const other = language.value === 'nl' ? 'en' : 'nl';
  return (
    <header class="header">
      <div class="header__inner">
        <p class="header__name">
          {t.name} <span class="utrecht-badge">{t.unofficial}</span>
        </p>
        <Steps />
        <div class="header__settings">
          <select
            id="weergave"
            aria-label={t.theme}
            class="utrecht-select utrecht-select--html-select"
            value={theme.value}
            onChange={(event) => {
              theme.value = event.currentTarget.value as Theme;
              keep('theme', theme.value);
            }}
          >
            {(['auto', 'light', 'dark'] as const).map((name) => (
              <option key={name} value={name}>
                {t.themes[name]}
              </option>
            ))}
          </select>
          <button
            type="button"
            lang={other}
            class="utrecht-button utrecht-button--subtle"
            onClick={() => {
              language.value = other;
              keep('language', other);
            }}
          >
            {t.otherLanguage}
          </button>
        </div>
      </div>
    </header>
  );
}

/** What is chosen, in full, where a narrow screen cuts it off in its list; a screen reader has it already. */
export function WholeLabel(props: { text: string }) {
  return (
    <span class="whole-label" aria-hidden="true">
      {props.text}
    </span>
  );
}

export function RoundChooser() {
  const t = texts.value;
  const label = (known: Round): string =>
    t.roundLabel(
      known.title[language.value],
      day(known.referenceDay, language.value),
      known.covers[0],
      known.covers[1],
    ) + (known.invented ? ` (${t.invented.toLowerCase()})` : '');
  return (
    <p class="round">
      <label class="utrecht-form-label" for="ronde">
        {t.round}
      </label>
      <select
        id="ronde"
        class="utrecht-select utrecht-select--html-select"
        value={round.value.id}
        onChange={(event) => {
          chooseRound(event.currentTarget.value);
        }}
      >
        {rounds.map((known) => (
          <option key={known.id} value={known.id}>
            {label(known)}
          </option>
        ))}
      </select>
      <WholeLabel text={label(round.value)} />
    </p>
  );
}
