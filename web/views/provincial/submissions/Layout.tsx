/** A table in a layout of its own: which column, heading and word of it means what. */
import { useMemo, useState } from 'preact/hooks';
import { locationFields } from '../../../../wasm/contract/provincial.ts';
import type { LocationField } from '../../../../wasm/index.ts';
import type { ProvincialWorkspace } from '../../../../wasm/province/workspace.ts';
import { tryMapping } from '../../../../wasm/province/intake.ts';
import { likelyHeader, proposedColumns } from '../../../../wasm/province/layout.ts';
import type { LayoutMapping, WaitingSheet } from '../../../../wasm/province/records.ts';
import { templateWords } from '../../../../wasm/province/template.ts';
import { whole } from '../../../format.ts';
import { core, language, texts } from '../../../state/page.ts';
import { Reject } from './Waiting.tsx';
import { map } from './state.ts';

interface Word {
  readonly value: string;
  readonly text: string;
}

/** The words of the template, kept in Dutch and shown in the language of the page. */
function choices(field: LocationField): readonly Word[] {
  const named = field === 'kind' ? 'kinds' : field === 'certainty' ? 'certainties' : null;
  if (named === null) return [];
  const shown: Readonly<Record<string, string>> = templateWords[language.value][named];
  return Object.entries(templateWords.nl[named]).map(([id, value]) => ({
    value,
    text: shown[id] ?? value,
  }));
}
const kinds: readonly string[] = Object.values(templateWords.nl.kinds);
const asked = locationFields.filter((field) => field !== 'municipality');

function Choice(props: {
  id: string;
  label: string;
  value: string;
  options: readonly { readonly value: string; readonly text: string }[];
  choose: (value: string) => void;
}) {
  return (
    <p>
      <label class="utrecht-form-label" for={props.id}>
        {props.label}
      </label>
      <select
        id={props.id}
        value={props.value}
        onChange={(event) => {
          props.choose(event.currentTarget.value);
        }}
      >
        {props.options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </p>
  );
}

/** A sender's own layout: which column is what, and what its words mean. */
export function Layout({ of, waiting }: { of: ProvincialWorkspace; waiting: WaitingSheet }) {
  const t = texts.value.senders;
  const [header, setHeader] = useState(() => likelyHeader(waiting.rows));
  const headings = useMemo(() => waiting.rows[header] ?? [], [waiting, header]);
  const [sender, setSender] = useState(waiting.sender ?? of.municipalities[0]?.code ?? '');
  const [columns, setColumns] = useState<LayoutMapping['columns']>(() => proposedColumns(headings));
  const [fixed, setFixed] = useState<LayoutMapping['fixed']>({});
  const [words, setWords] = useState<LayoutMapping['words']>({});
  const mapping = useMemo<LayoutMapping>(
    () => ({ sender, headings, columns, fixed, words }),
    [sender, headings, columns, fixed, words],
  );
  const read = useMemo(
    () => (core.value === null ? null : tryMapping(core.value, of, waiting, mapping)),
    [of, waiting, mapping],
  );
  const id = (what: string): string => `indeling-${waiting.name}-${what}`;
  const unknown = new Map<string, 'kind' | 'certainty'>();
  for (const { code, raw } of read?.findings ?? []) {
    if (code === 'kind_unknown' && raw !== '') unknown.set(raw, 'kind');
    if (code === 'certainty_unknown' && raw !== '') unknown.set(raw, 'certainty');
  }
  for (const [word, ours] of Object.entries(words))
    unknown.set(word, kinds.includes(ours) ? 'kind' : 'certainty');
  const setField = (field: LocationField, value: string): void => {
    const { [field]: _column, ...otherColumns } = columns;
    const { [field]: _word, ...otherFixed } = fixed;
    const isColumn = /^\d+$/.test(value);
    setColumns(isColumn ? { ...otherColumns, [field]: Number(value) } : otherColumns);
    setFixed(value.startsWith('=') ? { ...otherFixed, [field]: value.slice(1) } : otherFixed);
  };
  const valueOf = (field: LocationField): string => {
    const word = fixed[field];
    return word === undefined ? String(columns[field] ?? '') : `=${word}`;
  };
  return (
    <section class="senders-card" data-testid="eigen-indeling">
      <h3 class="utrecht-heading-3">{t.layoutTitle(waiting.name)}</h3>
      <p>{t.layoutIntro}</p>
      <div class="senders-fields">
        <Choice
          id={id('gemeente')}
          label={t.municipality}
          value={sender}
          options={of.municipalities.map(({ code, name }) => ({ value: code, text: name }))}
          choose={setSender}
        />
        <Choice
          id={id('rij')}
          label={t.headerRow}
          value={String(header)}
          options={waiting.rows.slice(0, 30).map((row, at) => ({
            value: String(at),
            text: `${at + 1}: ${row
              .filter((cell) => cell !== '')
              .join(' | ')
              .slice(0, 60)}`,
          }))}
          choose={(value) => {
            setHeader(Number(value));
            setColumns(proposedColumns(waiting.rows[Number(value)] ?? []));
          }}
        />
        {asked.map((field) => (
          <Choice
            key={field}
            id={id(field)}
            label={t.column(field === 'municipality_name' ? t.municipalityColumn : t.fields[field])}
            value={valueOf(field)}
            options={[
              { value: '', text: t.noColumn },
              ...headings.flatMap((text, at) =>
                text.trim() === '' ? [] : [{ value: String(at), text }],
              ),
              ...choices(field).map(({ value, text }) => ({
                value: `=${value}`,
                text: t.always(text),
              })),
            ]}
            choose={(value) => {
              setField(field, value);
            }}
          />
        ))}
      </div>
      {unknown.size > 0 && (
        <>
          <h4 class="utrecht-heading-4">{t.wordsTitle}</h4>
          <div class="senders-fields">
            {[...unknown].map(([word, field]) => (
              <Choice
                key={word}
                id={id(`woord-${word}`)}
                label={t.word(word, t.fields[field])}
                value={words[word] ?? ''}
                options={[{ value: '', text: t.unknownWord }, ...choices(field)]}
                choose={(value) => {
                  const { [word]: _before, ...others } = words;
                  setWords(value === '' ? others : { ...others, [word]: value });
                }}
              />
            ))}
          </div>
        </>
      )}
      <p role="status">
        {t.preview(
          whole(read?.locations.length ?? 0, language.value),
          whole(read?.findings.length ?? 0, language.value),
        )}
      </p>
      <p class="senders-actions">
        <button
          type="button"
          class="utrecht-button utrecht-button--primary-action"
          data-testid="gebruik-indeling"
          disabled={read?.understood !== true}
          onClick={() => {
            map(waiting, mapping);
          }}
        >
          {t.useLayout}
        </button>
        <Reject waiting={waiting} />
      </p>
    </section>
  );
}
