/** Sharing and taking along what is in view: a link, a receipt, a calculation sheet; and opening a link. */
import { useState } from 'preact/hooks';
import { Labelled } from '../../components/Labelled.tsx';
import { saveDossier } from '../../dossier/work.ts';
import { openView } from '../../page/navigation.ts';
import { broughtAddress, isOnFile, publishedAddress, publishedAt } from '../../state/address.ts';
import { chosen, files, language, room, round, texts } from '../../state/page.ts';
import { spokenName } from '../../state/search.ts';
import { EmbedCode } from './EmbedCode.tsx';
import { OpenLink } from './OpenLink.tsx';
import { Action, TheLink } from './Take.tsx';
import { savePicture } from './picture.ts';
import { copyLink, madeLink, outcome, saveReceipt, saveSheet } from './take.ts';
import './proof.css';

/** What a link of now leads to. */
function inView(): string {
  const t = texts.value;
  const name = chosen.value?.name;
  return [
    t.viewNames[room.value],
    ...(room.value === 'municipality' && name !== undefined ? [spokenName(name)] : []),
    round.value.title[language.value].toLowerCase(),
  ].join(', ');
}

/** From a file no link leads anywhere: a person says where the page is published, or sends a file. */
function WhereTo() {
  const t = texts.value.proof;
  const [wrong, setWrong] = useState(false);
  return (
    <>
      <p class="figure__note">{t.onFile}</p>
      <Labelled for="gepubliceerd-op" label={t.publishedAt}>
        <span id="gepubliceerd-op-uitleg" class="hint">
          {t.publishedAtHint}
        </span>
        <input
          id="gepubliceerd-op"
          class="utrecht-textbox utrecht-textbox--html-input"
          type="url"
          autocomplete="off"
          spellcheck={false}
          maxLength={500}
          placeholder="https://"
          aria-describedby="gepubliceerd-op-uitleg"
          aria-invalid={wrong}
          value={publishedAt.value}
          onChange={(event) => {
            const typed = event.currentTarget.value;
            const address = typed.trim() === '' ? '' : publishedAddress(typed);
            setWrong(address === null);
            if (address !== null) publishedAt.value = address;
            broughtAddress.value = '';
            madeLink.value = null;
          }}
        />
        {publishedAt.value !== '' && publishedAt.value === broughtAddress.value && (
          <span role="status">{t.publishedAtBrought}</span>
        )}
        {wrong && (
          <span class="field__error" role="alert">
            {t.publishedAtWrong}
          </span>
        )}
      </Labelled>
    </>
  );
}

function Sharing() {
  const t = texts.value.proof;
  return (
    <section class="section no-print" aria-labelledby="delen-titel">
      <h2 id="delen-titel" class="utrecht-heading-3">
        {t.shareTitle}
      </h2>
      <p data-testid="wat-delen">
        {t.shareWhat} <strong>{inView()}</strong>
      </p>
      {isOnFile() && <WhereTo />}
      <ul class="takes">
        <Action
          id="vraaglink"
          name={t.link}
          text={t.linkText}
          act={() => void copyLink('question')}
        />
        {files.value.length > 0 && (
          <Action
            id="datalink"
            name={t.dataLink}
            text={t.dataLinkText}
            act={() => void copyLink('data')}
          />
        )}
        {isOnFile() && (
          <Action
            id="als-bestand"
            name={t.asFile}
            text={t.asFileText}
            act={() => {
              saveDossier(true);
              outcome.value = texts.value.dossier.saved;
            }}
          />
        )}
      </ul>
      <TheLink />
      <EmbedCode />
    </section>
  );
}

function TakingAlong() {
  const t = texts.value;
  const row = room.value === 'municipality' ? chosen.value : null;
  return (
    <section class="section no-print" aria-labelledby="meegeven-titel">
      <h2 id="meegeven-titel" class="utrecht-heading-3">
        {t.proof.takeTitle}
      </h2>
      <ul class="takes">
        {room.value === 'municipality' && (
          <Action
            id="naar-bijlage"
            name={t.viewNames.report}
            text={t.proof.reportText}
            act={() => {
              openView('report');
            }}
          />
        )}
        {row !== null && (
          <Action
            id="afbeelding"
            name={t.proof.picture}
            text={t.proof.pictureText}
            act={() =>
              void savePicture(row, 'png').then((drawn) => {
                outcome.value = drawn ? t.proof.pictureSaved : t.proof.pictureFailed;
              })
            }
          />
        )}
        {row !== null && (
          <Action
            id="afbeelding-svg"
            name={t.proof.pictureSvg}
            text={t.proof.pictureSvgText}
            act={() =>
              void savePicture(row, 'svg').then(() => {
                outcome.value = t.proof.pictureSaved;
              })
            }
          />
        )}
        <Action
          id="rekenbewijs"
          name={t.proof.receipt}
          text={t.proof.receiptText}
          act={saveReceipt}
        />
        <Action
          id="rekenblad"
          name={t.proof.sheet}
          text={t.proof.sheetText}
          act={() => void saveSheet()}
        />
      </ul>
    </section>
  );
}

export function ShareView() {
  return (
    <>
      <p role="status" class="outcome" data-testid="meegegeven">
        {outcome.value}
      </p>
      <Sharing />
      <TakingAlong />
      <OpenLink />
    </>
  );
}
