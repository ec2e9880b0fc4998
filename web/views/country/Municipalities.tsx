import { useMemo, useState } from 'preact/hooks';
import type { MunicipalityRow } from '../../../wasm/index.ts';
import { decimal, whole } from '../../format.ts';
import { openView } from '../../navigation.ts';
import { matches } from '../../search.ts';
import { selections, withSelection } from '../../selections.ts';
import { announcement, chosenCode, language, result, texts } from '../../state.ts';
import { basisText } from '../Card.tsx';
import { figureText, perThousandText } from '../Figure.tsx';
import { decimalCell, decimalKey, figureCell, figureKey, rateCell, rateKey } from './cells.ts';
import { ColumnChooser, DataTable, type TableColumn, useSorting } from './DataTable.tsx';
import { Files } from './Files.tsx';
import { Selections } from './Selections.tsx';
import { useSums } from './useSums.ts';

const none: readonly MunicipalityRow[] = [];

/** A selection being made: its name so far, and who is ticked. */
interface Draft {
  readonly name: string;
  readonly codes: ReadonlySet<string>;
}

function municipalityColumns(): TableColumn<MunicipalityRow>[] {
  const t = texts.value;
  const shown = language.value;
  return [
    {
      id: 'name',
      title: t.columns.name,
      number: false,
      key: (row) => row.name,
      cell: (row) => (
        <button
          type="button"
          class="name"
          onClick={() => {
            chosenCode.value = row.code;
            openView('municipality', 'antwoord');
          }}
        >
          {row.name}
        </button>
      ),
      value: (row) => row.name,
    },
    {
      id: 'code',
      title: t.country.code,
      number: false,
      extra: true,
      key: (row) => row.code,
      cell: (row) => row.code,
      value: (row) => row.code,
    },
    {
      id: 'province',
      title: t.columns.province,
      number: false,
      key: (row) => row.province,
      cell: (row) => row.province,
      value: (row) => row.province,
    },
    {
      id: 'inhabitants',
      title: t.columns.inhabitants,
      number: true,
      key: (row) => row.inhabitants,
      cell: (row) => whole(row.inhabitants, shown),
      value: (row) => row.inhabitants,
    },
    {
      id: 'score',
      title: t.steps.score,
      number: true,
      extra: true,
      key: (row) => decimalKey(row.score),
      cell: (row) => (row.score === null ? t.country.notShown : decimal(row.score, shown)),
      value: (row) => decimalCell(row.score),
    },
    {
      id: 'share',
      title: t.country.share,
      number: true,
      extra: true,
      key: (row) => decimalKey(row.share?.decimal ?? null),
      cell: (row) => (row.share === null ? t.country.notShown : decimal(row.share.decimal, shown)),
      value: (row) => decimalCell(row.share?.decimal ?? null),
    },
    {
      id: 'total',
      title: t.columns.total,
      number: true,
      key: (row) => figureKey(row.total),
      cell: (row) => figureText(row.total),
      value: (row) => figureCell(row.total),
    },
    {
      id: 'minors',
      title: t.columns.minors,
      number: true,
      key: (row) => figureKey(row.minors),
      cell: (row) => (row.minors === null ? t.unknown : figureText(row.minors)),
      value: (row) => figureCell(row.minors),
    },
    {
      id: 'rate',
      title: t.columns.perThousand,
      number: true,
      key: (row) => rateKey(row.perThousand),
      cell: (row) => perThousandText(row.perThousand),
      value: (row) => rateCell(row.perThousand),
    },
    {
      id: 'published',
      title: t.columns.published,
      number: true,
      key: (row) => row.published?.places ?? null,
      cell: (row) => (row.published === null ? '' : whole(row.published.places, shown)),
      value: (row) => row.published?.places ?? null,
    },
  ];
}

