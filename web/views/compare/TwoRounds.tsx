/** Two results beside each other: old, new, difference, per cent, and why. */
import { Fragment } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type {
  ChangeResult,
  ChangeRow,
  ChangeSide,
  ChangedCount,
  Finding,
} from '../../../wasm/index.ts';
import { errorText, findingText } from '../../../wasm/words/messages.ts';
import { causeText, causesMissingText, changeMethodText } from '../../../wasm/words/sentences.ts';
import { whole } from '../../format.ts';
import { matches } from '../../state/search.ts';
import { saveFile } from '../../page/save.ts';
import { answered, useAnswer } from '../../state/second-core.ts';
import { announcement, chosenCode, language, result, round, texts } from '../../state/page.ts';
import { ChangePicture } from '../../pictures/ChangePicture.tsx';
import {
  type Side,
  causeRange,
  causes,
  sideKey,
  sideText,
  signedDecimal,
  signedWhole,
} from '../../components/change-text.ts';
import { decimalCell, decimalKey } from '../country/cells.ts';
import { DataTable, type TableColumn, useSorting } from '../../components/DataTable.tsx';
import { WholeLabel } from '../shell/Header.tsx';
import '../../pictures/pictures.css';
import '../country/tables.css';
import { Notes } from './CompareTable.tsx';
import { fromId, kept, keptNow, mostKept, sides, toId } from './sides.ts';
import { spokenName } from '../../state/search.ts';
import './two-rounds.css';

const noRows: readonly ChangeRow[] = [];

function changeColumns(
  level: 'municipality' | 'province',
  withCauses: boolean,
  withMinors: boolean,
): TableColumn<ChangeRow>[] {
  const t = texts.value;
  const c = t.change;
  const shown = language.value;
  const number = (
    id: string,
    title: string,
    of: (row: ChangeRow) => ChangedCount,
    side: Side,
    text: (value: number) => string,
  ): TableColumn<ChangeRow> => ({
    id,
    title,
    number: true,
    key: (row) => sideKey(of(row), side),
    cell: (row) => sideText(of(row), side, text) ?? '',
    value: (row) => of(row)[side] ?? sideText(of(row), side, text),
  });
  const plain = (value: number): string => whole(value, shown);
  const total = (row: ChangeRow): ChangedCount => row;
  const minors = (row: ChangeRow): ChangedCount => row.minors;
  const exact = (
    id: string,
    title: string,
    of: (row: ChangeRow) => string | null,
    unit: string,
  ): TableColumn<ChangeRow> => ({
    id,
    title,
    number: true,
    key: (row) => decimalKey(of(row)),
    cell: (row) => {
      const text = of(row);
      return text === null ? '' : `${signedDecimal(text)}${unit}`;
    },
    value: (row) => decimalCell(of(row)),
  });
  return [
    {
      id: 'name',
      title: level === 'municipality' ? t.columns.name : t.columns.province,
      number: false,
      key: (row) => row.name,
      cell: (row) =>
        row.disputed === ''
          ? spokenName(row.name)
          : `${spokenName(row.name)} (${t.disputed} ${row.disputed})`,
      value: (row) => row.name,
    },
    number('from', c.old, total, 'from', plain),
    number('to', c.new, total, 'to', plain),
    number('difference', c.difference, total, 'difference', signedWhole),
    exact('percent', c.percent, ({ percent }) => percent, ' %'),
    ...(withMinors
      ? [
          number('minors-from', c.minorsOld, minors, 'from', plain),
          number('minors-to', c.minorsNew, minors, 'to', plain),
          number('minors-difference', c.minorsDifference, minors, 'difference', signedWhole),
        ]
      : []),
    ...(withCauses
      ? causes.map((cause): TableColumn<ChangeRow> => {
          const whole = exact(
            cause,
            causeText(cause, shown),
            (row) => row.causes?.[cause] ?? null,
            '',
          );
          const atEnds = ({ causeEnds }: ChangeRow): string | null =>
            causeEnds === null ? null : causeRange(causeEnds, cause);
          return {
            ...whole,
            key: (row) =>
              row.causeEnds === null
                ? whole.key(row)
                : Math.min(Number(row.causeEnds.low[cause]), Number(row.causeEnds.high[cause])),
            cell: (row) => atEnds(row) ?? whole.cell(row),
            value: (row) => atEnds(row) ?? whole.value(row),
          };
        })
      : []),
  ];
}

