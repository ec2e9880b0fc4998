// Random provinces: offers, the three tests and the ledgers of the core are those of the second reckoning.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { load } from '../../build/node/index.mjs';
import { generator } from './lists.mjs';
import { dayNumber, decision, deduction, grants, ledgers, offers } from './province.mjs';

const core = await load(
  readFileSync(new URL('../../build/wasm/spreidingswijzer-core.wasm', import.meta.url)),
);
const dates = ['2027-01-01', '2027-07-01', '2028-02-01'];
const kindWords = { regular: 'regulier', minors: 'amv', other_special: 'overig bijzonder' };
const certaintyWords = { existing: 'bestaand', decided: 'besloten', intended: 'voornemen' };

/** A province as both are told it. */
function randomProvince(random) {
  const { below, pick: one } = random;
  const day = () => {
    const month = String(1 + below(12)).padStart(2, '0');
    return `${2021 + below(9)}-${month}-${one(['01', '01', '15', '28'])}`;
  };
  const municipalities = Array.from({ length: 2 + below(4) }, (_, at) => {
    const indicative = below(400);
    return {
      code: `GM${9801 + at}`,
      name: `Plaats ${String.fromCharCode(65 + at)}`,
      indicative,
      minors: Math.floor(indicative / 12),
      decided: below(3) === 0 ? null : below(500),
      ukraine: below(100),
      statusHolders: { '2027-1': below(40), '2028-1': below(40) },
    };
  });
  const locations = Array.from({ length: 1 + below(14) }, (_, at) => {
    const [one_, other] = [day(), day()].sort();
    const long = below(3) === 0 ? `${Number(one_.slice(0, 4)) + 5}${one_.slice(4)}` : other;
    return {
      id: `L${100 + at}`,
      municipality: below(municipalities.length),
      kind: one(Object.keys(kindWords)),
      certainty: one(Object.keys(certaintyWords)),
      places: one([below(20), 16, 100, 50 + below(300)]),
      from: one_,
      until: below(3) === 0 ? '' : long,
      // To one before it in the list: no circles.
      continues: at > 0 && below(2) === 0 ? `L${100 + below(at)}` : null,
    };
  });
  // Some hand over without a gap.
  for (const each of locations) {
    const before = locations.find(({ id }) => id === each.continues);
    if (before === undefined || before.until === '' || below(2) === 0) continue;
    const next = new Date(Date.parse(`${before.until}T00:00:00Z`) + 86_400_000);
    each.from = next.toISOString().slice(0, 10);
    if (each.until !== '' && each.until < each.from) each.until = '';
  }
  const transfer = () => {
    const from = below(municipalities.length);
    const to = (from + 1 + below(municipalities.length - 1)) % municipalities.length;
    const ledger = one(['asylum_regular', 'asylum_minors', 'ukraine', 'status_holders']);
    const halfYear = ledger === 'status_holders' ? { halfYear: one(['2027-1', '2028-1']) } : {};
    return { ledger, ...halfYear, from, to, number: 1 + below(60) };
  };
  const exchanges = Array.from({ length: below(6) }, () => {
    const [from, until] = [one(['', '2027-03-01', '2028-01-01']), one(['', '2028-06-30'])];
    return {
      status: one(['agreed', 'proposed', 'lapsed']),
      transfers: Array.from({ length: 1 + below(2) }, transfer),
      ...(from === '' ? {} : { from }),
      ...(until === '' ? {} : { until }),
    };
  });
  const certainties = ['existing', 'decided', ...(below(3) === 0 ? ['intended'] : [])];
  return {
    municipalities,
    locations,
    exchanges,
    reading: {
      certainties,
      fiveYears: one(['from_start', 'remaining']),
      together: below(2) === 0,
      until: one([undefined, '2028-02-01']),
      specialDurable: below(2) === 0,
      specialAlso: below(2) === 0,
      threshold: one(['up', 'down', 'half_up']),
      excluded: one(['lessen_surplus', 'lessen_payment', 'fill_threshold']),
    },
    task: { total: 50 + below(800) },
  };
}