export function Municipalities() {
  const t = texts.value;
  const c = t.country;
  const shown = language.value;
  const [typed, setTyped] = useState('');
  const [province, setProvince] = useState('');
  const [selected, setSelected] = useState('');
  const [draft, setDraft] = useState<Draft | null>(null);
  const all = result.value?.municipalities ?? none;
  const selection = selections.value.find(({ name }) => name === selected);
  const rows = useMemo(() => {
    const members = selection === undefined ? null : new Set(selection.codes);
    return all.filter(
      (row) =>
        matches(row.name, typed) &&
        (province === '' || row.province === province) &&
        (members === null || members.has(row.code)),
    );
  }, [all, typed, province, selection]);
  // Made anew with the language: titles and cells are in it.
  const columns = useMemo(municipalityColumns, [t, shown]);
  const [visible, setVisible] = useState<ReadonlySet<string>>(
    () => new Set(columns.filter(({ extra }) => extra !== true).map(({ id }) => id)),
  );
  const chosenColumns = columns.filter(({ id }, index) => index === 0 || visible.has(id));
  const { ordered, sorting, sortBy } = useSorting(rows, columns);
  const summed = useMemo(() => [rows.map(({ code }) => code)], [rows]);
  const [sum] = useSums(summed);
  const sumName =
    rows.length === all.length
      ? t.sum
      : c.sumOf(whole(rows.length, shown), selection?.name ?? null);
  const ticked = useMemo(() => (draft === null ? [] : [[...draft.codes].sort()]), [draft]);
  const [draftSum] = useSums(ticked);
  const keep = (): void => {
    if (draft === null || draft.name.trim() === '' || draft.codes.size === 0) return;
    const name = draft.name.trim();
    selections.value = withSelection(selections.value, name, draft.codes);
    announcement.value = c.kept(name);
    setDraft(null);
    setSelected(name);
  };
  return (
    <section aria-labelledby="gemeenten-titel" class="data">
      <h3 id="gemeenten-titel" class="utrecht-heading-3">
        {t.municipalities}
      </h3>
      <div class="filters">
        <p>
          <label class="utrecht-form-label" for="filter">
            {t.filter}
          </label>
          <input
            id="filter"
            type="search"
            class="utrecht-textbox utrecht-textbox--html-input"
            value={typed}
            onInput={(event) => {
              setTyped(event.currentTarget.value);
            }}
          />
        </p>
        <p>
          <label class="utrecht-form-label" for="provincie">
            {t.columns.province}
          </label>
          <select
            id="provincie"
            class="utrecht-select utrecht-select--html-select"
            value={province}
            onChange={(event) => {
              setProvince(event.currentTarget.value);
            }}
          >
            <option value="">{t.allProvinces}</option>
            {result.value?.provinces.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </p>
        {selections.value.length > 0 && (
          <p>
            <label class="utrecht-form-label" for="selectie">
              {c.selection}
            </label>
            <select
              id="selectie"
              class="utrecht-select utrecht-select--html-select"
              value={selected}
              onChange={(event) => {
                setSelected(event.currentTarget.value);
              }}
            >
              <option value="">{c.noSelection}</option>
              {selections.value.map(({ name }) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          </p>
        )}
        <p class="filters__count" role="status">
          {t.shownRows(whole(rows.length, shown), whole(all.length, shown))} · {basisText()}
        </p>
      </div>
      <div class="data__tools">
        <ColumnChooser columns={columns} shown={visible} change={setVisible} />
        <Files
          by="municipality"
          table={() => ({
            columns: chosenColumns.map(({ title }) => title),
            rows: ordered.map((row) => chosenColumns.map(({ value }) => value(row))),
            sum:
              sum === undefined
                ? null
                : chosenColumns.map(({ id }, index) => {
                    if (index === 0) return sumName;
                    if (id === 'inhabitants') return sum.inhabitants;
                    if (id === 'total') return figureCell(sum.total);
                    if (id === 'minors') return figureCell(sum.minors);
                    return id === 'rate' ? rateCell(sum.perThousand) : null;
                  }),
          })}
        />
      </div>
      {draft === null ? (
        <p class="buttons">
          <button
            type="button"
            class="utrecht-button utrecht-button--secondary-action"
            data-testid="nieuwe-selectie"
            onClick={() => {
              setDraft({ name: '', codes: new Set() });
            }}
          >
            {c.newSelection}
          </button>
          <span class="soft">{c.selectionHint}</span>
        </p>
      ) : (
        <form
          class="draft"
          data-testid="selectie-maken"
          onSubmit={(event) => {
            event.preventDefault();
            keep();
          }}
        >
          <p>{c.draftHint}</p>
          <p class="field">
            <label class="utrecht-form-label" for="selectie-naam">
              {c.selectionName}
            </label>
            <input
              id="selectie-naam"
              class="utrecht-textbox utrecht-textbox--html-input"
              value={draft.name}
              maxLength={200}
              onInput={(event) => {
                setDraft({ ...draft, name: event.currentTarget.value });
              }}
            />
          </p>
          <p role="status">
            {c.ticked(whole(draft.codes.size, shown))}
            {draft.codes.size > 0 && draftSum !== undefined
              ? `: ${figureText(draftSum.total)} ${t.places}`
              : ''}
          </p>
          <p class="buttons">
            <button
              type="submit"
              class="utrecht-button utrecht-button--primary-action"
              aria-disabled={draft.name.trim() === '' || draft.codes.size === 0}
            >
              {c.keep}
            </button>
            <button
              type="button"
              class="utrecht-button utrecht-button--secondary-action"
              onClick={() => {
                setDraft({
                  ...draft,
                  codes: new Set([...draft.codes, ...rows.map(({ code }) => code)]),
                });
              }}
            >
              {c.tickAll(whole(rows.length, shown))}
            </button>
            <button
              type="button"
              class="utrecht-button utrecht-button--subtle"
              onClick={() => {
                setDraft(null);
              }}
            >
              {c.cancel}
            </button>
          </p>
        </form>
      )}
      <Selections
        edit={(name, codes) => {
          setSelected('');
          setDraft({ name, codes: new Set(codes) });
        }}
        show={(name) => {
          setTyped('');
          setProvince('');
          setSelected(name);
        }}
      />
      <DataTable
        testId="tabel-gemeenten"
        caption={t.municipalities}
        columns={chosenColumns}
        rows={ordered}
        rowKey={(row) => row.code}
        rowClass={(row) => (row.code === chosenCode.value ? 'row--chosen' : '')}
        sorting={sorting}
        sortBy={sortBy}
        sums={
          sum === undefined
            ? null
            : chosenColumns.map(({ id }, index) => {
                if (index === 0) return sumName;
                if (id === 'inhabitants') return whole(sum.inhabitants, shown);
                if (id === 'total') return figureText(sum.total);
                if (id === 'minors')
                  return sum.minors === null ? t.unknown : figureText(sum.minors);
                return id === 'rate' && sum.perThousand !== null
                  ? perThousandText(sum.perThousand)
                  : '';
              })
        }
        {...(draft === null
          ? {}
          : {
              before: {
                title: c.tick,
                cell: (row: MunicipalityRow) => (
                  <input
                    type="checkbox"
                    class="tick"
                    aria-label={c.tickOne(row.name)}
                    checked={draft.codes.has(row.code)}
                    onChange={() => {
                      const codes = new Set(draft.codes);
                      if (!codes.delete(row.code)) codes.add(row.code);
                      setDraft({ ...draft, codes });
                    }}
                  />
                ),
              },
            })}
      />
    </section>
  );
}
