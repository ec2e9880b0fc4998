/** What municipalities sent in, who is still missing, and the templates and replies for them. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { faultText } from '../../../../wasm/files/fault.ts';
import type { ProvincialWorkspace } from '../../../../wasm/province/workspace.ts';
import { type Sender, senderList } from '../../../../wasm/province/intake.ts';
import { type LocationSheet, nothingReceived } from '../../../../wasm/province/records.ts';
import { stillOpen } from '../../../../wasm/province/claims.ts';
import { day, whole } from '../../../format.ts';
import { language, texts } from '../../../state/page.ts';
import { Labelled } from '../../../components/Labelled.tsx';
import { table } from '../state.ts';
import { Layout } from './Layout.tsx';
import { Merge } from './Merge.tsx';
import { SubmissionTable } from './SubmissionTable.tsx';
import { Claims } from './Claims.tsx';
import { Received } from './Received.tsx';
import { Hidden, Newer, Who } from './Waiting.tsx';
import {
  arrivals,
  cellsOf,
  merging,
  receive,
  receiving,
  removeSheet,
  saveReplies,
  saveTemplates,
} from './state.ts';
import './submissions.css';

const number = (value: number): string => whole(value, language.value);

function Templates(props: { of: ProvincialWorkspace }) {
  const t = texts.value.senders;
  const [code, setCode] = useState('');
  const chosen = code === '' ? null : code;
  return (
    <div class="senders-actions">
      <Labelled for="sjabloon-gemeente" label={t.template}>
        <select
          id="sjabloon-gemeente"
          value={code}
          onChange={(event) => {
            setCode(event.currentTarget.value);
          }}
        >
          <option value="">{t.all}</option>
          {props.of.municipalities.map((each) => (
            <option key={each.code} value={each.code}>
              {each.name}
            </option>
          ))}
        </select>
      </Labelled>
      {(['xlsx', 'csv'] as const).map((form) => (
        <button
          key={form}
          type="button"
          class="utrecht-button utrecht-button--secondary-action"
          data-testid={`sjabloon-${form}`}
          onClick={() => {
            saveTemplates(form, chosen);
          }}
        >
          {form === 'xlsx' ? t.templateXlsx : t.templateCsv}
        </button>
      ))}
    </div>
  );
}

function Drop() {
  const t = texts.value.senders;
  // A file dropped anywhere on this view is one of a municipality.
  useEffect(() => {
    const onDrop = (event: DragEvent): void => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (event.defaultPrevented || files.length === 0) return;
      event.preventDefault();
      void receive(files);
    };
    document.addEventListener('drop', onDrop, true);
    return () => {
      document.removeEventListener('drop', onDrop, true);
    };
  }, []);
  return (
    <div class="senders-drop">
      <label class="utrecht-form-label" for="aanleveringen">
        {t.drop}
      </label>
      <p id="aanleveringen-uitleg">{t.dropHint}</p>
      <input
        id="aanleveringen"
        type="file"
        multiple
        accept=".csv,.txt,.tsv,.xlsx,.xlsm,.ods,.html,.json"
        aria-describedby="aanleveringen-uitleg"
        onChange={(event) => {
          const chosen = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          void receive(chosen);
        }}
      />
      <p role="status">{receiving.value !== '' && t.reading(receiving.value)}</p>
    </div>
  );
}

function Arrivals(props: { of: ProvincialWorkspace }) {
  const t = texts.value.senders;
  if (arrivals.value.length === 0) return null;
  const nameOf = (code: string | null): string =>
    props.of.municipalities.find((each) => each.code === code)?.name ?? t.several;
  return (
    <ul data-testid="aangekomen">
      {arrivals.value.map(({ file, what, fault, sheet, tables }, at) => (
        <li key={at}>
          <strong>{file}</strong>
          {sheet !== null && what !== 'waiting' && ` (${nameOf(sheet.sender)})`}: {t.outcome[what]}
          {fault === 'page_incomplete' && `. ${texts.value.incomplete}`}
          {fault !== null &&
            fault !== 'page_incomplete' &&
            fault !== 'worker_refused' &&
            fault !== 'worker_broken' &&
            fault !== 'out_of_memory' &&
            `. ${faultText({ code: fault, about: '' }, language.value)}`}
          {tables.length > 1 && (
            <ul>
              {tables.map(({ table: part, what: became }, index) => (
                <li key={index}>{`${part}: ${t.outcome[became]}`}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}

function State(props: { sender: Sender }) {
  const t = texts.value.senders.states;
  const { sheet, waiting, elsewhere, isMissing } = props.sender;
  if (isMissing) return <strong>{t.missing}</strong>;
  const said = [
    ...(sheet === null ? [] : [t.here]),
    ...(elsewhere.length === 0 ? [] : [t.elsewhere(elsewhere.join(', '))]),
    ...new Set(waiting.map(({ reason }) => t.waiting[reason])),
  ];
  return <>{said.join('; ')}</>;
}

interface Row {
  readonly key: string;
  readonly name: string;
  readonly sheet: LocationSheet | null;
  readonly state: ComponentChildren;
}

function List(props: { of: ProvincialWorkspace }) {
  const t = texts.value.senders;
  const { of } = props;
  const answer = table.value;
  const counted = answer?.ok === true ? answer.result.files : [];
  const located =
    answer?.ok === true
      ? answer.result.locations.map(({ file, municipality }) => ({
          file,
          municipality,
        }))
      : [];
  const list = senderList(of, located);
  const rows = new Map(counted.map((file) => [file.file, file.rows]));
  const problems = new Map<string, number>();
  for (const { file } of stillOpen(of, answer?.findings ?? []))
    problems.set(file, (problems.get(file) ?? 0) + 1);
  const missing = list.filter(({ isMissing }) => isMissing);
  const sheets = of.senders?.sheets ?? [];
  const shared = sheets.filter(({ sender }) => sender === null);
  return (
    <>
      <p data-testid="aanleveringen-stand">
        {t.summary(number(list.length - missing.length), number(list.length))}{' '}
        {missing.length > 0 && t.missing(missing.map(({ name }) => name).join(', '))}
      </p>
      <SubmissionTable
        caption={t.listTitle}
        testId="afzenders"
        head={t.head}
        rows={[
          ...shared.map((sheet): Row => ({
            key: sheet.name,
            name: t.several,
            sheet,
            state: t.states.here,
          })),
          ...list.flatMap((sender): Row[] => {
            const { code, name: called } = sender;
            const [first = null, ...more] = sender.sheets;
            return [
              { key: code, name: called, sheet: first, state: <State sender={sender} /> },
              ...more.map((each) => ({
                ...{ key: each.name, name: called, sheet: each, state: t.states.here },
              })),
            ];
          }),
        ].map(({ key, name, sheet, state }) => ({
          key,
          cells: [
            name,
            <span class="senders-long">{sheet?.name}</span>,
            sheet === null ? '' : number(sheet.version),
            sheet === null ? '' : day(sheet.received, language.value),
            sheet === null ? '' : number(rows.get(sheet.name) ?? 0),
            sheet === null ? '' : number(problems.get(sheet.name) ?? 0),
            state,
            <span class="senders-actions">
              {key.startsWith('GM') && (
                <button
                  type="button"
                  class="utrecht-button utrecht-button--subtle"
                  aria-label={t.replyOf(name)}
                  onClick={() => {
                    saveReplies('both', key);
                  }}
                >
                  {t.reply}
                </button>
              )}
              {sheet !== null && (
                <button
                  type="button"
                  class="utrecht-button utrecht-button--subtle"
                  aria-label={t.cellsOf(sheet.name)}
                  aria-expanded={cellsOf.value === sheet.name}
                  onClick={() => {
                    cellsOf.value = cellsOf.value === sheet.name ? '' : sheet.name;
                  }}
                >
                  {t.cells}
                </button>
              )}
              {sheet !== null && (
                <button
                  type="button"
                  class="utrecht-button utrecht-button--subtle"
                  aria-label={t.removeOf(sheet.name)}
                  onClick={() => {
                    removeSheet(sheet);
                  }}
                >
                  {t.remove}
                </button>
              )}
            </span>,
          ],
        }))}
      />
      <p>
        <button
          type="button"
          class="utrecht-button utrecht-button--secondary-action"
          aria-describedby="klopt-dit-uitleg"
          onClick={() => {
            saveReplies('both', null);
          }}
        >
          {t.replies}
        </button>{' '}
        <span id="klopt-dit-uitleg">{t.repliesHint}</span>
      </p>
    </>
  );
}

function Log(props: { of: ProvincialWorkspace }) {
  const t = texts.value.senders;
  const { log } = props.of.senders ?? nothingReceived;
  const [open, setOpen] = useState(false);
  const nameOf = (code: string | null): string =>
    props.of.municipalities.find((each) => each.code === code)?.name ?? '';
  if (log.length === 0) return null;
  return (
    <details
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>{`${t.log} (${number(log.length)})`}</summary>
      {open && (
        <SubmissionTable
          caption={t.log}
          testId="logboek"
          head={t.logHead}
          rows={log
            .map((entry, at) => ({
              key: String(at),
              cells: [
                day(entry.day, language.value),
                t.logWhat[entry.what],
                nameOf(entry.sender),
                <span class="senders-long">{entry.file}</span>,
                entry.cells === undefined ? '' : number(entry.cells),
                entry.at === undefined
                  ? ''
                  : entry.after === undefined
                    ? entry.at
                    : t.logChange(entry.at, entry.before ?? '', entry.after),
                entry.by ?? '',
                <span class="senders-long">{entry.sha256}</span>,
              ],
            }))
            .toReversed()}
        />
      )}
    </details>
  );
}

/** Files of municipalities: the template out, the answers in, and what waits for a person. */
export function Senders(props: { of: ProvincialWorkspace }) {
  const t = texts.value.senders;
  const { of } = props;
  const waiting = of.senders?.waiting ?? [];
  const shown = of.senders?.sheets.find(({ name }) => name === cellsOf.value);
  return (
    <section class="section" aria-labelledby="aanleveringen-titel">
      <h2 id="aanleveringen-titel" class="utrecht-heading-2">
        {t.title}
      </h2>
      <p class="intro">{t.intro}</p>
      <Templates of={of} />
      <Drop />
      <Arrivals of={of} />
      {waiting.map((each) =>
        each.reason === 'newer' ? (
          <Newer key={each.name} of={of} waiting={each} />
        ) : each.reason === 'sender' ? (
          <Who key={each.name} of={of} waiting={each} />
        ) : each.reason === 'hidden' ? (
          <Hidden key={each.name} waiting={each} />
        ) : (
          <Layout key={each.name} of={of} waiting={each} />
        ),
      )}
      {merging.value !== null && <Merge of={of} merging={merging.value} />}
      <Claims of={of} findings={stillOpen(of, table.value?.findings ?? [])} />
      <List of={of} />
      {shown !== undefined && <Received of={of} sheet={shown} />}
      <Log of={of} />
    </section>
  );
}