function ChangeTable(props: {
  testId: string;
  caption: string;
  level: 'municipality' | 'province';
  withCauses: boolean;
  rows: readonly ChangeRow[];
}) {
  const t = texts.value;
  const { level, withCauses } = props;
  const withMinors = useMemo(
    () => props.rows.some(({ minors }) => minors.from !== null || minors.to !== null),
    [props.rows],
  );
  const columns = useMemo(
    () => changeColumns(level, withCauses, withMinors),
    // Made anew with the language: titles and cells are in it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [level, withCauses, withMinors, t],
  );
  const { ordered, sorting, sortBy } = useSorting(props.rows, columns);
  return (
    <DataTable
      testId={props.testId}
      caption={props.caption}
      columns={columns}
      rows={ordered}
      rowKey={(row) => row.code ?? row.name}
      rowClass={(row) => (row.code !== null && row.code === chosenCode.value ? 'row--chosen' : '')}
      sorting={sorting}
      sortBy={sortBy}
      sums={null}
    />
  );
}

function SideChooser(props: {
  id: string;
  label: string;
  value: string;
  choose: (id: string) => void;
}) {
  return (
    <p class="two-rounds__side">
      <label class="utrecht-form-label" for={props.id}>
        {props.label}
      </label>
      <select
        id={props.id}
        class="utrecht-select utrecht-select--html-select"
        value={props.value}
        onChange={(event) => {
          props.choose(event.currentTarget.value);
        }}
      >
        {sides.value.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
      <WholeLabel text={sides.value.find(({ id }) => id === props.value)?.label ?? ''} />
    </p>
  );
}

/** Keeps the page's own result of now, so that a next one can be set beside it. */
function Keep() {
  const c = texts.value.change;
  const current = result.value;
  if (current === null) return null;
  return (
    <p class="buttons">
      <button
        type="button"
        class="utrecht-button utrecht-button--secondary-action"
        data-testid="uitkomst-bewaren"
        disabled={kept.value.length >= mostKept}
        onClick={() => {
          const name = c.keptName(
            whole(kept.value.length + 1, language.value),
            round.value.title[language.value],
            whole(current.need, language.value),
          );
          kept.value = [...kept.value, keptNow(name)];
          announcement.value = c.keptSide(name);
        }}
      >
        {c.keep}
      </button>
      <span class="soft">{c.keepHint}</span>
    </p>
  );
}

function Results(props: { found: ChangeResult; save: (dialect: 'international' | 'nl') => void }) {
  const t = texts.value;
  const c = t.change;
  const shown = language.value;
  const { found } = props;
  const [typed, setTyped] = useState('');
  const [everyone, setEveryone] = useState(false);
  const complete = useMemo(
    () =>
      found.municipalities.filter(
        ({ difference, range }) => (range?.difference ?? difference) !== null,
      ),
    [found],
  );
  const exact = useMemo(() => complete.filter(({ difference }) => difference !== null), [complete]);
  const nobody = complete.length === 0;
  const rows = useMemo(
    () =>
      (everyone || nobody ? found.municipalities : complete).filter(({ name }) =>
        matches(name, typed),
      ),
    [found, complete, everyone, nobody, typed],
  );
  const provinces = useMemo(
    () =>
      found.provinces.filter(
        ({ from, to, range }) => from !== null || to !== null || range !== null,
      ),
    [found],
  );
  const withCauses = found.causesMissing === null;
  const { need } = found;
  return (
    <>
      {need.from !== null && need.to !== null && (
        <p class="two-rounds__need">
          {c.need(
            whole(need.from, shown),
            whole(need.to, shown),
            signedWhole(need.difference ?? 0),
            need.percent === null ? null : `${signedDecimal(need.percent)}\u00A0%`,
          )}
        </p>
      )}
      {need.minors.from !== null && need.minors.to !== null && (
        <p>
          {c.minorsNeed(
            whole(need.minors.from, shown),
            whole(need.minors.to, shown),
            signedWhole(need.minors.difference ?? 0),
          )}
        </p>
      )}
      <p class="two-rounds__method">
        {found.causesMissing === null
          ? changeMethodText(
              found.municipalities.some(({ causeEnds }) => causeEnds !== null),
              shown,
            )
          : causesMissingText(found.causesMissing, shown)}
      </p>
      <ChangePicture rows={exact} />
      <p class="buttons" role="group" aria-label={t.download}>
        <span>{t.download}:</span>
        {(['nl', 'international'] as const).map((dialect) => (
          <button
            key={dialect}
            type="button"
            class="utrecht-button utrecht-button--secondary-action"
            onClick={() => {
              props.save(dialect);
            }}
          >
            {dialect === 'nl' ? t.downloadDutch : t.downloadInternational}
          </button>
        ))}
      </p>
      {provinces.length > 0 && (
        <section class="data" aria-labelledby="verschil-provincies">
          <h3 id="verschil-provincies" class="utrecht-heading-3">
            {t.provinces}
          </h3>
          <ChangeTable
            testId="verschil-per-provincie"
            caption={t.provinces}
            level="province"
            withCauses={withCauses}
            rows={provinces}
          />
        </section>
      )}
      <section class="data" aria-labelledby="verschil-gemeenten">
        <h3 id="verschil-gemeenten" class="utrecht-heading-3">
          {t.municipalities}
        </h3>
        <div class="filters">
          <p>
            <label class="utrecht-form-label" for="verschil-filter">
              {t.filter}
            </label>
            <input
              id="verschil-filter"
              type="search"
              class="utrecht-textbox utrecht-textbox--html-input"
              value={typed}
              onInput={(event) => {
                setTyped(event.currentTarget.value);
              }}
            />
          </p>
          <p class="filters__count" role="status">
            {c.both(whole(complete.length, shown), whole(found.municipalities.length, shown))}
          </p>
        </div>
        {!nobody && complete.length < found.municipalities.length && (
          <p>
            <label>
              <input
                type="checkbox"
                class="tick"
                checked={everyone}
                onChange={() => {
                  setEveryone(!everyone);
                }}
              />{' '}
              {c.everyone}
            </label>
          </p>
        )}
        <ChangeTable
          testId="verschil-per-gemeente"
          caption={t.municipalities}
          level="municipality"
          withCauses={withCauses}
          rows={rows.length === 0 ? noRows : rows}
        />
      </section>
    </>
  );
}

/** What was found in the printed sides, such as rows that are left out. */
function Said(props: { sides: readonly ChangeSide[]; findings: readonly Finding[] }) {
  const printed = new Set(props.sides.flatMap((one) => ('printed' in one ? one.printed.file : [])));
  const said = [...printed]
    .map((file) => ({ file, of: props.findings.filter((finding) => finding.file === file) }))
    .filter(({ of }) => of.length > 0);
  if (said.length === 0) return null;
  return (
    <div class="two-rounds__refused" data-testid="vergelijking-meldingen">
      {said.map(({ file, of }) => (
        <Fragment key={file}>
          <p>
            <strong>{file}</strong>
          </p>
          <Notes findings={of} />
        </Fragment>
      ))}
    </div>
  );
}

export function TwoRounds() {
  const t = texts.value;
  const c = t.change;
  const shown = language.value;
  const all = sides.value;
  const from = all.find(({ id }) => id === fromId.value) ?? all[0];
  const to = all.find(({ id }) => id === toId.value) ?? all[0];
  const question = useMemo(
    () => (from === undefined || to === undefined ? null : { from: from.side, to: to.side }),
    [from, to],
  );
  const answer = useAnswer('change', question);
  if (from === undefined || to === undefined || question === null) return null;
  const save = async (dialect: 'international' | 'nl'): Promise<void> => {
    const written = await answered('change', { ...question, dialect });
    const bytes = written?.ok === true ? written.columns.get('csv') : undefined;
    if (bytes instanceof Uint8Array)
      saveFile(
        `spreidingswijzer-${c.file}${dialect === 'nl' ? '' : `-${t.internationalFile}`}.csv`,
        bytes as Uint8Array<ArrayBuffer>,
        'text/csv',
      );
  };
  return (
    <section class="section two-rounds" aria-labelledby="twee-rondes">
      <h2 id="twee-rondes" class="utrecht-heading-2">
        {c.title}
      </h2>
      <p class="two-rounds__method">{c.intro}</p>
      <div class="two-rounds__sides">
        <SideChooser
          id="oud"
          label={c.old}
          value={from.id}
          choose={(id) => {
            fromId.value = id;
          }}
        />
        <SideChooser
          id="nieuw"
          label={c.new}
          value={to.id}
          choose={(id) => {
            toId.value = id;
          }}
        />
      </div>
      <Keep />
      {answer === null ? (
        <p role="status">{t.input.waiting}</p>
      ) : answer.ok ? (
        <>
          <Said sides={[from.side, to.side]} findings={answer.findings} />
          <Results found={answer.result} save={(dialect) => void save(dialect)} />
        </>
      ) : (
        <div class="two-rounds__refused" role="status" data-testid="vergelijking-geweigerd">
          {answer.error.code === 'findings' ? (
            <ul>
              {answer.findings
                .filter(({ severity }) => severity === 'error')
                .slice(0, 10)
                .map((finding, index) => {
                  const { what, todo } = findingText(finding, shown);
                  return (
                    <li key={index}>
                      {what} {todo}
                    </li>
                  );
                })}
            </ul>
          ) : (
            <p>{errorText(answer.error, shown)}</p>
          )}
        </div>
      )}
    </section>
  );
}
