/** Table of all municipalities, with filters and a selection to tick together. */
import { useMemo, useState } from 'preact/hooks';
import type { MunicipalityRow, Ranks } from '../../../wasm/index.ts';
import { sideKey, sideText, signedWhole } from '../../components/change-text.ts';
import { decimal, whole } from '../../format.ts';
import { realRounds, roundChanges } from '../../state/round-changes.ts';
import { openView } from '../../page/navigation.ts';
import { matches, spokenName } from '../../state/search.ts';
import { selections, withSelection } from '../../state/selections.ts';
import {
  announcement,
  chosenCode,
  language,
  result,
  shownProvince,
  texts,
} from '../../state/page.ts';
import { Labelled } from '../../components/Labelled.tsx';
import { figureText } from '../../components/Figure.tsx';
import { decimalCell, decimalKey } from './cells.ts';
import { Selections } from './Selections.tsx';
import {
  NameFilter,
  type SummedColumn,
  SummedTable,
  countColumn,
  figureColumns,
} from './SummedTable.tsx';
import { isRange, knownTotal, useSums } from './use-sums.ts';

const none: readonly MunicipalityRow[] = [];

/** A selection being made: its name so far, and who is ticked. */
interface Draft {
  readonly name: string;
  readonly codes: ReadonlySet<string>;
}

/** What it was in the former round, the difference, and the ranks of now. */
function betweenRounds(): SummedColumn<MunicipalityRow>[] {
  const t = texts.value.country;
  const changes = roundChanges.value;
  const change = (id: string, title: string, side: 'from' | 'difference') => {
    const text = side === 'from' ? (value: number) => whole(value, language.value) : signedWhole;
    const inWords = ({ code }: MunicipalityRow): string => {
      const row = changes.get(code);
      return row === undefined ? '' : (sideText(row, side, text) ?? '');
    };
    return {
      id,
      title,
      number: true,
      extra: true,
      key: ({ code }: MunicipalityRow) => {
        const row = changes.get(code);
        return row === undefined ? null : sideKey(row, side);
      },
      cell: inWords,
      value: (row: MunicipalityRow) => changes.get(row.code)?.[side] ?? inWords(row),
    };
  };
  const rank = (id: string, title: string, of: keyof Ranks) => {
    const value = (row: MunicipalityRow): number | null => row.rank?.[of] ?? null;
    return {
      id,
      title,
      number: true,
      extra: true,
      key: value,
      cell: (row: MunicipalityRow) => String(value(row) ?? ''),
      value,
    };
  };
  return [
    ...(changes.size === 0
      ? []
      : [
          change('former', t.formerRound(realRounds.at(-2)?.id ?? ''), 'from'),
          change('change', t.changeSince(realRounds.at(-2)?.id ?? ''), 'difference'),
        ]),
    ...(result.value?.municipalities[0]?.rank == null
      ? []
      : [
          rank('rank-province', t.rankInProvince, 'inProvince'),
          rank('rank-country', t.rankInCountry, 'inCountry'),
        ]),
  ];
}

function municipalityColumns(): SummedColumn<MunicipalityRow>[] {
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
          {spokenName(row.name)}
        </button>
      ),
      value: (row) => row.name,
    },
    {
      id: 'code',
      title: t.country.code,
      number: false,
      extra: true,
      always: true,
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
    countColumn(
      'inhabitants',
      t.columns.inhabitants,
      (row) => row.inhabitants,
      (sum) => sum.inhabitants,
    ),
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
    ...figureColumns<MunicipalityRow>(t.columns.total),
    ...betweenRounds(),
  ];
}

export function Municipalities() {
  const t = texts.value;
  const c = t.country;
  const shown = language.value;
  const [typed, setTyped] = useState('');
  const province = shownProvince.value;
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
  const columns = useMemo(municipalityColumns, [t, shown, roundChanges.value, result.value]);
  const summed = useMemo(() => [rows.map(({ code }) => code)], [rows]);
  const [sum] = useSums(summed);
  const isWhole = rows.length === all.length;
  const sumName = isWhole
    ? isRange(result.value?.basis)
      ? t.needCountry
      : t.sum
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
    <SummedTable
      by="municipality"
      id="gemeenten-titel"
      title={t.municipalities}
      testId="tabel-gemeenten"
      columns={columns}
      rows={rows}
      count={t.shownRows(whole(rows.length, shown), whole(all.length, shown))}
      rowKey={(row) => row.code}
      rowClass={(row) => (row.code === chosenCode.value ? 'row--chosen' : '')}
      sum={knownTotal(sum, isWhole)}
      sumName={sumName}
      filters={
        <>
          <NameFilter id="filter" label={t.filter} value={typed} change={setTyped} />
          <p>
            <label class="utrecht-form-label" for="provincie">
              {t.columns.province}
            </label>
            <select
              id="provincie"
              class="utrecht-select utrecht-select--html-select"
              value={province}
              onChange={(event) => {
                shownProvince.value = event.currentTarget.value;
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
        </>
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
    >
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
          <Labelled for="selectie-naam" label={c.selectionName}>
            <input
              id="selectie-naam"
              class="utrecht-textbox utrecht-textbox--html-input"
              value={draft.name}
              maxLength={200}
              onInput={(event) => {
                setDraft({ ...draft, name: event.currentTarget.value });
              }}
            />
          </Labelled>
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
          shownProvince.value = '';
          setSelected(name);
        }}
      />
    </SummedTable>
  );
}
