/** Start of the page: frame, views, language, theme, keys for undo, and a message where it cannot run. */
import { Component, type ComponentChildren, render } from 'preact';
import { effect, signal } from '@preact/signals';
import './page/shown.ts';
import { load } from '../wasm/index.ts';
import { plainText } from '../wasm/words/plain-text.ts';
import { guardCopies } from './page/copy.ts';
import { listenForDrops } from './page/drop.ts';
import './dossier/every-section.ts';
import { startHistory } from './dossier/work.ts';
import { arrival, followLargeFiles } from './state/inputs.ts';
import { followAddress } from './state/address.ts';
import { later, laterFailed, readLater } from './page/later.ts';
import { keepForOffline } from './page/site.ts';
import {
  announcement,
  chosen,
  language,
  panel,
  printedView,
  room,
  start,
  texts,
  theme,
} from './state/page.ts';
import { answerText } from './components/Figure.tsx';
import { spokenName } from './state/search.ts';
import { Header, RoundChooser, stepBack } from './views/shell/Header.tsx';
import { Navigation } from './views/shell/Navigation.tsx';
import { Age } from './views/shell/Start.tsx';
import { Tour } from './views/shell/Tour.tsx';
import { LinkNotice } from './views/proof/LinkNotice.tsx';
import { MunicipalityView } from './views/municipality/MunicipalityView.tsx';
import './styles/page.css';
import './styles/shell.css';
import './styles/paper.css';

/** Anything that goes wrong is said; never an empty page. */
class Boundary extends Component<{ children: ComponentChildren }, { broken: boolean }> {
  override state = { broken: false };
  static override getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }
  override render() {
    return this.state.broken ? <Message text={texts.value.broken} /> : this.props.children;
  }
}

function Message(props: { text: string }) {
  return (
    <main class="message">
      <p role="alert">{props.text}</p>
    </main>
  );
}

function Page() {
  const t = texts.value;
  const name = room.value;
  const rest = later.value;
  const View = name === 'municipality' ? MunicipalityView : rest?.views[name];
  return (
    <Boundary>
      <a class="utrecht-skip-link skip" href="#inhoud">
        {t.skip}
      </a>
      <Header />
      {rest !== null && <rest.PrintHeading />}
      <Navigation />
      <main id="inhoud" class="main" tabIndex={-1}>
        {name !== 'municipality' && (
          <>
            <h1 class="utrecht-heading-1">{t.viewNames[name]}</h1>
            <RoundChooser />
            <Age />
          </>
        )}
        {laterFailed.value && (
          <p class="problem" role="alert">
            {t.incomplete}
          </p>
        )}
        {panel.value === null && <LinkNotice />}
        {rest !== null && panel.value !== 'input' && arrival.value === null && <rest.Stopped />}
        {View !== undefined && <View />}
      </main>
      {rest !== null && <rest.PanelDialog />}
      {rest !== null && <rest.Footer />}
      {rest !== null && panel.value === null && <rest.Arrived />}
      <Tour />
      <p class="visually-hidden" role="status" aria-live="polite">
        {announcement.value}
      </p>
    </Boundary>
  );
}

effect(() => {
  document.documentElement.lang = language.value;
  const t = texts.value;
  // Also the name of what is printed or kept as PDF.
  const shown = printedView.value;
  const what = [
    ...(['municipality', 'report'].includes(shown) && chosen.value !== null
      ? [spokenName(chosen.value.name)]
      : []),
    t.viewNames[shown],
  ];
  document.title = plainText(`${what.join(' · ')} – ${t.name}`);
});
const deviceIsDark = matchMedia('(prefers-color-scheme: dark)');
const deviceTheme = signal(deviceIsDark.matches);
deviceIsDark.addEventListener('change', ({ matches }) => {
  deviceTheme.value = matches;
});
effect(() => {
  const own = theme.value;
  document.documentElement.dataset.theme =
    own === 'auto' ? (deviceTheme.value ? 'dark' : 'light') : own;
});
effect(() => {
  const row = chosen.value;
  if (row !== null) announcement.value = texts.value.result(spokenName(row.name), answerText(row));
});

const inField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z; inside a field they are the browser's own. */
function listenForSteps(): void {
  document.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || inField(event.target)) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    stepBack(key === 'z' && !event.shiftKey);
  });
}

const root = document.getElementById('pagina');
if (root !== null) {
  // The sentences for a page without this script stand here until now.
  root.textContent = '';
  if (typeof WebAssembly === 'undefined') {
    render(<Message text={texts.value.noWebAssembly} />, root);
  } else {
    try {
      start(await load(await boot.wasm, await boot.module));
      followLargeFiles();
      await followAddress();
      startHistory();
      listenForSteps();
      listenForDrops();
      guardCopies();
      keepForOffline();
      // A first screen that is more than the search box is drawn whole, so that nothing moves after it.
      if (room.value !== 'municipality' || panel.value !== null || chosen.value !== null)
        await readLater();
      // A style that was changed on its way is refused: then nothing stands where it should.
      if (getComputedStyle(document.documentElement).getPropertyValue('--raised') === '')
        laterFailed.value = true;
      render(<Page />, root);
      setTimeout(() => void readLater());
    } catch {
      // Its first script may be damaged itself: then nothing was unpacked at all.
      const { boot: begun } = globalThis as { boot?: typeof boot };
      const isWhole = await (begun?.wasm ?? Promise.reject(new Error())).then(
        () => true,
        () => false,
      );
      const t = texts.value;
      render(<Message text={isWhole ? t.noWebAssembly : t.incomplete} />, root);
    }
  }
}
