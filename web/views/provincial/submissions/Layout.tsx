/** A table in a layout of its own: which column, heading and word of it means what. */
import { lookUp } from '../../../../wasm/contract/look-up.ts';
import { useMemo, useState } from 'preact/hooks';
import { locationFields } from '../../../../wasm/contract/provincial.ts';
import type { LocationField } from '../../../../wasm/index.ts';
import type { ProvincialWorkspace } from '../../../../wasm/province/workspace.ts';
import { inThisLayout, tryMapping } from '../../../../wasm/province/intake.ts';
import { municipalitiesCalled } from '../../../../wasm/province/municipalities.ts';
import {
  headingsAt,
  proposedColumns,
  proposedMapping,
  turned,
} from '../../../../wasm/province/layout.ts';
import type {
  LayoutMapping,
  PlacesColumn,
  WaitingSheet,
} from '../../../../wasm/province/records.ts';
import { provincialWords } from '../../../../wasm/words/provincial-words.ts';
import { whole } from '../../../format.ts';
import { Labelled } from '../../../components/Labelled.tsx';
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
  const shown: Readonly<Record<string, string>> = provincialWords(language.value)[named];
  return Object.entries(provincialWords('nl')[named]).map(([id, value]) => ({
    value,
    text: lookUp(shown, id) ?? value,
  }));
}
const kinds: readonly string[] = Object.values(provincialWords('nl').kinds);
const asked = locationFields.filter((field) => field !== 'municipality');
/** What may hold for every row, typed in where the layout has no column for it. */
const typedOnce: ReadonlySet<LocationField> = new Set(['location', 'from', 'until']);
const several = '*';

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

/** Columns with places, each of a kind or certainty of its own. */
function PlacesColumns(props: {
  id: (what: string) => string;
  headings: readonly Word[];
  places: readonly PlacesColumn[];
  set: (places: readonly PlacesColumn[]) => void;
}) {
  const t = texts.value.senders;
  const { places, set, headings, id } = props;
  const change = (at: number, part: Partial<PlacesColumn>): void => {
    set(places.map((each, index) => (index === at ? { ...each, ...part } : each)));
  };
  const word = (at: number, field: 'kind' | 'certainty', value: string): void => {
    const { [field]: _, ...rest } = places[at] ?? { column: 0 };
    set(
      places.map((each, index) =>
        index !== at ? each : value === '' ? rest : { ...rest, [field]: value },
      ),
    );
  };
  return (
    <>
      <h4 class="utrecht-heading-4">{t.placesTitle}</h4>
      <p>{t.placesIntro}</p>
      {places.map((each, at) => (
        <div class="senders-fields" key={at}>
          <Choice
            id={id(`plekken-${at}`)}
            label={t.placesColumn}
            value={String(each.column)}
            options={[{ value: '', text: t.noColumn }, ...headings]}
            choose={(value) => {
              if (value === '') set(places.filter((_, index) => index !== at));
              else change(at, { column: Number(value) });
            }}
          />
          {(['kind', 'certainty'] as const).map((field) => (
            <Choice
              key={field}
              id={id(`plekken-${at}-${field}`)}
              label={t.placesAre(t.fields[field])}
              value={each[field] ?? ''}
              options={[{ value: '', text: t.byRow }, ...choices(field)]}
              choose={(value) => {
                word(at, field, value);
              }}
            />
          ))}
        </div>
      ))}
      <button
        type="button"
        class="link-button"
        data-testid="nog-een-kolom"
        onClick={() => {
          set([...places, { column: Number(headings[0]?.value ?? 0) }]);
        }}
      >
        {t.addPlaces}
      </button>
    </>
  );
}

/** Letters stand in for a heading that is empty. */
const headingWords = (headings: readonly string[]): Word[] =>
  headings.flatMap((text, at) => (text.trim() === '' ? [] : [{ value: String(at), text }]));

