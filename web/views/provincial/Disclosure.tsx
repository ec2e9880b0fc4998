/** What people decide about confidential numbers in the public edition, and what that tells. */
import { useState } from 'preact/hooks';
import { findingText } from '../../../wasm/words/messages.ts';
import type { ProvincialWorkspace } from '../../../wasm/province/workspace.ts';
import { Labelled } from '../../components/Labelled.tsx';
import { language, texts } from '../../state/page.ts';
import { change, publicEdition } from './state.ts';

type Publication = NonNullable<ProvincialWorkspace['publication']>;

function Releases(props: { of: ProvincialWorkspace; set: (part: Partial<Publication>) => void }) {
  const t = texts.value.provincial.disclosure;
  const { of, set } = props;
  const releases = of.publication?.releases ?? [];
  const [code, setCode] = useState('');
  const [reason, setReason] = useState('');
  const nameOf = (wanted: string): string =>
    of.municipalities.find((each) => each.code === wanted)?.name ?? wanted;
  const left = of.municipalities.filter((each) =>
    releases.every(({ municipality }) => municipality !== each.code),
  );
  return (
    <>
      <p class="provincial-note">{t.releaseIntro}</p>
      {releases.length > 0 && (
        <ul>
          {releases.map((release) => (
            <li key={release.municipality}>
              {nameOf(release.municipality)}: {release.reason}{' '}
              <button
                type="button"
                class="utrecht-button utrecht-button--secondary-action"
                aria-label={t.takeBack(nameOf(release.municipality))}
                onClick={() => {
                  set({ releases: releases.filter((each) => each !== release) });
                }}
              >
                {t.remove}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Labelled for="vrijgeven-gemeente" label={t.municipality}>
        <select
          id="vrijgeven-gemeente"
          value={code}
          onChange={(event) => {
            setCode(event.currentTarget.value);
          }}
        >
          <option value="">{t.choose}</option>
          {left.map((each) => (
            <option key={each.code} value={each.code}>
              {each.name}
            </option>
          ))}
        </select>
      </Labelled>
      <Labelled for="vrijgeven-reden" label={t.reason}>
        <input
          id="vrijgeven-reden"
          value={reason}
          onInput={(event) => {
            setReason(event.currentTarget.value);
          }}
        />
      </Labelled>
      <button
        type="button"
        class="utrecht-button utrecht-button--secondary-action"
        data-testid="tafel-vrijgeven"
        disabled={code === '' || reason.trim() === ''}
        onClick={() => {
          set({ releases: [...releases, { municipality: code, reason: reason.trim() }] });
          setCode('');
          setReason('');
        }}
      >
        {t.release}
      </button>
    </>
  );
}

export function Disclosure(props: { of: ProvincialWorkspace }) {
  const t = texts.value.provincial.disclosure;
  const { of } = props;
  const { publication = {} } = of;
  const editions = publication.editions ?? [];
  const set = (part: Partial<Publication>): void => {
    change({ publication: { ...publication, ...part } });
  };
  const exposed = (publicEdition.value?.findings ?? []).filter(
    ({ code }) => code === 'number_exposed',
  );
  return (
    <>
      {exposed.length > 0 && (
        <div class="provincial-warning" role="status" data-testid="tafel-verklapt">
          <ul>
            {exposed.map((finding) => {
              const { what, todo } = findingText(finding, language.value);
              return (
                <li key={finding.raw}>
                  {what} {todo}
                </li>
              );
            })}
          </ul>
        </div>
      )}
      <details class="provincial-settings">
        <summary>{t.title}</summary>
        <p class="provincial-note">{t.intro}</p>
        <Releases of={of} set={set} />
        <Labelled for="toch-afdrukken" label={t.anyway}>
          <input
            id="toch-afdrukken"
            value={publication.printAnyway ?? ''}
            onChange={(event) => {
              set({ printAnyway: event.currentTarget.value });
            }}
          />
        </Labelled>
        <p class="provincial-note" data-testid="tafel-uitgaven">
          {t.editions(editions.length)}
        </p>
      </details>
    </>
  );
}
