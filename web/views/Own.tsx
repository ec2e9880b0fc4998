import { useRef, useState } from 'preact/hooks';
import type { Finding, NumberNotation } from '../../wasm/index.ts';
import { errorText, findingText, severityWord } from '../../wasm/messages.ts';
import { whole } from '../format.ts';
import {
  type LoadedFile,
  announcement,
  answer,
  files,
  hasOwnData,
  language,
  load,
  ownMinors,
  ownNeed,
  read,
  reset,
  result,
  round,
  serving,
  texts,
  unload,
} from '../state.ts';

/** Two ways to read a number with one mark and three digits behind it, such as `1.234`. */
function readings(raw: string): { text: string; notation: NumberNotation }[] {
  const t = texts.value;
  const mark = raw.includes(',') ? ',' : '.';
  const other = mark === ',' ? '.' : ',';
  const value = raw.trim();
  return [
    {
      text: t.readingThousands(value.replaceAll(mark, '')),
      notation: { decimal: other, thousands: mark },
    },
    {
      text: t.reading(mark === '.' ? 'point' : 'comma', value),
      notation: { decimal: mark, thousands: null },
    },
  ];
}

const icons = { error: '✕', warning: '!', note: 'i' } as const;

function FindingRow(props: { finding: Finding }) {
  const t = texts.value;
  const { finding } = props;
  const { what, todo } = findingText(finding, language.value);
  return (
    <tr>
      <td>
        <span class={`severity severity--${finding.severity}`}>
          <span aria-hidden="true">{icons[finding.severity]}</span>{' '}
          {severityWord(finding.severity, language.value)}
        </span>
      </td>
      <td>{t.findingPlace(String(finding.row), String(finding.column))}</td>
      <td>
        {what}
        {finding.raw !== '' && (
          <>
            {' '}
            {t.findingRaw} <code>{finding.raw}</code>
          </>
        )}
        {finding.code === 'column_ambiguous' && (
          <div class="buttons" role="group" aria-label={t.ambiguous}>
            {readings(finding.raw).map(({ text, notation }) => (
              <button
                key={text}
                type="button"
                class="utrecht-button utrecht-button--secondary-action"
                onClick={() => {
                  read(finding.file, notation);
                }}
              >
                {text}
              </button>
            ))}
          </div>
        )}
      </td>
      <td>{todo}</td>
    </tr>
  );
}

const mostShown = 100;