/** A sender's own layout: which column is what, and what its words mean. */
export function Layout({ of, waiting }: { of: ProvincialWorkspace; waiting: WaitingSheet }) {
  const t = texts.value.senders;
  const proposed = useMemo(
    () =>
      proposedMapping(waiting.rows, waiting.name, (names) =>
        core.value === null ? [] : municipalitiesCalled(core.value, of.municipalities, names),
      ),
    [waiting, of.municipalities],
  );
  const [transposed, setTransposed] = useState(proposed.transposed === true);
  const [header, setHeader] = useState(proposed.header);
  const [headerRows, setHeaderRows] = useState(proposed.headerRows ?? 1);
  const table = useMemo(
    () => (transposed ? turned(waiting.rows) : waiting.rows),
    [waiting, transposed],
  );
  const headings = useMemo(
    () => headingsAt(table, header, headerRows),
    [table, header, headerRows],
  );
  const [sender, setSender] = useState(
    waiting.sender ?? (proposed.columns.municipality_name === undefined ? '' : several),
  );
  const [columns, setColumns] = useState<LayoutMapping['columns']>(proposed.columns);
  const [places, setPlaces] = useState<readonly PlacesColumn[]>(proposed.places ?? []);
  const [fixed, setFixed] = useState<LayoutMapping['fixed']>(proposed.fixed);
  const [words, setWords] = useState<LayoutMapping['words']>({});
  const [alsoOthers, setAlsoOthers] = useState(true);
  const mapping = useMemo<LayoutMapping>(
    () => ({
      sender: sender === several || sender === '' ? null : sender,
      ...{ headings, columns, fixed, words },
      ...(headerRows === 1 ? {} : { headerRows }),
      ...(transposed ? { transposed } : {}),
      ...(places.length === 0 ? {} : { places }),
    }),
    [sender, headings, columns, fixed, words, headerRows, transposed, places],
  );
  const read = useMemo(
    () => (core.value === null ? null : tryMapping(core.value, of, waiting, mapping)),
    [of, waiting, mapping],
  );
  const others = inThisLayout(of, waiting, mapping);
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
    return word === undefined || typedOnce.has(field) ? String(columns[field] ?? '') : `=${word}`;
  };
  const lay = (to: boolean, row: number, count: number): void => {
    const laid = to ? turned(waiting.rows) : waiting.rows;
    setTransposed(to);
    setHeader(row);
    setHeaderRows(count);
    setColumns(proposedColumns(headingsAt(laid, row, count)));
    setPlaces([]);
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
          options={[
            { value: '', text: t.chooseMunicipality },
            { value: several, text: t.several },
            ...of.municipalities.map(({ code, name }) => ({ value: code, text: name })),
          ]}
          choose={setSender}
        />
        <Choice
          id={id('richting')}
          label={t.direction}
          value={transposed ? '1' : ''}
          options={[
            { value: '', text: t.inRows },
            { value: '1', text: t.inColumns },
          ]}
          choose={(value) => {
            lay(value !== '', 0, 1);
          }}
        />
        <Choice
          id={id('rij')}
          label={t.headerRow}
          value={String(header)}
          options={table.slice(0, 30).map((row, at) => ({
            value: String(at),
            text: `${at + 1}: ${row
              .filter((cell) => cell !== '')
              .join(' | ')
              .slice(0, 60)}`,
          }))}
          choose={(value) => {
            lay(transposed, Number(value), headerRows);
          }}
        />
        <Choice
          id={id('koprijen')}
          label={t.headerRows}
          value={String(headerRows)}
          options={['1', '2', '3'].map((value) => ({ value, text: value }))}
          choose={(value) => {
            lay(transposed, header, Number(value));
          }}
        />
        {asked.map((field) => (
          <div key={field}>
            <Choice
              id={id(field)}
              label={t.column(
                field === 'municipality_name' ? t.municipalityColumn : t.fields[field],
              )}
              value={valueOf(field)}
              options={[
                { value: '', text: t.noColumn },
                ...headingWords(headings),
                ...choices(field).map(({ value, text }) => ({
                  value: `=${value}`,
                  text: t.always(text),
                })),
              ]}
              choose={(value) => {
                setField(field, value);
              }}
            />
            {typedOnce.has(field) && columns[field] === undefined && (
              <Labelled for={id(`${field}-vast`)} label={t.forAll}>
                <input
                  id={id(`${field}-vast`)}
                  value={fixed[field] ?? ''}
                  onChange={(event) => {
                    const { [field]: _, ...rest } = fixed;
                    const text = event.currentTarget.value.trim();
                    setFixed(text === '' ? rest : { ...rest, [field]: text });
                  }}
                />
              </Labelled>
            )}
          </div>
        ))}
      </div>
      <PlacesColumns id={id} headings={headingWords(headings)} places={places} set={setPlaces} />
      {unknown.size > 0 && (
        <>
          <h4 class="utrecht-heading-4">{t.wordsTitle}</h4>
          <div class="senders-fields">
            {[...unknown].map(([word, field]) => (
              <Choice
                key={word}
                id={id(`woord-${word}`)}
                label={t.word(word, t.fields[field])}
                value={lookUp(words, word) ?? ''}
                options={[{ value: '', text: t.unknownWord }, ...choices(field)]}
                choose={(value) => {
                  const { [word]: _before, ...rest } = words;
                  setWords(value === '' ? rest : { ...rest, [word]: value });
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
      {others.length > 0 && (
        <p>
          <label>
            <input
              type="checkbox"
              checked={alsoOthers}
              onChange={(event) => {
                setAlsoOthers(event.currentTarget.checked);
              }}
            />{' '}
            {t.alsoOthers(others.map(({ name }) => name).join(', '))}
          </label>
        </p>
      )}
      <p class="senders-actions">
        <button
          type="button"
          class="utrecht-button utrecht-button--primary-action"
          data-testid="gebruik-indeling"
          disabled={read?.understood !== true || sender === ''}
          onClick={() => {
            map(waiting, mapping, alsoOthers ? others : []);
          }}
        >
          {t.useLayout}
        </button>
        <Reject waiting={waiting} />
      </p>
    </section>
  );
}
