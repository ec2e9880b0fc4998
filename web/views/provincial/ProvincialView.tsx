import { useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { Ledger, OfferBalance, ProvincialTableResult } from '../../../wasm/index.ts';
import { statusText, stepText } from '../../../wasm/calendar_sentences.ts';
import { icalendar } from '../../../wasm/icalendar.ts';
import { findingText, severityWord } from '../../../wasm/messages.ts';
import type { ProvincialWorkspace, WorkspaceExchange } from '../../../wasm/provincial_workspace.ts';
import { day, whole } from '../../format.ts';
import { saveFile } from '../../save.ts';
import { language, texts } from '../../state.ts';
import {
  calendar,
  changeExchanges,
  openExample,
  openFiles,
  refused,
  reportOf,
  table,
  workspace,
} from './state.ts';
import { Senders } from './senders/Senders.tsx';
import { placeOf, saveWorkspace } from './senders/state.ts';
import './provincial.css';

const number = (value: number): string => whole(value, language.value);
const orUnknown = (value: number | null): string => (value === null ? '?' : number(value));
const signed = (value: number | null): string =>
  value === null ? '?' : value > 0 ? `+${number(value)}` : number(value);

function Grid(props: {
  caption: string;
  testId: string;
  head: readonly string[];
  texts: number;
  rows: readonly (readonly ComponentChildren[])[];
}) {
  return (
    // The group scrolls sideways on a small screen, so the keyboard has to reach it.
    <div class="table-scroll" role="group" aria-label={props.caption} tabIndex={0}>
      <table class="utrecht-table utrecht-table--html-table" data-testid={props.testId}>
        <caption class="visually-hidden">{props.caption}</caption>
        <thead>
          <tr>
            {props.head.map((title, column) => (
              <th key={title} scope="col" class={column < props.texts ? '' : 'number'}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) =>
                column === 0 ? (
                  <th key={column} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={column} class={column < props.texts ? '' : 'number'}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Opening() {
  const t = texts.value.provincial;
  const problem = refused.value;
  return (
    <section class="section">
      <p class="intro">{t.intro}</p>
      <div class="provincial-actions">
        <button
          type="button"
          class="utrecht-button utrecht-button--primary-action"
          data-testid="tafel-voorbeeld"
          onClick={openExample}
        >
          {t.example}
        </button>
        <p class="field">
          <label class="utrecht-form-label" for="werkruimte">
            {t.own}
          </label>
          <input
            id="werkruimte"
            type="file"
            multiple
            accept=".json,.csv"
            onChange={(event) => {
              void openFiles([...(event.currentTarget.files ?? [])]);
            }}
          />
        </p>
      </div>
      {problem !== null && (
        <p class="problem" role="alert">
          {problem === 'unreadable'
            ? t.unreadable
            : 'newer' in problem
              ? texts.value.senders.newerVersion(String(problem.newer))
              : t.missing(problem.missing.join(', '))}
        </p>
      )}
    </section>
  );
}

function Calendar() {
  const t = texts.value.provincial;
  const shown = language.value;
  const answer = calendar.value;
  const round = workspace.value?.round ?? '';
  if (answer?.ok !== true) return null;
  return (
    <section class="section" aria-labelledby="tafel-kalender">
      <h2 id="tafel-kalender" class="utrecht-heading-2">
        {t.calendar}
      </h2>
      <Grid
        caption={t.calendar}
        testId="tafel-kalender"
        head={t.calendarHead}
        texts={6}
        rows={answer.result.milestones.map((each) => {
          const { name, article } = stepText(each.step, shown);
          return [
            day(each.done ?? each.date, shown),
            day(each.legal, shown),
            statusText(each.status, shown),
            name,
            `${article}${each.basis === 'reading' ? ` (${t.reading})` : ''}`,
            each.note,
          ];
        })}
      />
      <p>
        <button
          type="button"
          class="utrecht-button utrecht-button--secondary-action"
          onClick={() => {
            saveFile(
              `spreidingswijzer-${round}.ics`,
              icalendar(answer.result, round, shown),
              'text/calendar',
            );
          }}
        >
          {t.saveCalendar}
        </button>
      </p>
    </section>
  );
}

const balanceCells = (title: string, balance: OfferBalance): string[] => [
  title,
  number(balance.indicative),
  number(balance.offered.total),
  ...balance.offered.byCertainty.map(number),
  signed(balance.difference),
  orUnknown(balance.indicativeMinors),
  number(balance.offered.totalMinors),
];

function Offers(props: { of: ProvincialWorkspace; result: ProvincialTableResult }) {
  const t = texts.value.provincial;
  const [date, setDate] = useState(0);
  const offer = props.result.offers[date] ?? props.result.offers[0];
  if (offer === undefined) return null;
  const { municipalities } = props.of;
  const covered = t.covered(
    number(offer.province.offered.total),
    number(offer.province.indicative),
  );
  return (
    <section class="section" aria-labelledby="tafel-aanbod">
      <h2 id="tafel-aanbod" class="utrecht-heading-2">
        {t.offers}
      </h2>
      <div class="provincial-actions">
        <p class="field">
          <label class="utrecht-form-label" for="tafel-peildatum">
            {t.date}
          </label>
          <select
            id="tafel-peildatum"
            value={date}
            onChange={(event) => {
              setDate(Number(event.currentTarget.value));
            }}
          >
            {props.result.offers.map((each, at) => (
              <option key={each.date} value={at}>
                {day(each.date, language.value)}
              </option>
            ))}
          </select>
        </p>
      </div>
      <p class="coverage">
        <span data-testid="tafel-gedekt">{covered}</span>
        <meter
          min={0}
          max={offer.province.indicative}
          value={offer.province.offered.total}
          aria-label={covered}
        />
      </p>
      <Grid
        caption={t.offers}
        testId="tafel-aanbod"
        head={t.offersHead}
        texts={1}
        rows={[
          ...offer.municipalities.map((row, at) => [
            ...balanceCells(municipalities[at]?.name ?? '', row),
            number(row.afterAgreed.task),
            signed(row.afterAgreed.difference),
            orUnknown(municipalities[at]?.decided ?? null),
          ]),
          ...offer.regions.map((row) => [...balanceCells(t.region(row.name), row), '', '', '']),
          [...balanceCells(t.province, offer.province), '', '', ''],
        ]}
      />
    </section>
  );
}

function ExchangeItem(props: {
  at: number;
  exchange: WorkspaceExchange;
  of: ProvincialWorkspace;
  outcome: ProvincialTableResult['exchanges'][number] | undefined;
}) {
  const t = texts.value.provincial;
  const { at, exchange, of, outcome } = props;
  const nameOf = (code: string): string =>
    of.municipalities.find((each) => each.code === code)?.name ?? code;
  const change = (part: Partial<WorkspaceExchange>): void => {
    changeExchanges(
      of.exchanges.map((each, index) => (index === at ? { ...each, ...part } : each)),
    );
  };
  const title = t.exchangeName(exchange.id, day(exchange.date, language.value));
  return (
    <li
      class={`exchange${exchange.status === 'lapsed' ? ' exchange--lapsed' : ''}`}
      data-testid={`uitruil-${exchange.id}`}
    >
      <h3 class="utrecht-heading-3">{title}</h3>
      <p>
        <label for={`uitruil-${at}-status`}>{t.status}: </label>
        <select
          id={`uitruil-${at}-status`}
          value={exchange.status}
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (value === 'proposed' || value === 'agreed' || value === 'lapsed')
              change({ status: value });
          }}
        >
          {(['proposed', 'agreed', 'lapsed'] as const).map((status) => (
            <option key={status} value={status}>
              {t.statuses[status]}
            </option>
          ))}
        </select>
      </p>
      {exchange.transfers.map((transfer, index) => (
        <p key={index}>
          <label for={`uitruil-${at}-${index}`}>
            {t.transfer(
              t.ledgers[transfer.ledger] +
                (transfer.halfYear === undefined ? '' : ` ${transfer.halfYear}`),
              nameOf(transfer.from),
              nameOf(transfer.to),
            )}
            :{' '}
          </label>
          <input
            id={`uitruil-${at}-${index}`}
            type="number"
            step={1}
            value={transfer.number}
            onChange={(event) => {
              const value = event.currentTarget.valueAsNumber;
              change({
                transfers: exchange.transfers.map((each, place) =>
                  place === index
                    ? { ...each, number: Number.isSafeInteger(value) ? value : 0 }
                    : each,
                ),
              });
            }}
          />
        </p>
      ))}
      {exchange.ratio !== '' && <p>{t.ratio(exchange.ratio)}</p>}
      {exchange.note !== '' && <p>{exchange.note}</p>}
      {outcome !== undefined && (
        <p role="status" data-testid={`uitruil-${exchange.id}-oordeel`}>
          {outcome.refusal !== null ? (
            <strong>
              {t.refusal(t.rules[outcome.refusal.rule], number(outcome.refusal.shortfall))}
            </strong>
          ) : outcome.holds ? (
            t.holds
          ) : (
            t.statuses.lapsed
          )}
        </p>
      )}
    </li>
  );
}

function AddExchange(props: { of: ProvincialWorkspace }) {
  const t = texts.value.provincial;
  const { municipalities, exchanges } = props.of;
  const [ledger, setLedger] = useState<Ledger>('asylum_regular');
  const [from, setFrom] = useState(municipalities[0]?.code ?? '');
  const [to, setTo] = useState(municipalities[1]?.code ?? '');
  const [amount, setAmount] = useState(1);
  const halfYear = Object.keys(municipalities[0]?.statusHolders ?? {})[0];
  const names = municipalities.map(({ code, name }) => (
    <option key={code} value={code}>
      {name}
    </option>
  ));
  return (
    <form
      class="provincial-actions"
      onSubmit={(event) => {
        event.preventDefault();
        const known = new Set(exchanges.map(({ id }) => id));
        let id = exchanges.length + 1;
        while (known.has(String(id))) id += 1;
        changeExchanges([
          ...exchanges,
          {
            id: String(id),
            date: new Date().toISOString().slice(0, 10),
            status: 'proposed',
            ratio: '',
            note: '',
            public: false,
            transfers: [
              {
                ledger,
                ...(ledger === 'status_holders' && halfYear !== undefined ? { halfYear } : {}),
                from,
                to,
                number: amount,
              },
            ],
          },
        ]);
      }}
    >
      <p class="field">
        <label class="utrecht-form-label" for="nieuw-taak">
          {t.ledger}
        </label>
        <select
          id="nieuw-taak"
          value={ledger}
          onChange={(event) => {
            setLedger(event.currentTarget.value as Ledger);
          }}
        >
          {(Object.keys(t.ledgers) as Ledger[]).map((each) => (
            <option key={each} value={each}>
              {t.ledgers[each]}
            </option>
          ))}
        </select>
      </p>
      <p class="field">
        <label class="utrecht-form-label" for="nieuw-van">
          {t.from}
        </label>
        <select
          id="nieuw-van"
          value={from}
          onChange={(event) => {
            setFrom(event.currentTarget.value);
          }}
        >
          {names}
        </select>
      </p>
      <p class="field">
        <label class="utrecht-form-label" for="nieuw-naar">
          {t.to}
        </label>
        <select
          id="nieuw-naar"
          value={to}
          onChange={(event) => {
            setTo(event.currentTarget.value);
          }}
        >
          {names}
        </select>
      </p>
      <p class="field">
        <label class="utrecht-form-label" for="nieuw-aantal">
          {t.number}
        </label>
        <input
          id="nieuw-aantal"
          type="number"
          step={1}
          value={amount}
          onInput={(event) => {
            const value = event.currentTarget.valueAsNumber;
            setAmount(Number.isSafeInteger(value) ? value : 0);
          }}
        />
      </p>
      <button type="submit" class="utrecht-button utrecht-button--secondary-action">
        {t.addButton}
      </button>
    </form>
  );
}

function Exchanges(props: { of: ProvincialWorkspace; result: ProvincialTableResult }) {
  const t = texts.value.provincial;
  return (
    <section class="section" aria-labelledby="tafel-uitruil">
      <h2 id="tafel-uitruil" class="utrecht-heading-2">
        {t.exchange}
      </h2>
      <p class="intro">{t.exchangeIntro}</p>
      <ul class="exchanges">
        {props.of.exchanges.map((exchange, at) => (
          <ExchangeItem
            key={exchange.id}
            at={at}
            exchange={exchange}
            of={props.of}
            outcome={props.result.exchanges[at]}
          />
        ))}
      </ul>
      <h3 class="utrecht-heading-3">{t.add}</h3>
      <AddExchange key={props.of.province} of={props.of} />
    </section>
  );
}

function Tests(props: { result: ProvincialTableResult }) {
  const t = texts.value.provincial;
  const { deduction, decision, grants } = props.result;
  const shown = language.value;
  return (
    <section class="section" aria-labelledby="tafel-toetsen">
      <h2 id="tafel-toetsen" class="utrecht-heading-2">
        {t.tests}
      </h2>
      <p class="intro">{t.testsIntro}</p>
      {deduction !== null && (
        <p>
          {t.deduction(
            day(deduction.day, shown),
            number(deduction.total),
            number(deduction.toMakeAvailable),
          )}
        </p>
      )}
      {decision !== null && <p>{t.decision(day(decision.day, shown), number(decision.total))}</p>}
      {grants !== null && <p>{t.grants(number(grants.total))}</p>}
    </section>
  );
}

function Locations(props: { of: ProvincialWorkspace; result: ProvincialTableResult }) {
  const t = texts.value.provincial;
  const shown = language.value;
  return (
    <details class="section">
      <summary>{`${t.locations} (${number(props.result.locations.length)})`}</summary>
      <Grid
        caption={t.locations}
        testId="tafel-locaties"
        head={t.locationsHead}
        texts={8}
        rows={props.result.locations.map((row) => [
          props.of.municipalities[row.municipality]?.name ?? '',
          row.name ?? '',
          t.kinds[row.kind],
          number(row.places),
          day(row.from, shown),
          row.countsUntil === null ? t.noEnd : day(row.countsUntil, shown),
          t.certainties[row.certainty],
          row.public ? t.yes : t.no,
        ])}
      />
    </details>
  );
}

function Saving() {
  const t = texts.value.provincial;
  const save = (edition: 'public' | 'confidential'): void => {
    const report = reportOf(edition);
    if (report === null) return;
    saveFile(
      `verslag-${edition === 'public' ? 'openbaar' : 'vertrouwelijk'}.json`,
      JSON.stringify(report, null, 2),
      'application/json',
    );
  };
  return (
    <section class="section" aria-labelledby="tafel-verslag">
      <h2 id="tafel-verslag" class="utrecht-heading-2">
        {t.save}
      </h2>
      {reportOf('public')?.disclosesConfidential === true && <p>{t.discloses}</p>}
      <p>{reportOf('confidential')?.grounds[language.value]}</p>
      <div class="provincial-actions">
        {(['public', 'confidential'] as const).map((edition) => (
          <button
            key={edition}
            type="button"
            class="utrecht-button utrecht-button--secondary-action"
            onClick={() => {
              save(edition);
            }}
          >
            {edition === 'public' ? t.savePublic : t.saveConfidential}
          </button>
        ))}
        <button
          type="button"
          class="utrecht-button utrecht-button--secondary-action"
          onClick={() => {
            saveWorkspace();
          }}
        >
          {t.saveWorkspace}
        </button>
      </div>
    </section>
  );
}

function Findings() {
  const t = texts.value.provincial;
  const found = [...(table.value?.findings ?? []), ...(calendar.value?.findings ?? [])];
  if (found.length === 0) return null;
  return (
    <section class="section" aria-labelledby="tafel-meldingen">
      <h2 id="tafel-meldingen" class="utrecht-heading-2">
        {t.findings}
      </h2>
      <ul data-testid="tafel-meldingen">
        {found.map((finding, at) => {
          const { what, todo } = findingText(finding, language.value);
          return (
            <li key={at}>
              <strong>{severityWord(finding.severity, language.value)}</strong> {placeOf(finding)}
              {what} {todo}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The provincial table (Provinciale Regietafel): what is offered, exchanged, and by when. */
export function ProvincialView() {
  const t = texts.value.provincial;
  const of = workspace.value;
  const answer = table.value;
  return (
    <>
      <Opening />
      {of !== null && (
        <section class="section">
          <h2 class="utrecht-heading-2">{of.province}</h2>
          {of.invented === true && <p>{t.invented}</p>}
          <p data-testid="tafel-opgave">
            {t.task(
              of.task.total === null ? t.unknown : number(of.task.total),
              of.task.minors === null ? t.unknown : number(of.task.minors),
            )}{' '}
            {of.task.source}
          </p>
        </section>
      )}
      <Findings />
      {of !== null && <Senders of={of} />}
      {of !== null && answer?.ok === true && (
        <>
          <Offers of={of} result={answer.result} />
          <Exchanges of={of} result={answer.result} />
          <Tests result={answer.result} />
          <Calendar />
          <Locations of={of} result={answer.result} />
          <Saving />
        </>
      )}
    </>
  );
}
