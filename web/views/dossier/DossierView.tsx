/** View of the dossier: keep, open, notes, and what came of opening one. */
import { useState } from 'preact/hooks';
import { FromDossier } from '../../components/FromDossier.tsx';
import { areNotesBrought, broughtNotes, notes } from '../../dossier/page-sections.ts';
import { openDossier, opening, saveDossier, unsaved } from '../../dossier/work.ts';
import { announcement, files, texts } from '../../state/page.ts';
import { Labelled } from '../../components/Labelled.tsx';
import { Said } from '../../components/Said.tsx';
import './dossier.css';

/** What came of opening a dossier, with everything a person has to know. */
function Outcome() {
  const t = texts.value.dossier;
  const came = opening.value;
  if (came === null) return null;
  if (!came.ok) {
    return (
      <div class="problem" role="alert" data-testid="dossier-geweigerd">
        <p>{t.refused(came.name)}</p>
        <p>{t.reasons[came.refused.code](came.refused.about)}</p>
      </div>
    );
  }
  const { missing, unknown } = came.dossier;
  return (
    <Said class="outcome" testId="dossier-geopend">
      <p>
        <strong>{t.opened(came.name)}</strong> {t.openedUndo}
      </p>
      {missing.length > 0 && <p>{t.missing(missing.join(', '))}</p>}
      {unknown.length > 0 && <p>{t.unknown(unknown.join(', '))}</p>}
    </Said>
  );
}

function Keep() {
  const t = texts.value.dossier;
  const [withFiles, setWithFiles] = useState(true);
  return (
    <section class="section" aria-labelledby="bewaren-titel">
      <h2 id="bewaren-titel" class="utrecht-heading-2">
        {t.saveTitle}
      </h2>
      {files.value.length > 0 && (
        <p class="check">
          <input
            id="met-bestanden"
            type="checkbox"
            checked={withFiles}
            aria-describedby="met-bestanden-uitleg"
            onChange={(event) => {
              setWithFiles(event.currentTarget.checked);
            }}
          />
          <label for="met-bestanden">{t.withFiles}</label>
          <span id="met-bestanden-uitleg" class="hint">
            {t.withFilesHint}
          </span>
        </p>
      )}
      {!unsaved.value && <p>{t.nothing}</p>}
      <p>
        <button
          type="button"
          class="utrecht-button utrecht-button--primary-action"
          data-testid="dossier-bewaren"
          onClick={() => {
            saveDossier(withFiles);
            announcement.value = t.saved;
          }}
        >
          {t.save}
        </button>
      </p>
    </section>
  );
}

function Open() {
  const t = texts.value.dossier;
  const [pasted, setPasted] = useState('');
  return (
    <section class="section" aria-labelledby="openen-titel">
      <h2 id="openen-titel" class="utrecht-heading-2" tabIndex={-1}>
        {t.openTitle}
      </h2>
      <Labelled for="dossier" label={t.open}>
        <span id="dossier-uitleg" class="hint">
          {t.openHint}
        </span>
        <input
          id="dossier"
          type="file"
          accept=".json,application/json"
          aria-describedby="dossier-uitleg"
          onChange={(event) => {
            const field = event.currentTarget;
            const [file] = field.files ?? [];
            if (file === undefined) return;
            void file.arrayBuffer().then(async (buffer) => {
              await openDossier({ name: file.name, bytes: new Uint8Array(buffer) });
              field.value = '';
            });
          }}
        />
      </Labelled>
      <details>
        <summary>{t.paste}</summary>
        <Labelled for="dossier-plakken" label={t.paste}>
          <textarea
            id="dossier-plakken"
            class="utrecht-textarea"
            rows={5}
            spellcheck={false}
            value={pasted}
            onInput={(event) => {
              setPasted(event.currentTarget.value);
            }}
          />
        </Labelled>
        <button
          type="button"
          class="utrecht-button utrecht-button--secondary-action"
          onClick={() => {
            void openDossier({ name: 'JSON', bytes: new TextEncoder().encode(pasted) });
          }}
        >
          {t.pasteOpen}
        </button>
      </details>
      <Outcome />
    </section>
  );
}

function Notes() {
  const t = texts.value.dossier;
  return (
    <section class="section" aria-labelledby="notities-titel">
      <h2 id="notities-titel" class="utrecht-heading-2">
        {t.notesTitle}
      </h2>
      <Labelled for="notities" label={t.notesLabel}>
        <span id="notities-uitleg" class="hint">
          {t.notesHint}
        </span>
        <textarea
          id="notities"
          class="utrecht-textarea"
          rows={6}
          maxLength={20_000}
          aria-describedby="notities-uitleg"
          value={notes.value}
          onInput={(event) => {
            notes.value = event.currentTarget.value;
          }}
        />
      </Labelled>
      {areNotesBrought.value && (
        <FromDossier
          id="notities-uit-dossier"
          confirm={() => {
            broughtNotes.value = '';
          }}
        />
      )}
    </section>
  );
}

/** Keeping what was done, opening it again, and printing. */
export function DossierView() {
  const t = texts.value;
  return (
    <>
      <p class="utrecht-paragraph intro">{t.dossier.intro}</p>
      <Notes />
      <Keep />
      <Open />
      <section class="section" aria-labelledby="afdrukken-titel">
        <h2 id="afdrukken-titel" class="utrecht-heading-2">
          {t.dossier.printTitle}
        </h2>
        <p>{t.dossier.printText}</p>
        <p>
          <button
            type="button"
            class="utrecht-button utrecht-button--secondary-action"
            onClick={() => {
              print();
            }}
          >
            {t.shell.print}
          </button>
        </p>
      </section>
    </>
  );
}