function asked({ municipalities, locations, exchanges, reading, task }) {
  const rows = locations.map((each) =>
    [
      municipalities[each.municipality].code,
      each.id,
      `Locatie ${each.id}`,
      kindWords[each.kind],
      each.places,
      each.from,
      each.until,
      certaintyWords[each.certainty],
      each.continues ?? '',
    ].join(';'),
  );
  const head = 'gemeentecode;nummer;locatie;soort;plekken;van;tot en met;zekerheid;vervolg op';
  core.put('l.csv', new TextEncoder().encode(`${[head, ...rows].join('\n')}\n`));
  const { certainties, fiveYears } = reading;
  return core.run('provincial_table', {
    municipalities,
    task,
    locations: ['l.csv'],
    received: municipalities.map(({ code }) => code),
    dates,
    exchanges: exchanges.map((each) => ({
      ...each,
      transfers: each.transfers.map((transfer) => ({
        ...transfer,
        from: municipalities[transfer.from].code,
        to: municipalities[transfer.to].code,
      })),
    })),
    deduction: { day: dates[0], fiveYears, certainties, specialPlacesTogether: reading.together },
    decision: {
      day: dates[1],
      certainties,
      ...(reading.until === undefined ? {} : { until: reading.until }),
    },
    grants: {
      day: dates[1],
      start: '2027-01-01',
      end: '2028-12-31',
      fiveYears,
      certainties,
      specialPlacesDurable: reading.specialDurable,
      specialPlacesAlsoDurable: reading.specialAlso,
      threshold: reading.threshold,
      excluded: reading.excluded,
    },
  });
}

/** The same with days as numbers, as the second reckoning takes it. */
const inDays = ({ locations, ...rest }) => ({
  ...rest,
  locations: locations.map((each) => ({
    ...each,
    from: dayNumber(each.from),
    until: each.until === '' ? Infinity : dayNumber(each.until),
  })),
});

const pick = (row, names) => Object.fromEntries(names.map((name) => [name, row[name]]));

test('four hundred random provinces: offers, tests, grants and ledgers come out alike', () => {
  const random = generator(20270701);
  for (let round = 0; round < 400; round += 1) {
    const province = randomProvince(random);
    const answer = asked(province);
    assert.ok(answer.ok);
    const { result } = answer;
    const own = inDays(province);
    const { reading } = province;
    const where = `province ${round}: ${JSON.stringify(province)}`;
    for (const [at, date] of dates.entries()) {
      const offer = result.offers[at];
      assert.deepEqual(
        offer.municipalities.map((row) => ({
          total: row.offered.total,
          minors: row.offered.totalMinors,
          byCertainty: row.offered.byCertainty,
          guaranteed: row.guaranteed,
        })),
        offers(own, dayNumber(date)),
        where,
      );
    }
    const { certainties, fiveYears } = reading;
    const a = { day: dayNumber(dates[0]), fiveYears, certainties, together: reading.together };
    assert.deepEqual(result.deduction.municipalities, deduction(own, a), where);
    const until = reading.until === undefined ? undefined : dayNumber(reading.until);
    assert.deepEqual(
      result.decision.municipalities.map(({ places }) => places),
      decision(own, { day: dayNumber(dates[1]), until, certainties }),
      where,
    );
    const money = grants(own, {
      ...reading,
      day: dayNumber(dates[1]),
      start: dayNumber('2027-01-01'),
      end: dayNumber('2028-12-31'),
    });
    assert.deepEqual(
      result.grants.municipalities.map((row) => pick(row, Object.keys(money.rows[0]))),
      money.rows,
      where,
    );
    assert.deepEqual(pick(result.grants.surplus, Object.keys(money.surplus)), money.surplus, where);
    checkLedgers(province, result, where);
  }
});

function checkLedgers({ municipalities, exchanges }, result, where) {
  const start = Object.fromEntries([
    ['asylum_regular', municipalities.map((row) => row.indicative - row.minors)],
    ['asylum_minors', municipalities.map((row) => row.minors)],
    ['ukraine', municipalities.map((row) => row.ukraine)],
    ...['2027-1', '2028-1'].map((half) => [
      `status_holders ${half}`,
      municipalities.map((row) => row.statusHolders[half]),
    ]),
  ]);
  for (const date of dates) {
    for (const [name, alsoProposed] of [
      ['agreed', false],
      ['withProposed', true],
    ]) {
      const expected = ledgers(start, exchanges, date, alsoProposed);
      const shown = result.ledgers.filter((each) => each.date === null || each.date === date);
      for (const ledger of shown) {
        const of = [ledger.ledger, ledger.halfYear ?? ''].join(' ').trim();
        // A number of a half-year does not depend on the reference date.
        if (ledger.halfYear !== null && date !== dates[0]) continue;
        assert.deepEqual(ledger[name], expected[of], `${of} on ${date}, ${where}`);
      }
    }
  }
}
