/** The provincial table (Provinciale Regietafel): what is offered, exchanged, and by when. */
import { quotedText } from '../../../wasm/words/plain-text.ts';
import { useEffect, useRef, useState } from 'preact/hooks';
import { errorText, findingText, severityWord } from '../../../wasm/words/messages.ts';
import { type ProvincialWorkspace, typedFile } from '../../../wasm/province/workspace.ts';
import { stillOpen } from '../../../wasm/province/claims.ts';
import { provincialWords } from '../../../wasm/words/provincial-words.ts';
import { whole } from '../../format.ts';
import { language, result as allocation, round, texts } from '../../state/page.ts';
import { Labelled } from '../../components/Labelled.tsx';
import { Question } from '../input/FileCards.tsx';
import { Calendar } from './Calendar.tsx';
import { Exchanges } from './Exchanges.tsx';
import { Housing, Remainder } from './Housing.tsx';
import { Locations } from './Locations.tsx';
import { Coverages, Municipalities } from './Municipalities.tsx';
import { Report } from './Report.tsx';
import { Tests } from './DeductionDecisionGrants.tsx';
import { Senders } from './submissions/Submissions.tsx';
import { placeOf, saveWorkspace } from './submissions/state.ts';
import { wholeTyped } from '../../components/sheet-keys.ts';
import {
  calendar,
  change,
  openExample,
  openFiles,
  opened,
  part,
  parts,
  refused,
  startProvince,
  table,
  workspace,
  workspaceRound,
} from './state.ts';
import './provincial.css';

const number = (value: number): string => whole(value, language.value);

function Opening() {
  const t = texts.value.provincial;
  const problem = refused.value;
  const of = allocation.value;
  const [chosen, setChosen] = useState('');
  const isOpen = workspace.value !== null;
  const intro = <p class="intro">{t.intro}</p>;
  return (
    <section class="section no-print">
      {!isOpen && intro}
      <details open={!isOpen}>
        <summary>{t.opening}</summary>
        {isOpen && intro}
        <div class="provincial-actions">
          <button
            type="button"
            class="utrecht-button utrecht-button--primary-action"
            data-testid="tafel-voorbeeld"
            onClick={openExample}
          >
            {t.example}
          </button>
          {of !== null && (
            <form
              class="provincial-actions"
              onSubmit={(event) => {
                event.preventDefault();
                startProvince(of, chosen, t.taskSource[of.basis === 'estimate' ? 'open' : 'page']);
              }}
            >
              <Labelled
                for="tafel-provincie"
                label={t.startProvince(round.value.title[language.value])}
              >
                <select
                  id="tafel-provincie"
                  required
                  value={chosen}
                  onChange={(event) => {
                    setChosen(event.currentTarget.value);
                  }}
                >
                  <option value="">{t.chooseProvince}</option>
                  {of.provinces.map(({ name }) => (
                    <option key={name} value={name}>
                      {name}
                    </option>
                  ))}
                </select>
              </Labelled>
              <button type="submit" class="utrecht-button utrecht-button--secondary-action">
                {t.start}
              </button>
            </form>
          )}
          <Labelled for="werkruimte" label={t.own}>
            <input
              id="werkruimte"
              type="file"
              multiple
              accept=".json,.csv"
              onChange={(event) => {
                void openFiles([...(event.currentTarget.files ?? [])]);
              }}
            />
          </Labelled>
        </div>
      </details>
      {problem !== null && (
        <p class="problem" role="alert">
          {problem === 'unreadable'
            ? t.unreadable
            : 'newer' in problem
              ? texts.value.senders.newerVersion(String(problem.newer))
              : 'name' in problem
                ? t.wrongName(quotedText(problem.name))
                : 'part' in problem
                  ? t.wrongPart(problem.part)
                  : t.missing(problem.missing.join(', '))}
        </p>
      )}
    </section>
  );
}

