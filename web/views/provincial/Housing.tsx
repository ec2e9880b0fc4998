/** The housing target, and the simulation of the remainder. */
import { lookUp } from '../../../wasm/contract/look-up.ts';
import type { HousingInput, ProvincialWorkspace } from '../../../wasm/province/workspace.ts';
import type { ProvincialTableResult } from '../../../wasm/index.ts';
import { type ReportTable, reportTables } from '../../../wasm/province/report-tables.ts';
import { housingTarget, provincialWords } from '../../../wasm/words/provincial-words.ts';
import { day, decimal, whole } from '../../format.ts';
import { catalogue, language, texts } from '../../state/page.ts';
import { Labelled } from '../../components/Labelled.tsx';
import { Sheet, type SheetRow } from '../../components/Sheet.tsx';
import { Table } from './ReportTable.tsx';
import { withBacklog } from './changes.ts';
import { signedTyped, wholeTyped } from '../../components/sheet-keys.ts';
import {
  alphabetical,
  change,
  housing,
  remainder,
  reportOf,
  rowsNamed,
  workspace,
  workspaceRound,
} from './state.ts';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const number = (value: number): string => whole(value, language.value);

const tableOf = (id: ReportTable['id']): ReportTable | undefined => {
  const report = reportOf('confidential');
  return report === null
    ? undefined
    : reportTables(report, language.value).find((each) => each.id === id);
};

function National(props: { input: HousingInput; set: (input: HousingInput) => void }) {
  const t = texts.value.provincial;
  const { input, set } = props;
  const holding = housing.value?.province.national;
  const told = catalogue.targets.find(({ halfYear }) => halfYear === input.halfYear);
  return (
    <fieldset>
      <legend>{t.national}</legend>
      <p class="provincial-note">{t.nationalNote}</p>
      {told !== undefined && (
        <p class="provincial-note">
          {t.nationalTold(told.halfYear, number(told.persons))}{' '}
          <span lang="nl">
            {told.source}; {told.certainty}.
          </span>
        </p>
      )}
      <ul class="provincial-list">
        {input.national.map(({ from, persons }, at) => (
          <li key={at}>
            {t.nationalLine(number(persons), day(from, language.value))}
            {holding === at && <strong> {t.holding}</strong>}{' '}
            <button
              type="button"
              class="link-button"
              onClick={() => {
                set({ ...input, national: input.national.filter((_, index) => index !== at) });
              }}
            >
              {t.remove(number(persons))}
            </button>
          </li>
        ))}
      </ul>
      <form
        class="provincial-actions"
        onSubmit={(event) => {
          event.preventDefault();
          const data = new FormData(event.currentTarget);
          const persons = wholeTyped(textOf(data.get('aantal')));
          const from = textOf(data.get('dag'));
          if (persons == null || from === '') return;
          set({
            ...input,
            national: [...input.national, { from, persons }].sort((one, other) =>
              one.from.localeCompare(other.from),
            ),
          });
          event.currentTarget.reset();
        }}
      >
        <Labelled for="landelijk-aantal" label={t.nationalNumber}>
          <input id="landelijk-aantal" name="aantal" inputMode="numeric" required />
        </Labelled>
        <Labelled for="landelijk-dag" label={t.publishedOn}>
          <input id="landelijk-dag" name="dag" type="date" required />
        </Labelled>
        <button type="submit" class="utrecht-button utrecht-button--secondary-action">
          {t.add}
        </button>
      </form>
    </fieldset>
  );
}

/** Whether the bundled population has every municipality of the workspace at the right day. */
const hasBundled = (of: ProvincialWorkspace, halfYear: string): boolean => {
  const year = Number(halfYear.slice(0, 4)) - 1;
  const csv = catalogue.vintages.find(
    (each) => each.kind === 'population' && each.status === 'official' && each.year === year,
  )?.csv;
  return csv !== undefined && of.municipalities.every(({ code }) => csv.includes(code));
};