function FindingList(props: { title: string; findings: readonly Finding[] }) {
  const t = texts.value;
  const { findings } = props;
  const rest = findings.length - mostShown;
  return (
    <div
      class="table-scroll"
      role="region"
      aria-label={`${t.findings}: ${props.title}`}
      tabIndex={0}
    >
      <table class="utrecht-table utrecht-table--html-table">
        <caption class="findings__file">{props.title}</caption>
        <thead>
          <tr>
            {(['severity', 'place', 'what', 'todo'] as const).map((column) => (
              <th key={column} scope="col">
                {t.findingColumns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {findings.slice(0, mostShown).map((finding, index) => (
            <FindingRow key={index} finding={finding} />
          ))}
        </tbody>
      </table>
      {rest > 0 && <p>{t.moreFindings(whole(rest, language.value))}</p>}
    </div>
  );
}

/** Every finding about what a person brought, at its place; bundled files have none to tell. */
export function Findings() {
  const t = texts.value;
  const unread = files.value.filter(
    (file) => !file.recognised.ok || file.recognised.result.kind === 'unknown',
  );
  const found = [
    ...unread.flatMap((file) => file.recognised.findings),
    ...unread
      .filter((file) => file.recognised.ok)
      .map((file): Finding => ({
        code: 'file_unknown',
        severity: 'error',
        file: file.name,
        row: 0,
        column: 0,
        raw: '',
        about: '',
        otherRow: 0,
        count: 1,
      })),
    ...(answer.value?.findings ?? []),
  ];
  const failed = answer.value?.ok === false ? answer.value.error : null;
  if (found.length === 0 && (failed === null || failed.code === 'findings')) return null;
  const names = [...new Set(found.map((finding) => finding.file))];
  return (
    <section class="section findings" data-testid="meldingen" aria-labelledby="meldingen-titel">
      <h2 id="meldingen-titel" class="utrecht-heading-2" tabIndex={-1}>
        {t.findings}
      </h2>
      {result.value === null && (
        <p class="findings__stop" role="alert">
          {failed === null || failed.code === 'findings'
            ? t.findingsErrors
            : errorText(failed, language.value)}
        </p>
      )}
      {names.map((name) => (
        <FindingList
          key={name}
          title={name === '' ? t.request : name}
          findings={found.filter((finding) => finding.file === name)}
        />
      ))}
    </section>
  );
}

function FileLine(props: { file: LoadedFile }) {
  const t = texts.value;
  const { file } = props;
  const recognised = file.recognised.ok ? file.recognised.result : null;
  const source = [result.value?.population, result.value?.scores].find(
    (input) => input?.file === file.name,
  );
  const used = serving('population') === file || serving('scores') === file;
  const details =
    recognised === null
      ? [t.kinds.unknown]
      : [
          t.kinds[recognised.kind],
          t.rows(whole(recognised.rows, language.value)),
          t.separators[recognised.dialect.separator],
          t.encodings[recognised.dialect.encoding],
          ...(source == null ? [] : [t.basis[source.basis]]),
          ...(source?.sameAs == null ? [] : [t.sameAs(source.sameAs)]),
          ...(!used && recognised.kind !== 'unknown' && recognised.kind !== 'published'
            ? [t.replaced]
            : []),
        ];
  return (
    <li class="file">
      <span class="file__name">{file.name}</span>
      <span class="file__details">{details.join(' · ')}</span>
      <button
        type="button"
        class="utrecht-button utrecht-button--subtle"
        aria-label={t.remove(file.name)}
        onClick={() => {
          unload(file.name);
          announcement.value = t.removed(file.name);
          document.getElementById('eigen-titel')?.focus();
        }}
      >
        ✕
      </button>
    </li>
  );
}

function NumberField(props: {
  id: string;
  label: string;
  value: number | undefined;
  change: (value: number | undefined) => void;
}) {
  const [wrong, setWrong] = useState(false);
  const errorId = `${props.id}-fout`;
  return (
    <p class="field">
      <label class="utrecht-form-label" for={props.id}>
        {props.label}
      </label>
      <input
        id={props.id}
        class="utrecht-textbox utrecht-textbox--html-input"
        type="text"
        inputMode="numeric"
        autocomplete="off"
        value={props.value ?? ''}
        aria-invalid={wrong}
        {...(wrong ? { 'aria-describedby': errorId } : {})}
        onChange={(event) => {
          const text = event.currentTarget.value.trim();
          const valid = /^\d{1,9}$/.test(text) || text === '';
          setWrong(!valid);
          if (valid) props.change(text === '' ? undefined : Number(text));
        }}
      />
      {wrong && (
        <span id={errorId} class="field__error" role="alert">
          {texts.value.needInvalid}
        </span>
      )}
    </p>
  );
}

/** Own files and numbers in place of the round's. */
export function Own() {
  const t = texts.value;
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    <section class="section" aria-labelledby="eigen-titel">
      <h2 id="eigen-titel" class="utrecht-heading-2" tabIndex={-1}>
        {t.own}
      </h2>
      <p class="utrecht-paragraph">{t.ownText}</p>
      <div
        class={over ? 'drop drop--over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => {
          setOver(false);
        }}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void load([...(event.dataTransfer?.files ?? [])]);
        }}
      >
        <label class="utrecht-form-label" for="bestanden">
          {t.drop}
        </label>
        <p id="bestanden-uitleg">{t.dropHint}</p>
        <input
          ref={input}
          id="bestanden"
          type="file"
          multiple
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          aria-describedby="bestanden-uitleg"
          onChange={(event) => {
            const field = event.currentTarget;
            void load([...(field.files ?? [])]).then(() => {
              field.value = '';
            });
          }}
        />
      </div>
      {files.value.length > 0 && (
        <ul class="files" aria-label={t.files}>
          {files.value.map((file) => (
            <FileLine key={file.name} file={file} />
          ))}
        </ul>
      )}
      <div class="fields">
        <NumberField
          id="behoefte"
          key={`need-${round.value.id}-${ownNeed.value ?? ''}`}
          label={t.needField}
          value={ownNeed.value ?? round.value.need.places}
          change={(value) => {
            ownNeed.value = value === round.value.need.places ? undefined : value;
          }}
        />
        <NumberField
          id="amv"
          key={`minors-${round.value.id}-${ownMinors.value ?? ''}`}
          label={t.minorsField}
          value={ownMinors.value ?? round.value.minors?.places}
          change={(value) => {
            ownMinors.value = value === round.value.minors?.places ? undefined : value;
          }}
        />
      </div>
      {hasOwnData.value && (
        <button
          type="button"
          class="utrecht-button utrecht-button--primary-action"
          onClick={() => {
            reset();
            document.getElementById('eigen-titel')?.focus();
          }}
        >
          {t.reset}
        </button>
      )}
    </section>
  );
}
