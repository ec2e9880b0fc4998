/** A submission that waits for a person: whose it is, what is new in it, and taking it over or not. */
import { useMemo, useState } from 'preact/hooks';
import type { ProvincialWorkspace } from '../../../../wasm/province/workspace.ts';
import { type CellDifference } from '../../../../wasm/province/differences.ts';
import { differencesOf } from '../../../../wasm/province/intake.ts';
import type { WaitingSheet } from '../../../../wasm/province/records.ts';
import { whole } from '../../../format.ts';
import { core, language, texts } from '../../../state/page.ts';
import { Labelled } from '../../../components/Labelled.tsx';
import { SubmissionTable } from './SubmissionTable.tsx';
import { acceptWaiting, assign, readHidden, rejectWaiting } from './state.ts';

const number = (value: number): string => whole(value, language.value);

interface Waits {
  readonly of: ProvincialWorkspace;
  readonly waiting: WaitingSheet;
}

export function Reject(props: { waiting: WaitingSheet }) {
  return (
    <button
      type="button"
      class="utrecht-button utrecht-button--secondary-action"
      data-testid="wijs-af"
      onClick={() => {
        rejectWaiting(props.waiting);
      }}
    >
      {texts.value.senders.reject}
    </button>
  );
}

/** A newer version beside what counts: old and new per cell, and one click rejects it. */
export function Newer({ of, waiting }: Waits) {
  const t = texts.value.senders;
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const compared = useMemo(
    () => (core.value === null ? undefined : differencesOf(core.value, of, waiting)),
    [of, waiting],
  );
  const differences = compared?.differences ?? [];
  const name = of.municipalities.find(({ code }) => code === waiting.sender)?.name ?? t.several;
  const shown = (text: string, absent: boolean): string =>
    absent ? t.notThere : text === '' ? t.emptyCell : text;
  const keep = (key: string, old: boolean): void => {
    const next = new Set(kept);
    if (old) next.add(key);
    else next.delete(key);
    setKept(next);
  };
  const choice = (each: CellDifference) => (
    <fieldset class="senders-choice">
      <legend class="visually-hidden">
        {`${each.location} ${each.field === null ? t.wholeLocation : t.fields[each.field]}`}
      </legend>
      {([true, false] as const).map((old) => (
        <label key={String(old)}>
          <input
            type="radio"
            name={`${waiting.name} ${each.key}`}
            checked={kept.has(each.key) === old}
            onChange={() => {
              keep(each.key, old);
            }}
          />{' '}
          {old ? t.old : t.new}
        </label>
      ))}
    </fieldset>
  );
  return (
    <section class="senders-card" data-testid="nieuwe-versie">
      <h3 class="utrecht-heading-3">{t.newerTitle(name, number(waiting.version))}</h3>
      <p>{t.newerIntro(waiting.name, number(differences.length))}</p>
      <SubmissionTable
        caption={`${t.differences}: ${name}`}
        testId="oud-en-nieuw"
        head={t.differencesHead}
        rows={differences.map((each) => ({
          key: each.key,
          cells: [
            each.location,
            each.field === null ? t.wholeLocation : t.fields[each.field],
            shown(each.before, each.kind === 'added'),
            shown(each.after, each.kind === 'gone'),
            choice(each),
          ],
        }))}
      />
      <p class="senders-actions">
        <button
          type="button"
          class="utrecht-button utrecht-button--primary-action"
          data-testid="neem-over"
          onClick={() => {
            acceptWaiting(waiting, kept);
          }}
        >
          {t.accept}
        </button>
        <Reject waiting={waiting} />
      </p>
    </section>
  );
}

/** A file of which neither name nor rows say from whom it is. */
export function Who({ of, waiting }: Waits) {
  const t = texts.value.senders;
  const [code, setCode] = useState('');
  const id = `van-wie-${waiting.name}`;
  return (
    <section class="senders-card" data-testid="van-wie">
      <h3 class="utrecht-heading-3">{t.whoTitle(waiting.name)}</h3>
      <p>{t.whoIntro}</p>
      <div class="senders-actions">
        <Labelled for={id} label={t.municipality}>
          <select
            id={id}
            value={code}
            onChange={(event) => {
              setCode(event.currentTarget.value);
            }}
          >
            <option value="">{t.chooseMunicipality}</option>
            <option value="*">{t.several}</option>
            {of.municipalities.map((each) => (
              <option key={each.code} value={each.code}>
                {each.name}
              </option>
            ))}
          </select>
        </Labelled>
        <button
          type="button"
          class="utrecht-button utrecht-button--primary-action"
          disabled={code === ''}
          onClick={() => {
            assign(waiting, code === '*' ? null : code);
          }}
        >
          {t.assign}
        </button>
        <Reject waiting={waiting} />
      </div>
    </section>
  );
}

/** A sheet that the sender had hidden. */
export function Hidden({ waiting }: { waiting: WaitingSheet }) {
  const t = texts.value.senders;
  return (
    <section class="senders-card" data-testid="verborgen-blad">
      <h3 class="utrecht-heading-3">{t.hiddenTitle(waiting.name)}</h3>
      <p>{t.hiddenIntro}</p>
      <p class="senders-actions">
        <button
          type="button"
          class="utrecht-button utrecht-button--primary-action"
          onClick={() => {
            readHidden(waiting);
          }}
        >
          {t.readHidden}
        </button>
        <Reject waiting={waiting} />
      </p>
    </section>
  );
}
