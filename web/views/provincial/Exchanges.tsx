/** Exchange: transfers to enter, refused with their rule, taken back when they lapse; and the search. */
import { useEffect, useState } from 'preact/hooks';
import type { ExchangeTransfer, Ledger, ProvincialTableResult } from '../../../wasm/index.ts';
import type { ProposeExchangeResult } from '../../../wasm/index.ts';
import type { ProvincialWorkspace, WorkspaceExchange } from '../../../wasm/province/workspace.ts';
import { outcomeText, reportTables } from '../../../wasm/province/report-tables.ts';
import { provincialWords } from '../../../wasm/words/provincial-words.ts';
import { day, whole } from '../../format.ts';
import { announcement, language, texts } from '../../state/page.ts';
import { Labelled } from '../../components/Labelled.tsx';
import { ExchangePicture } from './ExchangePicture.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { Table } from './ReportTable.tsx';
import { type ExchangeSearch, searchExchange } from './search.ts';
import { signedTyped } from '../../components/sheet-keys.ts';
import {
  change,
  changeExchanges,
  reportOf,
  today,
  alphabetical,
  rowsNamed,
  workspace,
} from './state.ts';

const number = (value: number): string => whole(value, language.value);
const ledgers: readonly Ledger[] = ['asylum_regular', 'asylum_minors', 'status_holders', 'ukraine'];

const halfYearsOf = (of: ProvincialWorkspace): string[] =>
  [...new Set(of.municipalities.flatMap((row) => Object.keys(row.statusHolders ?? {})))].sort();

/** A transfer with the half-year that its ledger asks for, and without where it asks for none. */
function fitting(transfer: ExchangeTransfer, of: ProvincialWorkspace): ExchangeTransfer {
  const { halfYear, ...rest } = transfer;
  if (transfer.ledger !== 'status_holders') return rest;
  const known = halfYear ?? halfYearsOf(of)[0] ?? of.housing?.halfYear;
  return known === undefined ? rest : { ...rest, halfYear: known };
}

