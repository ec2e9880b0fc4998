/** Three tests that are never mixed, each with its own day, rule, outcome and reading. */
import { lookUp } from '../../../wasm/contract/look-up.ts';
import type { ComponentChildren } from 'preact';
import type { Certainty, ProvincialTableResult } from '../../../wasm/index.ts';
import type { ProvincialWorkspace } from '../../../wasm/province/workspace.ts';
import { reportTables } from '../../../wasm/province/report-tables.ts';
import { provincialWords } from '../../../wasm/words/provincial-words.ts';
import { day, whole } from '../../format.ts';
import { language, texts } from '../../state/page.ts';
import { Labelled } from '../../components/Labelled.tsx';
import { Table } from './ReportTable.tsx';
import { certainties } from './changes.ts';
import { change, reportOf, workspace, workspaceRound } from './state.ts';

const number = (value: number): string => whole(value, language.value);

function DayField(props: {
  id: string;
  label: string;
  value: string;
  set: (value: string) => void;
  mayBeEmpty?: boolean;
}) {
  return (
    <Labelled for={props.id} label={props.label}>
      <input
        id={props.id}
        type="date"
        value={props.value}
        onChange={(event) => {
          const { value } = event.currentTarget;
          if (value !== '' || props.mayBeEmpty === true) props.set(value);
        }}
      />
    </Labelled>
  );
}