export function Housing(props: { of: ProvincialWorkspace }) {
  const t = texts.value.provincial;
  const w = provincialWords(language.value);
  const { of } = props;
  const input = of.housing ?? {
    halfYear: `${workspaceRound.value?.covers[0] ?? 2027}-1`,
    national: [],
    backlog: {},
  };
  const set = (next: HousingInput): void => {
    change({ housing: next });
  };
  const answer = housing.value;
  const bundled = hasBundled(of, input.halfYear);
  const inhabitantsOf = (code: string, at: number): number | undefined =>
    bundled ? answer?.inhabitants[at] : lookUp(input.population?.municipalities, code);
  const order = alphabetical(of);
  const rows: SheetRow[] = order.map((at) => {
    const { code = '', name = '' } = of.municipalities[at] ?? {};
    const row = answer?.province.municipalities[at];
    const inhabitants = inhabitantsOf(code, at);
    return {
      id: code,
      cells: [
        name,
        inhabitants === undefined ? '' : number(inhabitants),
        row === undefined ? '' : decimal(row.decimal, language.value),
        row === undefined ? '' : number(row.target),
        String(lookUp(input.backlog, code) ?? '').replace('-', '−'),
        row?.toHouse == null ? '' : number(row.toHouse),
      ],
    };
  });
  const summed = tableOf('housing');
  return (
    <section class="section" aria-labelledby="tafel-taakstelling">
      <h2 id="tafel-taakstelling" class="utrecht-heading-2">
        {t.housingTitle}
      </h2>
      <p class="intro">{w.notes.housing}</p>
      <div class="provincial-actions">
        <Labelled for="taakstelling-halfjaar" label={t.halfYear}>
          <input
            id="taakstelling-halfjaar"
            size={7}
            value={input.halfYear}
            onChange={(event) => {
              const { value } = event.currentTarget;
              if (/^\d{4}-[12]$/u.test(value)) set({ ...input, halfYear: value });
              else event.currentTarget.value = input.halfYear;
            }}
          />
        </Labelled>
        {!bundled && (
          <Labelled for="taakstelling-land" label={t.countryInhabitants}>
            <input
              id="taakstelling-land"
              inputMode="numeric"
              value={input.population?.country ?? ''}
              onChange={(event) => {
                const country = wholeTyped(event.currentTarget.value, 999_999_999) ?? 0;
                // What is no number of inhabitants is not kept: the field shows what is.
                event.currentTarget.value = String(
                  country > 0 ? country : (input.population?.country ?? ''),
                );
                if (country === 0) return;
                set({
                  ...input,
                  population: {
                    country,
                    municipalities: input.population?.municipalities ?? {},
                  },
                });
              }}
            />
          </Labelled>
        )}
      </div>
      <p>
        {bundled
          ? t.populationBundled(String(Number(input.halfYear.slice(0, 4)) - 1))
          : t.populationTyped(String(Number(input.halfYear.slice(0, 4)) - 1))}
      </p>
      <National input={input} set={set} />
      <Sheet
        testId="tafel-taakstelling"
        label={`${housingTarget[language.value]}, ${input.halfYear}`}
        help={t.sheetHelp}
        columns={w.columns.housing.map((title, at) => ({
          id: title,
          title,
          number: at > 0,
          editable: at === 4 || (at === 1 && !bundled),
        }))}
        rows={rows}
        find={rowsNamed(of)}
        change={(changes) => {
          let next = workspace.value?.housing ?? input;
          for (const { row, column, text } of changes) {
            const code = of.municipalities[order[row] ?? -1]?.code;
            if (code === undefined) continue;
            if (column === 4) {
              const backlog = withBacklog(next.backlog, code, text);
              if (backlog !== undefined) next = { ...next, backlog };
            } else {
              const inhabitants = wholeTyped(text);
              if (inhabitants == null) continue;
              next = {
                ...next,
                population: {
                  country: next.population?.country ?? null,
                  municipalities: { ...next.population?.municipalities, [code]: inhabitants },
                },
              };
            }
          }
          set(next);
        }}
      />
      {answer !== null && answer.province.national !== null ? (
        <>
          <ul data-testid="tafel-taakstelling-sommen">
            {summed?.rows.slice(-summed.sums).map((row) => (
              <li key={textOf(row[0])}>
                {textOf(row[0])}: {typeof row[3] === 'number' ? number(row[3]) : ''}
              </li>
            ))}
          </ul>
          <button
            type="button"
            class="utrecht-button utrecht-button--secondary-action"
            onClick={() => {
              change({
                municipalities: of.municipalities.map((row, at) => ({
                  ...row,
                  statusHolders: {
                    ...row.statusHolders,
                    [answer.province.halfYear]: answer.province.municipalities[at]?.target ?? 0,
                  },
                })),
              });
            }}
          >
            {t.targetsToTable}
          </button>
        </>
      ) : (
        <p>{t.noTargets}</p>
      )}
    </section>
  );
}

export function Remainder(props: { of: ProvincialWorkspace; result: ProvincialTableResult }) {
  const t = texts.value.provincial;
  const { of, result } = props;
  const input = of.remainder ?? { places: null, eligible: [] };
  const spread = remainder.value?.ok === true ? remainder.value.result : null;
  const lacking = result.offers[0]?.province.difference ?? 0;
  const table = tableOf('remainder');
  return (
    <section class="section" aria-labelledby="tafel-restopgave">
      <h2 id="tafel-restopgave" class="utrecht-heading-2">
        {t.remainderTitle}
      </h2>
      <p class="intro">
        <strong>{t.simulation}</strong> {t.remainderIntro}
      </p>
      <Labelled
        for="restopgave-plekken"
        label={t.remainderPlaces(number(lacking < 0 ? -lacking : 0))}
      >
        <input
          id="restopgave-plekken"
          inputMode="numeric"
          value={input.places ?? ''}
          onChange={(event) => {
            const places = signedTyped(event.currentTarget.value);
            if (places !== undefined && (places === null || places >= 0))
              change({ remainder: { ...input, places } });
          }}
        />
      </Labelled>
      <fieldset>
        <legend>{t.eligible}</legend>
        <div class="provincial-checks">
          {of.municipalities.map(({ code, name }) => (
            <label key={code}>
              <input
                type="checkbox"
                checked={input.eligible.includes(code)}
                onChange={(event) => {
                  const others = input.eligible.filter((each) => each !== code);
                  change({
                    remainder: {
                      ...input,
                      eligible: event.currentTarget.checked ? [...others, code] : others,
                    },
                  });
                }}
              />{' '}
              {name}
            </label>
          ))}
        </div>
      </fieldset>
      {spread !== null && table !== undefined && <Table table={table} testId="tafel-restopgave" />}
    </section>
  );
}
