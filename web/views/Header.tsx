import { type Theme, keep, language, rounds, round, chooseRound, texts, theme } from '../state.ts';
import { day } from '../format.ts';

export function Header() {
  const t = texts.value;
  const other = language.value === 'nl' ? 'en' : 'nl';
  return (
    <header class="header">
      <div class="header__inner">
        <div>
          <p class="header__name">
            {t.name} <span class="utrecht-badge">{t.unofficial}</span>
          </p>
        </div>
        <div class="header__settings">
          <label class="utrecht-form-label" for="weergave">
            {t.theme}
          </label>
          <select
            id="weergave"
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

export function RoundChooser() {
  const t = texts.value;
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
            {t.roundLabel(
              known.title[language.value],
              day(known.referenceDay, language.value),
              known.covers[0],
              known.covers[1],
            )}
            {known.invented ? ` (${t.invented.toLowerCase()})` : ''}
          </option>
        ))}
      </select>
    </p>
  );
}