function Choice<T extends string>(props: {
  id: string;
  label: string;
  value: T;
  options: readonly (readonly [T, string])[];
  set: (value: T) => void;
}) {
  return (
    <Labelled for={props.id} label={props.label}>
      <select
        id={props.id}
        value={props.value}
        onChange={(event) => {
          const found = props.options.find(([value]) => value === event.currentTarget.value);
          if (found !== undefined) props.set(found[0]);
        }}
      >
        {props.options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

function CertaintyChoice(props: {
  chosen: readonly Certainty[] | undefined;
  set: (chosen: readonly Certainty[]) => void;
}) {
  const w = provincialWords(language.value);
  const chosen = props.chosen ?? ['existing', 'decided'];
  return (
    <fieldset class="provincial-checks">
      <legend>{texts.value.provincial.whichCount}</legend>
      {certainties.map((each) => (
        <label key={each}>
          <input
            type="checkbox"
            checked={chosen.includes(each)}
            onChange={(event) => {
              const { checked } = event.currentTarget;
              props.set(
                certainties.filter((one) => (one === each ? checked : chosen.includes(one))),
              );
            }}
          />{' '}
          {w.certainties[each]}
        </label>
      ))}
    </fieldset>
  );
}

/** A setting with a person's own note of why it is read so. */
function Noted(props: { setting: string; label: string; children: ComponentChildren }) {
  const { setting, label, children } = props;
  const notes = workspace.value?.settingNotes ?? {};
  const id = `noot-${setting}`;
  return (
    <div class="provincial-noted">
      {children}
      <Labelled for={id} label={texts.value.provincial.setNote(label)}>
        <input
          id={id}
          value={lookUp(notes, setting) ?? ''}
          onChange={(event) => {
            const { value } = event.currentTarget;
            const { [setting]: _, ...others } = notes;
            change({
              settingNotes: value.trim() === '' ? others : { ...others, [setting]: value },
            });
          }}
        />
      </Labelled>
    </div>
  );
}

const yesOrNo = (words: readonly string[]): readonly (readonly ['no' | 'yes', string])[] => [
  ['no', words[0] ?? ''],
  ['yes', words[1] ?? ''],
];

/** The readings of a test: what the law leaves open, to be set by a person. */
function Settings(props: { children: ComponentChildren }) {
  return (
    <details class="provincial-settings">
      <summary>{texts.value.provincial.settings}</summary>
      <p class="provincial-note">{texts.value.provincial.settingsNote}</p>
      <div class="provincial-readings">{props.children}</div>
    </details>
  );
}

export function Tests(props: { of: ProvincialWorkspace; result: ProvincialTableResult }) {
  const t = texts.value.provincial;
  const w = provincialWords(language.value);
  const { of, result } = props;
  const report = reportOf('confidential');
  const tables = report === null ? [] : reportTables(report, language.value);
  const shown = (id: string) =>
    tables
      .filter((each) => each.id === id)
      .map((each) => <Table key={id} table={each} testId={`tafel-${id}`} />);
  const fiveYears = [
    ['from_start', w.fiveYears.from_start],
    ['remaining', w.fiveYears.remaining],
  ] as const;
  const year = String(workspaceRound.value?.covers[0] ?? '');
  const last = String(workspaceRound.value?.covers[1] ?? '');
  const a = of.deduction ?? { day: `${year}-01-01` };
  const b = of.decision ?? { day: `${year}-07-01` };
  const c = of.grants ?? { day: `${year}-07-01`, start: `${year}-01-01`, end: `${last}-12-31` };
  const setA = (part: Partial<typeof a>): void => {
    change({ deduction: { ...a, ...part } });
  };
  const setB = (part: Partial<typeof b>): void => {
    change({ decision: { ...b, ...part } });
  };
  const setC = (part: Partial<typeof c>): void => {
    change({ grants: { ...c, ...part } });
  };
  const { deduction, decision, grants } = result;
  return (
    <>
      <p class="intro">{t.testsIntro}</p>
      <section class="section" aria-labelledby="toets-a">
        <h2 id="toets-a" class="utrecht-heading-2">
          {t.testA}
        </h2>
        {deduction !== null && (
          <p data-testid="tafel-toets-a">
            {t.deduction(
              day(deduction.day, language.value),
              number(deduction.total),
              number(deduction.toMakeAvailable),
            )}
            {(deduction.toMakeAvailableMinors ?? 0) > 0 && (
              <> {t.deductionMinors(number(deduction.toMakeAvailableMinors ?? 0))}</>
            )}
          </p>
        )}
        <Settings>
          <DayField
            id="toets-a-dag"
            label={t.day}
            value={a.day}
            set={(value) => {
              setA({ day: value });
            }}
          />
          <Noted setting="deduction.fiveYears" label={t.fiveYears}>
            <Choice
              id="toets-a-jaren"
              label={t.fiveYears}
              value={a.fiveYears ?? 'from_start'}
              options={fiveYears}
              set={(value) => {
                setA({ fiveYears: value });
              }}
            />
          </Noted>
          <Noted setting="deduction.specialPlacesTogether" label={t.minimumSpecial}>
            <Choice
              id="toets-a-samen"
              label={t.minimumSpecial}
              value={a.specialPlacesTogether === false ? 'no' : 'yes'}
              options={yesOrNo(w.together)}
              set={(value) => {
                setA({ specialPlacesTogether: value === 'yes' });
              }}
            />
          </Noted>
          <Noted setting="deduction.certainties" label={t.whichCount}>
            <CertaintyChoice
              chosen={a.certainties}
              set={(chosen) => {
                setA({ certainties: chosen });
              }}
            />
          </Noted>
        </Settings>
        {shown('deduction')}
      </section>
      <section class="section" aria-labelledby="toets-b">
        <h2 id="toets-b" class="utrecht-heading-2">
          {t.testB}
        </h2>
        {decision !== null && (
          <p data-testid="tafel-toets-b">
            {t.decision(day(decision.day, language.value), number(decision.total))}
          </p>
        )}
        <Settings>
          <DayField
            id="toets-b-dag"
            label={t.day}
            value={b.day}
            set={(value) => {
              setB({ day: value });
            }}
          />
          <Noted setting="decision.until" label={t.staysShort}>
            <DayField
              id="toets-b-tot"
              label={t.staysUntil}
              value={b.until ?? ''}
              mayBeEmpty
              set={(value) => {
                const { until: _, ...rest } = b;
                change({ decision: value === '' ? rest : { ...rest, until: value } });
              }}
            />
          </Noted>
          <Noted setting="decision.certainties" label={t.whichCount}>
            <CertaintyChoice
              chosen={b.certainties}
              set={(chosen) => {
                setB({ certainties: chosen });
              }}
            />
          </Noted>
        </Settings>
        {shown('decision')}
      </section>
      <section class="section" aria-labelledby="toets-c">
        <h2 id="toets-c" class="utrecht-heading-2">
          {t.testC}
        </h2>
        {grants !== null && <p data-testid="tafel-toets-c">{t.grants(number(grants.total))}</p>}
        <Settings>
          <DayField
            id="toets-c-dag"
            label={t.day}
            value={c.day}
            set={(value) => {
              setC({ day: value });
            }}
          />
          <DayField
            id="toets-c-begin"
            label={t.periodFrom}
            value={c.start}
            set={(value) => {
              if (value <= c.end) setC({ start: value });
            }}
          />
          <DayField
            id="toets-c-einde"
            label={t.periodUntil}
            value={c.end}
            set={(value) => {
              if (value >= c.start) setC({ end: value });
            }}
          />
          <Noted setting="grants.fiveYears" label={t.fiveYears}>
            <Choice
              id="toets-c-jaren"
              label={t.fiveYears}
              value={c.fiveYears ?? 'from_start'}
              options={fiveYears}
              set={(value) => {
                setC({ fiveYears: value });
              }}
            />
          </Noted>
          <Noted setting="grants.specialPlacesDurable" label={t.specialDurable}>
            <Choice
              id="toets-c-duurzaam"
              label={t.specialDurable}
              value={c.specialPlacesDurable === false ? 'no' : 'yes'}
              options={yesOrNo(w.specialDurable)}
              set={(value) => {
                setC({ specialPlacesDurable: value === 'yes' });
              }}
            />
          </Noted>
          <Noted setting="grants.specialPlacesAlsoDurable" label={t.specialAlso}>
            <Choice
              id="toets-c-ook"
              label={t.specialAlso}
              value={c.specialPlacesAlsoDurable === true ? 'yes' : 'no'}
              options={yesOrNo(w.specialAlso)}
              set={(value) => {
                setC({ specialPlacesAlsoDurable: value === 'yes' });
              }}
            />
          </Noted>
          <Noted setting="grants.threshold" label={t.threshold}>
            <Choice
              id="toets-c-drempel"
              label={t.threshold}
              value={c.threshold ?? 'up'}
              options={[
                ['up', w.thresholds.up],
                ['down', w.thresholds.down],
                ['half_up', w.thresholds.half_up],
              ]}
              set={(value) => {
                setC({ threshold: value });
              }}
            />
          </Noted>
          <Noted setting="grants.excluded" label={t.excluded}>
            <Choice
              id="toets-c-uitgesloten"
              label={t.excluded}
              value={c.excluded ?? 'lessen_surplus'}
              options={[
                ['lessen_surplus', w.excluded.lessen_surplus],
                ['lessen_payment', w.excluded.lessen_payment],
                ['fill_threshold', w.excluded.fill_threshold],
              ]}
              set={(value) => {
                setC({ excluded: value });
              }}
            />
          </Noted>
          <Noted setting="grants.certainties" label={t.whichCount}>
            <CertaintyChoice
              chosen={c.certainties}
              set={(chosen) => {
                setC({ certainties: chosen });
              }}
            />
          </Noted>
        </Settings>
        {shown('grants')}
        {shown('surplus')}
      </section>
    </>
  );
}
