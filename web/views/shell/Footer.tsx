/** Foot of the page: sources, what this is not, privacy, version and notices. */
import { useRef, useState } from 'preact/hooks';
import { chosenVintage } from '../../../wasm/rounds/catalogue.ts';
import { day } from '../../format.ts';
import { catalogue, core, language, round, texts } from '../../state/page.ts';
import { Dialog } from '../../components/Dialog.tsx';

/** The build writes them once it knows what is inside. */
async function readNotices(): Promise<string> {
  return new TextDecoder().decode(await boot.part('licenties'));
}

export function Footer() {
  const t = texts.value;
  const shown = language.value;
  const dialog = useRef<HTMLDialogElement>(null);
  const sources = useRef<HTMLDialogElement>(null);
  const [notices, setNotices] = useState('');
  const version = core.value?.version();
  const vintages = [
    chosenVintage(catalogue, round.value.population),
    chosenVintage(catalogue, round.value.scores),
    ...catalogue.vintages.filter(
      ({ kind, round: of }) => (kind === 'published' || kind === 'places') && of === round.value.id,
    ),
    ...catalogue.vintages.filter(({ kind, status }) => kind === 'centres' && status !== 'invented'),
  ];
  const list = (
    <ul>
      {vintages.map((vintage) => (
        <li key={vintage.id}>
          {vintage.title[shown]}. <span lang="nl">{vintage.source.replace(/\.$/, '')}.</span>{' '}
          <span lang="nl">{vintage.licence.attribution}</span> ({vintage.licence.name}),{' '}
          {day(vintage.retrieved, shown)}
        </li>
      ))}
      {round.value.sources.map(({ title, date, url }) => (
        <li key={url + title}>
          <a
            class="utrecht-link utrecht-link--html-a"
            href={url}
            rel="noreferrer noopener"
            lang="nl"
          >
            {title}
          </a>
          , {day(date, shown)}
        </li>
      ))}
    </ul>
  );
  return (
    <footer class="footer">
      <div class="footer__inner">
        <section class="footer__printed">
          <h2 class="utrecht-heading-3">{t.footer.sources}</h2>
          {list}
        </section>
        <section>
          <h2 class="utrecht-heading-3">{t.footer.notTitle}</h2>
          <p>{t.footer.not}</p>
          <div class="footer__privacy">
            <h2 class="utrecht-heading-3">{t.footer.privacyTitle}</h2>
            <p>{t.footer.privacy}</p>
          </div>
        </section>
        <p class="footer__last">
          {t.name},{' '}
          {version === undefined ? '' : `${t.footer.version(version.version, version.commit)}, `}
          {t.footer.until(day(catalogue.dataUntil, shown))}, {t.footer.licence}{' '}
          <button
            type="button"
            class="utrecht-button utrecht-button--subtle"
            data-testid="bronnen"
            onClick={() => sources.current?.showModal()}
          >
            {t.footer.sources}
          </button>
          <button
            type="button"
            class="utrecht-button utrecht-button--subtle"
            data-testid="licenties-tonen"
            onClick={() => {
              void readNotices().then(setNotices, () => {
                setNotices(t.incomplete);
              });
              dialog.current?.showModal();
            }}
          >
            {t.notices}
          </button>
        </p>
      </div>
      <Dialog handle={sources} title={t.footer.sources}>
        {list}
      </Dialog>
      <Dialog handle={dialog} title={t.notices}>
        <pre class="notices" lang="en" tabIndex={0}>
          {notices}
        </pre>
      </Dialog>
    </footer>
  );
}
