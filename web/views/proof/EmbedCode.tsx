/** The code with which another site frames the card of the chosen municipality, or the map of the country. */
import { useState } from 'preact/hooks';
import { isOfRound, publishedAt } from '../../state/address.ts';
import { announcement, chosen, language, round, texts } from '../../state/page.ts';
import { spokenName } from '../../state/search.ts';

type Kind = 'card' | 'map';

/** Where the pages to frame are; from a file nobody can frame anything, so there a person fills it in. */
const embedFolder = (): string =>
  location.protocol === 'file:'
    ? new URL('embed/', publishedAt.value || 'https://ADRES-VAN-DE-SITE/').href
    : new URL('embed/', location.href).href;

/** Pasted as it is: a frame, and what gives it the height that it tells. */
function codeOf(kind: Kind, code: string | null, title: string): string {
  const asked = new URLSearchParams({
    ...(code === null ? {} : { gemeente: code }),
    ronde: round.value.id,
    taal: language.value,
  });
  const page = `${embedFolder()}${kind === 'card' ? 'gemeente' : 'kaart'}.html`;
  const address = `${page}#${asked.toString().replaceAll('&', '&amp;')}`;
  return `<iframe src="${address}" title="${title.replaceAll('"', '&quot;')}"
  width="100%" height="${kind === 'card' ? 400 : 1100}" style="border: 0" loading="lazy"></iframe>
<script>
  addEventListener('message', ({ data, source }) => {
    if (data?.type !== 'spreidingswijzer:height') return;
    for (const frame of document.querySelectorAll('iframe'))
      if (frame.contentWindow === source) frame.style.height = data.height + 'px';
  });
</script>`;
}

export function EmbedCode() {
  const t = texts.value.embedCode;
  // What only a person's own file has is on no other site.
  const row = chosen.value !== null && isOfRound(chosen.value.code) ? chosen.value : null;
  const [wanted, setWanted] = useState<Kind>('card');
  const [said, setSaid] = useState('');
  // Of an invented country there is nothing to place on a site.
  if (round.value.invented) return null;
  const names: Readonly<Record<Kind, string>> = {
    card: row === null ? '' : t.kinds.card(spokenName(row.name)),
    map: t.kinds.map,
  };
  const kinds: readonly Kind[] = row === null ? ['map'] : ['card', 'map'];
  const kind = kinds.includes(wanted) ? wanted : 'map';
  const code = codeOf(kind, row?.code ?? null, `Spreidingswijzer: ${names[kind]}`);
  const say = (sentence: string): void => {
    setSaid(sentence);
    announcement.value = sentence;
  };
  return (
    <details class="embed-code" data-testid="insluiten">
      <summary>{t.title}</summary>
      <p>{t.text}</p>
      {location.protocol === 'file:' && publishedAt.value === '' && <p>{t.noSite}</p>}
      <p>
        <label class="utrecht-form-label" for="insluiten-wat">
          {t.what}
        </label>{' '}
        <select
          id="insluiten-wat"
          class="utrecht-select utrecht-select--html-select"
          value={kind}
          onChange={(event) => {
            setWanted(event.currentTarget.value as Kind);
            setSaid('');
          }}
        >
          {kinds.map((each) => (
            <option key={each} value={each}>
              {names[each]}
            </option>
          ))}
        </select>
      </p>
      <label class="utrecht-form-label" for="insluiten-code">
        {t.code}
      </label>
      <textarea
        id="insluiten-code"
        class="utrecht-textbox made-link__text"
        rows={9}
        readOnly
        spellcheck={false}
        value={code}
        onFocus={(event) => {
          event.currentTarget.select();
        }}
      />
      <p>
        <button
          type="button"
          class="utrecht-button utrecht-button--secondary-action"
          onClick={() => {
            navigator.clipboard.writeText(code).then(
              () => {
                say(t.copied);
              },
              () => {
                say(t.notCopied);
              },
            );
          }}
        >
          {t.copy}
        </button>{' '}
        <span aria-hidden="true">{said}</span>
      </p>
    </details>
  );
}