function TransferFields(props: {
  id: string;
  transfer: ExchangeTransfer;
  of: ProvincialWorkspace;
  set: (transfer: ExchangeTransfer) => void;
  remove: (() => void) | null;
}) {
  const t = texts.value.provincial;
  const w = provincialWords(language.value);
  const { id, transfer, of, set } = props;
  const chosenMunicipality = (end: 'from' | 'to') => (
    <Labelled for={`${id}-${end}`} label={end === 'from' ? t.from : t.to}>
      <select
        id={`${id}-${end}`}
        value={transfer[end]}
        onChange={(event) => {
          set({ ...transfer, [end]: event.currentTarget.value });
        }}
      >
        {of.municipalities.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </Labelled>
  );
  return (
    <div class="provincial-actions transfer">
      <Labelled for={`${id}-taak`} label={t.ledger}>
        <select
          id={`${id}-taak`}
          value={transfer.ledger}
          onChange={(event) => {
            const { value } = event.currentTarget;
            const ledger = ledgers.find((each) => each === value) ?? 'asylum_regular';
            set(fitting({ ...transfer, ledger }, of));
          }}
        >
          {ledgers.map((each) => (
            <option key={each} value={each}>
              {w.ledgers[each]}
            </option>
          ))}
        </select>
      </Labelled>
      {transfer.ledger === 'status_holders' && (
        <Labelled for={`${id}-halfjaar`} label={t.halfYear}>
          <input
            id={`${id}-halfjaar`}
            size={7}
            pattern="\d{4}-[12]"
            value={transfer.halfYear ?? ''}
            onChange={(event) => {
              const { value } = event.currentTarget;
              if (/^\d{4}-[12]$/u.test(value)) set({ ...transfer, halfYear: value });
              else event.currentTarget.value = transfer.halfYear ?? '';
            }}
          />
        </Labelled>
      )}
      {chosenMunicipality('from')}
      {chosenMunicipality('to')}
      <Labelled for={`${id}-aantal`} label={t.number}>
        <input
          id={`${id}-aantal`}
          type="number"
          step={1}
          value={transfer.number}
          onChange={(event) => {
            const value = event.currentTarget.valueAsNumber;
            set({ ...transfer, number: Number.isSafeInteger(value) ? value : 0 });
          }}
        />
      </Labelled>
      {props.remove !== null && (
        <button type="button" class="link-button" onClick={props.remove}>
          {t.removeTransfer}
        </button>
      )}
    </div>
  );
}

function ExchangeItem(props: {
  at: number;
  exchange: WorkspaceExchange;
  of: ProvincialWorkspace;
  outcome: ProvincialTableResult['exchanges'][number] | undefined;
}) {
  const t = texts.value.provincial;
  const w = provincialWords(language.value);
  const { at, exchange, of, outcome } = props;
  const set = (part: Partial<WorkspaceExchange>): void => {
    changeExchanges(
      (workspace.value?.exchanges ?? []).map((each, index) =>
        index === at ? { ...each, ...part } : each,
      ),
    );
  };
  const dayField = (name: 'date' | 'from' | 'until', label: string) => (
    <Labelled for={`uitruil-${at}-${name}`} label={label}>
      <input
        id={`uitruil-${at}-${name}`}
        type="date"
        value={exchange[name] ?? ''}
        onChange={(event) => {
          const { value } = event.currentTarget;
          if (value !== '') set({ [name]: value });
          else if (name !== 'date') {
            const { [name]: _, ...rest } = exchange;
            changeExchanges(of.exchanges.map((each, index) => (index === at ? rest : each)));
          }
        }}
      />
    </Labelled>
  );
  const textField = (name: 'ratio' | 'note', label: string) => (
    <Labelled for={`uitruil-${at}-${name}`} label={label}>
      <input
        class={name === 'note' ? 'exchange__note' : undefined}
        id={`uitruil-${at}-${name}`}
        value={exchange[name]}
        onChange={(event) => {
          set({ [name]: event.currentTarget.value });
        }}
      />
    </Labelled>
  );
  const refusedNow = outcome?.refusal != null;
  return (
    <li
      class={`exchange${exchange.status === 'lapsed' ? ' exchange--lapsed' : ''}${refusedNow ? ' exchange--refused' : ''}`}
      data-testid={`uitruil-${exchange.id}`}
    >
      <h3 class="utrecht-heading-3">
        {t.exchangeName(exchange.id, day(exchange.date, language.value))}
      </h3>
      {outcome !== undefined && (
        <p role="status" data-testid={`uitruil-${exchange.id}-oordeel`} class="exchange__verdict">
          {t.verdict(outcomeText(outcome, exchange.transfers, language.value))}
        </p>
      )}
      {exchange.transfers.map((transfer, index) => (
        <TransferFields
          key={index}
          id={`uitruil-${at}-${index}`}
          transfer={transfer}
          of={of}
          set={(next) => {
            set({
              transfers: exchange.transfers.map((each, place) => (place === index ? next : each)),
            });
          }}
          remove={
            exchange.transfers.length === 1
              ? null
              : () => {
                  set({ transfers: exchange.transfers.filter((_, place) => place !== index) });
                }
          }
        />
      ))}
      <p>
        <button
          type="button"
          class="link-button"
          onClick={() => {
            const last = exchange.transfers.at(-1);
            if (last !== undefined)
              set({
                transfers: [...exchange.transfers, { ...last, from: last.to, to: last.from }],
              });
          }}
        >
          {t.addTransfer}
        </button>
      </p>
      <div class="provincial-actions">
        <Labelled for={`uitruil-${at}-status`} label={t.status}>
          <select
            id={`uitruil-${at}-status`}
            value={exchange.status}
            onChange={(event) => {
              const { value } = event.currentTarget;
              if (value === 'proposed' || value === 'agreed' || value === 'lapsed')
                set({ status: value });
            }}
          >
            {(['proposed', 'agreed', 'lapsed'] as const).map((status) => (
              <option key={status} value={status}>
                {w.statuses[status]}
              </option>
            ))}
          </select>
        </Labelled>
        {dayField('date', t.exchangeDate)}
        {dayField('from', t.periodFrom)}
        {dayField('until', t.periodUntil)}
        {textField('ratio', t.ratio)}
        {textField('note', t.note)}
        <p>
          <label>
            <input
              type="checkbox"
              checked={exchange.public}
              onChange={(event) => {
                set({ public: event.currentTarget.checked });
              }}
            />{' '}
            {t.isPublic}
          </label>
        </p>
        <button
          type="button"
          class="link-button"
          onClick={() => {
            changeExchanges(of.exchanges.filter((_, index) => index !== at));
          }}
        >
          {t.removeExchange}
        </button>
      </div>
    </li>
  );
}

function newExchange(
  of: ProvincialWorkspace,
  transfers: readonly ExchangeTransfer[],
): WorkspaceExchange {
  const known = new Set(of.exchanges.map(({ id }) => id));
  let id = of.exchanges.length + 1;
  while (known.has(String(id))) id += 1;
  return {
    id: String(id),
    date: today(),
    status: 'proposed',
    ratio: '',
    note: '',
    public: false,
    transfers,
  };
}

function AddExchange(props: { of: ProvincialWorkspace }) {
  const t = texts.value.provincial;
  const { of } = props;
  const [transfer, setTransfer] = useState<ExchangeTransfer>({
    ledger: 'asylum_regular',
    from: of.municipalities[0]?.code ?? '',
    to: of.municipalities[1]?.code ?? '',
    number: 1,
  });
  return (
    <form
      class="exchange exchange--new"
      onSubmit={(event) => {
        event.preventDefault();
        changeExchanges([...of.exchanges, newExchange(of, [transfer])]);
      }}
    >
      <h3 class="utrecht-heading-3">{t.addExchange}</h3>
      <TransferFields id="nieuw" transfer={transfer} of={of} set={setTransfer} remove={null} />
      <button type="submit" class="utrecht-button utrecht-button--secondary-action">
        {t.addButton}
      </button>
    </form>
  );
}

/** Who wants to give or take what; then sets in which everything stays in balance, as a proposal. */
function Search(props: { of: ProvincialWorkspace }) {
  const t = texts.value.provincial;
  const w = provincialWords(language.value);
  const { of } = props;
  const [found, setFound] = useState<ProposeExchangeResult | 'failed' | 'none' | null>(null);
  const [search, setSearch] = useState<ExchangeSearch | null>(null);
  // Who goes elsewhere waits for it no longer.
  useEffect(() => () => search?.stop(), [search]);
  const wishes = of.wishes ?? [];
  const order = alphabetical(of);
  const anyUpTo = wishes.some(({ upTo }) => upTo === true);
  const nameOf = (code: string): string =>
    of.municipalities.find((each) => each.code === code)?.name ?? code;
  const names = (codes: readonly string[]): string =>
    codes.length === 0 ? t.nobody : codes.map(nameOf).join(', ');
  const start = (): void => {
    const asked = wishes.filter(({ wanted }) => Object.values(wanted).some((each) => each !== 0));
    if (asked.length === 0) {
      setFound('none');
      return;
    }
    const begun = searchExchange(asked);
    setFound(null);
    setSearch(begun);
    void begun.found.then((outcome) => {
      setFound(outcome);
      setSearch(null);
    });
  };
  return (
    <details class="section">
      <summary>{t.search}</summary>
      <p>{t.searchIntro}</p>
      <Sheet
        testId="tafel-wensen"
        label={t.wishes}
        help={t.sheetHelp}
        columns={[
          { id: 'name', title: t.municipality, number: false, editable: false },
          ...ledgers.map((ledger) => ({
            id: ledger,
            title: w.ledgers[ledger],
            number: true,
            editable: true,
          })),
          { id: 'upTo', title: t.upTo, number: false, editable: true },
        ]}
        rows={order.map((at) => {
          const { code = '', name = '' } = of.municipalities[at] ?? {};
          const wish = wishes.find(({ municipality }) => municipality === code);
          return {
            id: code,
            cells: [
              name,
              ...ledgers.map((ledger) => String(wish?.wanted[ledger] ?? '').replace('-', '−')),
              wish?.upTo === true ? t.yes : '',
            ],
          };
        })}
        find={rowsNamed(of)}
        change={(changes) => {
          const next = new Map(
            (workspace.value?.wishes ?? []).map((wish) => [wish.municipality, wish]),
          );
          for (const { row, column, text } of changes) {
            const municipality = of.municipalities[order[row] ?? -1]?.code;
            if (municipality === undefined) continue;
            const { wanted, upTo = false } = next.get(municipality) ?? { wanted: {} };
            const ledger = ledgers[column - 1];
            if (ledger === undefined) {
              const isUpTo = text !== '' && !/^(nee|no|n|0)$/i.test(text);
              next.set(municipality, { municipality, wanted, ...(isUpTo ? { upTo: true } : {}) });
              continue;
            }
            // “Tot 40” says both.
            const bare = text.replace(/^\s*(tot|max\.?|maximaal|up to|≤)\s*/i, '');
            const number_ = signedTyped(bare);
            if (number_ === undefined) continue;
            next.set(municipality, {
              municipality,
              wanted: { ...wanted, [ledger]: number_ ?? 0 },
              ...(upTo || bare !== text ? { upTo: true } : {}),
            });
          }
          setFound(null);
          setSearch(null);
          change({ wishes: [...next.values()] });
        }}
      />
      <button
        type="button"
        class="utrecht-button utrecht-button--secondary-action"
        data-testid="tafel-zoek"
        onClick={
          search === null
            ? start
            : () => {
                setSearch(null);
                announcement.value = t.searchStopped;
              }
        }
      >
        {search === null ? t.searchButton : t.stopSearch}
      </button>
      <div role="status" data-testid="tafel-gevonden">
        {search !== null && <p>{t.searching}</p>}
        {found === 'none' && <p>{t.noWishes}</p>}
        {found === 'failed' && <p>{t.searchFailed}</p>}
        {found !== null && typeof found === 'object' && (
          <>
            <p>{found.transfers.length === 0 ? t.noSet : t.proposal}</p>
            <ul>
              {found.transfers.map(({ ledger, from, to, number: amount }, at) => (
                <li key={at}>
                  {t.proposedTransfer(w.ledgers[ledger], nameOf(from), nameOf(to), number(amount))}
                </li>
              ))}
            </ul>
            <p>{t.met(names(found.met), names(found.unmet))}</p>
            {found.why.length > 0 && (
              <ul data-testid="tafel-waarom">
                {found.why.map(({ municipality, ledger, obstacle, lacking }) => (
                  <li key={municipality}>
                    {`${nameOf(municipality)}, ${w.ledgers[ledger]}: ${t.obstacles[obstacle](number(lacking))}`}
                  </li>
                ))}
              </ul>
            )}
            <p>{!found.provenBest ? t.notProven : anyUpTo ? t.bestUpTo : t.best}</p>
          </>
        )}
      </div>
      {found !== null && typeof found === 'object' && found.transfers.length > 0 && (
        <button
          type="button"
          class="utrecht-button utrecht-button--secondary-action"
          onClick={() => {
            changeExchanges([
              ...of.exchanges,
              newExchange(
                of,
                found.transfers.map((transfer) => fitting(transfer, of)),
              ),
            ]);
            setFound(null);
          }}
        >
          {t.enterProposal}
        </button>
      )}
    </details>
  );
}

export function Exchanges(props: { of: ProvincialWorkspace; result: ProvincialTableResult }) {
  const t = texts.value.provincial;
  const { of, result } = props;
  const report = reportOf('confidential');
  const tables = report === null ? [] : reportTables(report, language.value);
  return (
    <section class="section" aria-labelledby="tafel-uitruil">
      <h2 id="tafel-uitruil" class="utrecht-heading-2">
        {t.exchange}
      </h2>
      <p class="intro">{t.exchangeIntro}</p>
      <ul class="exchanges">
        {of.exchanges.map((exchange, at) => (
          <ExchangeItem
            key={exchange.id}
            at={at}
            exchange={exchange}
            of={of}
            outcome={result.exchanges[at]}
          />
        ))}
      </ul>
      <AddExchange key={of.province} of={of} />
      <Search of={of} />
      <h3 class="utrecht-heading-3">{t.picture}</h3>
      <ExchangePicture of={of} result={result} />
      {tables
        .filter(({ id }) => id === 'exchanges' || id === 'ledgers')
        .map((each) => (
          <Table key={each.id} table={each} testId={`tafel-${each.id}`} />
        ))}
    </section>
  );
}
