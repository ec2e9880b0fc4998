/** View of help: examples, words, the page as one file, and what this is not. */
import { whole } from '../../format.ts';
import { load } from '../../state/inputs.ts';
import { openView } from '../../page/navigation.ts';
import { saveFile } from '../../page/save.ts';
import { singleFile } from '../../page/site.ts';
import { catalogue, chooseRound, language, room, rounds, texts } from '../../state/page.ts';
import { startTour } from './Tour.tsx';
import './help.css';

const exampleFiles = (): readonly { name: string; csv: string }[] =>
  catalogue.vintages
    .filter(({ status, kind }) => status === 'invented' && ['population', 'scores'].includes(kind))
    .map(({ kind, csv }) => ({ name: `voorbeeld-${kind}.csv`, csv }));

/** Takes the invented files in as if a person had chosen them. */
export async function tryExamples(): Promise<void> {
  const practice = rounds.find(({ invented }) => invented);
  if (practice !== undefined) chooseRound(practice.id);
  await load(exampleFiles().map(({ name, csv }) => new File([csv], name, { type: 'text/csv' })));
  openView('input');
}

/** Example files one click away. */
export function Examples() {
  const t = texts.value.help;
  return (
    <section class="section" aria-labelledby="voorbeelden-titel">
      <h2 id="voorbeelden-titel" class="utrecht-heading-2">
        {t.examplesTitle}
      </h2>
      <p>{t.examplesText}</p>
      <div class="buttons">
        <button
          type="button"
          class="utrecht-button utrecht-button--primary-action"
          data-testid="voorbeelden"
          onClick={() => {
            void tryExamples();
          }}
        >
          {t.examplesTry}
        </button>
        {exampleFiles().map(({ name, csv }) => (
          <button
            key={name}
            type="button"
            class="utrecht-button utrecht-button--secondary-action"
            onClick={() => {
              saveFile(name, csv, 'text/csv');
            }}
          >
            {name.includes('population') ? t.examplesPopulation : t.examplesScores}
          </button>
        ))}
      </div>
    </section>
  );
}

function Words(props: { id: string; title: string; words: readonly (readonly string[])[] }) {
  return (
    <section class="section" aria-labelledby={props.id}>
      <h2 id={props.id} class="utrecht-heading-2">
        {props.title}
      </h2>
      <dl class="words">
        {props.words.map(([word, meaning]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function OneFile() {
  const t = texts.value.help;
  const file = singleFile();
  return (
    <section class="section" aria-labelledby="bestand-titel">
      <h2 id="bestand-titel" class="utrecht-heading-2">
        {t.fileTitle}
      </h2>
      <p>{t.fileText}</p>
      {file === null ? (
        <p>{t.fileHere}</p>
      ) : (
        <>
          <p>
            <a
              class="utrecht-link utrecht-link--html-a"
              href={`spreidingswijzer.html?${file.sha256}`}
              download="spreidingswijzer.html"
              data-testid="een-bestand"
            >
              {t.fileDownload(whole(file.kilobytes, language.value))}
            </a>
          </p>
          <p>
            {t.fileHash} <code class="fingerprint">{file.sha256}</code>
          </p>
          <p>{t.fileCheck}</p>
        </>
      )}
    </section>
  );
}

/** What can be done in the room that is open. */
function RoomHelp() {
  const t = texts.value;
  return (
    <section class="section" aria-labelledby="hulp-kamer-titel" data-testid="hulp-kamer">
      <h2 id="hulp-kamer-titel" class="utrecht-heading-3">
        {t.help.roomTitle(t.viewNames[room.value])}
      </h2>
      <ul>
        {t.help.rooms[room.value].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

/** Help in place. */
export function HelpView() {
  const t = texts.value.help;
  return (
    <>
      <RoomHelp />
      <p class="intro">{t.intro}</p>
      <p>
        <button
          type="button"
          class="utrecht-button utrecht-button--primary-action"
          data-testid="rondleiding-start"
          onClick={startTour}
        >
          {t.tourStart}
        </button>
      </p>
      <Examples />
      <section class="section" aria-labelledby="niet-titel">
        <h2 id="niet-titel" class="utrecht-heading-2">
          {t.notTitle}
        </h2>
        <ul>
          {t.not.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
      <Words id="woorden-titel" title={t.wordsTitle} words={t.words} />
      <OneFile />
      <Words id="toetsen-titel" title={t.keysTitle} words={t.keys} />
    </>
  );
}