/** The task: computed, published or typed in, with its basis beside it. */
function Task(props: { of: ProvincialWorkspace }) {
  const t = texts.value.provincial;
  const w = provincialWords(language.value);
  const { task } = props.of;
  const balance = table.value?.ok === true ? table.value.result.offers[0]?.province : undefined;
  const total = task.total ?? balance?.indicative ?? null;
  const minors = task.total === null ? (balance?.indicativeMinors ?? null) : task.minors;
  const field = (name: 'total' | 'minors', label: string) => (
    <Labelled for={`opgave-${name}`} label={label}>
      <input
        id={`opgave-${name}`}
        inputMode="numeric"
        value={task[name] ?? ''}
        onChange={(event) => {
          const typed = wholeTyped(event.currentTarget.value);
          const next = { ...task, [name]: typed ?? null, basis: 'own_input' as const };
          if (typed === undefined || (next.minors ?? 0) > (next.total ?? Infinity))
            event.currentTarget.value = String(task[name] ?? '');
          else change({ task: next });
        }}
      />
    </Labelled>
  );
  return (
    <>
      <p data-testid="tafel-opgave">
        {t.task(
          total === null ? t.unknown : number(total),
          minors === null ? t.unknown : number(minors),
        )}{' '}
        {t.basis(task.total === null ? t.sumOfShares : w.basis[task.basis], task.source)}
      </p>
      <details class="no-print">
        <summary>{t.changeTask}</summary>
        <div class="provincial-actions">
          {field('total', t.taskTotal)}
          {field('minors', t.taskMinors)}
          <Labelled for="opgave-bron" label={t.taskFrom}>
            <input
              id="opgave-bron"
              value={task.source}
              onChange={(event) => {
                change({ task: { ...task, source: event.currentTarget.value } });
              }}
            />
          </Labelled>
        </div>
      </details>
    </>
  );
}

