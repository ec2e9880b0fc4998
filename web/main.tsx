import { Component, type ComponentChildren, render } from 'preact';
import { useRef } from 'preact/hooks';
import { effect } from '@preact/signals';
import { load } from '../wasm/index.ts';
import { day, whole } from './format.ts';
import { announcement, chosen, language, result, round, start, texts, theme } from './state.ts';
import { Card, Fact } from './views/Card.tsx';
import { Dialog } from './views/Dialog.tsx';
import { figureText } from './views/Figure.tsx';
import { Footer } from './views/Footer.tsx';
import { Header, RoundChooser } from './views/Header.tsx';
import { Findings, Own } from './views/Own.tsx';
import { Search } from './views/Search.tsx';
import { Tables } from './views/Tables.tsx';
import './page.css';

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

function Estimate() {
  const t = texts.value;
  const dialog = useRef<HTMLDialogElement>(null);
  if (result.value?.basis !== 'estimate') return null;
  return (
    <aside class="estimate" data-testid="schatting" aria-label={t.estimateTitle}>
      <p>
        <strong>{t.estimateTitle}</strong> {t.estimateText}
      </p>
      <div class="buttons">
        <button
          type="button"
          class="utrecht-button utrecht-button--primary-action"
          onClick={() => document.getElementById('bestanden')?.click()}
        >
          {t.chooseCbs}
        </button>
        <button
          type="button"
          class="utrecht-button utrecht-button--secondary-action"
          onClick={() => dialog.current?.showModal()}
        >
          {t.howCbs}
        </button>
      </div>
      <Dialog handle={dialog} title={t.howTitle}>
        <ol>
          {t.howSteps(round.value.scores.table ?? t.howUnknownTable).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p>{t.howChecked}</p>
      </Dialog>
    </aside>
  );
}

function AboutRound() {
  const t = texts.value;
  const shown = language.value;
  const { need, minors, population, scores, invented } = round.value;
  const sourced = (number: { places: number; source: string; date: string }): string =>
    `${whole(number.places, shown)} (${t.according(number.source, day(number.date, shown))})`;
  return (
    <section class="section about" aria-labelledby="ronde-titel">
      <h2 id="ronde-titel" class="utrecht-heading-2">
        {t.about}
      </h2>
      {invented && <p class="figure__note">{t.inventedSentence}</p>}
      <dl class="facts">
        <Fact name={invented ? t.needCountry : t.need} value={sourced(need)} />
        <Fact name={t.minorsNeed} value={minors === null ? t.unknown : sourced(minors)} />
      </dl>
      <p>{t.minorsExplained}</p>
      {!invented && (
        <ul>
          {[population, scores].map((choice) => (
            <li key={choice.kind}>
              {choice.kind === 'population'
                ? t.inhabitantsOf(day(`${choice.year}-01-01`, shown))
                : t.scoreOf(choice.year)}
              {'. '}
              {t.certainty[choice.kind][choice.certainty]} {choice.reason?.[shown] ?? ''}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Page() {
  const t = texts.value;
  return (
    <Boundary>
      <a class="utrecht-skip-link skip" href="#inhoud">
        {t.skip}
      </a>
      <Header />
      <main id="inhoud" class="main" tabIndex={-1}>
        <h1 class="utrecht-heading-1">{t.purpose}</h1>
        <RoundChooser />
        {result.value !== null && <Search />}
        <div id="antwoord" tabIndex={-1}>
          <Estimate />
          <Card />
        </div>
        <Findings />
        <AboutRound />
        <Own />
        {result.value !== null && <Tables />}
      </main>
      <Footer />
      <p class="visually-hidden" role="status" aria-live="polite">
        {announcement.value}
      </p>
    </Boundary>
  );
}

effect(() => {
  document.documentElement.lang = language.value;
  document.title = `${texts.value.name}: ${texts.value.purpose}`;
});
effect(() => {
  if (theme.value === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme.value;
});
effect(() => {
  const row = chosen.value;
  if (row !== null)
    announcement.value = texts.value.result(
      row.name,
      `${figureText(row.total)} ${texts.value.places}`,
    );
});

const root = document.getElementById('pagina');
const encoded = document.getElementById('rekenhart')?.textContent ?? '';
if (root !== null) {
  // The sentence for browsers without scripts stands here until now.
  root.textContent = '';
  if (typeof WebAssembly === 'undefined') {
    render(<Message text={texts.value.noWebAssembly} />, root);
  } else {
    try {
      start(await load(Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0))));
      render(<Page />, root);
    } catch {
      render(<Message text={texts.value.noWebAssembly} />, root);
    }
  }
}