function Findings(props: { of: ProvincialWorkspace }) {
  const t = texts.value.provincial;
  const w = provincialWords(language.value);
  const { of } = props;
  const nameOf = (code: string): string =>
    of.municipalities.find((each) => each.code === code)?.name ?? code;
  const found = [
    ...stillOpen(of, table.value?.findings ?? []),
    ...(calendar.value?.findings ?? []),
  ];
  const cells = Object.entries(of.refusedCells ?? {});
  const lacking = of.municipalities.filter(({ indicative }) => indicative === null);
  const said = Object.entries(of.notations ?? {});
  const answer = table.value;
  const refusal = answer?.ok === false ? answer.error : null;
  const noRound = workspaceRound.value === undefined;
  const none = refusal === null && !noRound;
  const count = found.length + cells.length + said.length + (lacking.length > 0 ? 1 : 0);
  if (none && count === 0) return null;
  const place = (finding: (typeof found)[number]): string => {
    if (finding.file === '') return '';
    if (finding.file === typedFile.offers) {
      const offer = of.offers?.[finding.row - 2];
      return offer === undefined
        ? ''
        : `${nameOf(offer.municipality)}, ${w.kinds[offer.kind]}, ${w.certainties[offer.certainty]}: `;
    }
    if (finding.file === typedFile.locations)
      return `${t.typedPlace(number(finding.row - 1), number(finding.column))} `;
    return placeOf(finding);
  };
  const errors =
    found.filter(({ severity }) => severity === 'error').length +
    cells.length +
    (refusal !== null || noRound ? 1 : 0);
  return (
    <details
      class="section no-print provincial-findings"
      open={
        refusal !== null ||
        noRound ||
        said.length > 0 ||
        found.some(({ code }) => code === 'column_ambiguous')
      }
    >
      <summary>
        <h2 id="tafel-meldingen-titel" class="utrecht-heading-3">
          {t.findingsCount(number(count), number(errors))}
        </h2>
      </summary>
      <ul data-testid="tafel-meldingen" aria-labelledby="tafel-meldingen-titel" tabIndex={0}>
        {refusal !== null && (
          <li>
            <strong>{severityWord('error', language.value)}</strong>{' '}
            {t.refusedWorkspace(errorText(refusal, language.value))}
          </li>
        )}
        {noRound && (
          <li>
            <strong>{severityWord('error', language.value)}</strong> {t.noRound(of.round)}
          </li>
        )}
        {lacking.length > 0 && (
          <li>
            {t.lackingShares(number(lacking.length), lacking.map(({ name }) => name).join(', '))}
          </li>
        )}
        {cells.map(([cell, text]) => {
          const [code = '', ...column] = cell.split(' ');
          return (
            <li key={cell}>
              <strong>{severityWord('error', language.value)}</strong>{' '}
              {t.refusedCell(nameOf(code), t.columnName(column.join(' ')), text)}
            </li>
          );
        })}
        {said.map(([file, { thousands }]) => (
          <li key={file}>
            {t.saidNotation(file, thousands !== null)}{' '}
            <button
              type="button"
              class="link-button"
              onClick={() => {
                const { [file]: _, ...others } = of.notations ?? {};
                change({ notations: others });
              }}
            >
              {t.askAgain}
            </button>
          </li>
        ))}
        {byCause(found).map((all, at) => {
          const [finding] = all;
          const { what, todo } = findingText(finding, language.value);
          return (
            <li key={at}>
              <strong>{severityWord(finding.severity, language.value)}</strong>{' '}
              {all.length === 1
                ? place(finding)
                : `${texts.value.senders.times(number(all.length), all.map((each) => place(each).trim().replace(/:$/, '')).join(', '))} `}
              {what} {todo}
              {finding.code === 'column_ambiguous' && (
                <Question
                  finding={finding}
                  say={(notation) => {
                    change({ notations: { ...of.notations, [finding.file]: notation } });
                  }}
                />
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

type Found = Parameters<typeof findingText>[0];

/** Findings of one cause together: what says the same of the same file is one thing to know. */
function byCause(found: readonly Found[]): [Found, ...Found[]][] {
  const causes = new Map<string, [Found, ...Found[]]>();
  for (const finding of found) {
    const { what, todo } = findingText(finding, language.value);
    const cause = `${finding.severity} ${finding.file} ${what} ${todo}`;
    const others = causes.get(cause);
    if (others === undefined) causes.set(cause, [finding]);
    else others.push(finding);
  }
  return [...causes.values()];
}

function Saving() {
  const t = texts.value.provincial;
  return (
    <p class="no-print">
      <button
        type="button"
        data-testid="bewaar-werkruimte"
        class="utrecht-button utrecht-button--secondary-action"
        onClick={() => {
          saveWorkspace();
        }}
      >
        {t.saveWorkspace}
      </button>
    </p>
  );
}

function Part(props: { of: ProvincialWorkspace }) {
  const t = texts.value.provincial;
  const { of } = props;
  const result = table.value?.ok === true ? table.value.result : null;
  switch (part.value) {
    case 'municipalities':
      return <Municipalities of={of} result={result} />;
    case 'senders':
      return <Senders of={of} />;
    case 'locations':
      return <Locations of={of} result={result} />;
    case 'housing':
      return (
        <>
          <Housing of={of} />
          {result !== null && <Remainder of={of} result={result} />}
        </>
      );
    case 'calendar':
      return <Calendar />;
    case 'exchange':
      return result === null ? <p>{t.firstShares}</p> : <Exchanges of={of} result={result} />;
    case 'tests':
      return result === null ? <p>{t.firstShares}</p> : <Tests of={of} result={result} />;
    case 'report':
      return result === null ? <p>{t.firstShares}</p> : <Report of={of} />;
  }
}

export function ProvincialView() {
  const t = texts.value.provincial;
  const of = workspace.value;
  const name = useRef<HTMLHeadingElement>(null);
  const count = opened.value;
  const before = useRef(count);
  // The button that opened it is folded away by now.
  useEffect(() => {
    if (count !== before.current) name.current?.focus();
    before.current = count;
  }, [count]);
  return (
    <>
      <Opening />
      {of !== null && (
        <div class="provincial">
          <section class={`section${part.value === 'report' ? ' no-print' : ''}`}>
            <h2 ref={name} class="utrecht-heading-2" tabIndex={-1}>
              {of.province}
            </h2>
            {of.invented === true && <p>{t.invented}</p>}
            <Task of={of} />
            {table.value?.ok === true && <Coverages result={table.value.result} />}
          </section>
          <nav class="provincial-parts no-print" aria-label={t.partsLabel}>
            <ul>
              {parts.map((each) => (
                <li key={each}>
                  <button
                    type="button"
                    class="navigation__item"
                    data-part={each}
                    aria-current={part.value === each ? 'true' : undefined}
                    onClick={() => {
                      part.value = each;
                    }}
                  >
                    {t.parts[each]}
                  </button>
                </li>
              ))}
            </ul>
          </nav>
          <Findings of={of} />
          <Part of={of} />
          <Saving />
        </div>
      )}
    </>
  );
}
