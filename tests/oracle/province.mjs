// The provincial table a second time, from DOMAIN and the text of the law, not from the core: place by
// place, with days as numbers and money as whole numbers. Slow, and written to be read beside the law.

/** Days since 1970-01-01. */
export const dayNumber = (text) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
const textOf = (day) => new Date(day * 86_400_000).toISOString().slice(0, 10);
/** The same day so many months later, or the last of that month where it is shorter. */
function monthsLater(day, months) {
  const [year, month, date] = textOf(day).split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return Date.UTC(year, month - 1 + months, Math.min(date, last)) / 86_400_000;
}

const kinds = ['regular', 'minors', 'other_special'];
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
const isSpecial = (location) => location.kind !== 'regular';

/** Everything that leads to a location by “continues”, near or far. */
function* followers(locations, of) {
  for (const each of locations) {
    if (each.continues !== of.id) continue;
    yield each;
    yield* followers(locations, each);
  }
}

/**
 * The locations that take part in a question, each with the days on which it counts: until its own last
 * day, or the day before the first that continues it, near or far, begins. Others end nothing.
 */
function counted(locations, takesPart) {
  return locations.filter(takesPart).flatMap((location) => {
    const begins = [...followers(locations, location)].filter(takesPart).map(({ from }) => from);
    const first = Math.min(Infinity, ...begins);
    if (first <= location.from) return [];
    return [{ ...location, until: Math.min(location.until, first - 1) }];
  });
}

/** The nearest before a location in its chain that is one of `among`. */
function former(locations, among, location) {
  let at = location;
  while (at?.continues !== null && at !== undefined) {
    at = locations.find(({ id }) => id === at.continues);
    const found = among.find(({ id }) => id === at?.id);
    if (found !== undefined) return found;
  }
  return null;
}

const isThere = (location, day) => location.from <= day && day <= location.until;

/** How many places of a location are still there on a later day, wherever they went without a gap. */
function staying(locations, among, location, day) {
  if (location.until >= day) return location.places;
  const heirs = among.filter(
    (each) =>
      former(locations, among, each)?.id === location.id && each.from === location.until + 1,
  );
  return Math.min(location.places, sum(heirs.map((each) => staying(locations, among, each, day))));
}

/** Besluit 1.1: available for five years. */
function isDurable(location, day, reading) {
  if (location.until === Infinity) return true;
  const start = reading === 'remaining' ? Math.max(location.from, day) : location.from;
  return location.until >= monthsLater(start, 60) - 1;
}

/** What is offered on a day, by municipality, kind and certainty; each place once. */
export function offers({ locations, municipalities }, day) {
  const there = counted(locations, () => true).filter((each) => isThere(each, day));
  const sure = counted(locations, ({ certainty }) => certainty !== 'intended').filter((each) =>
    isThere(each, day),
  );
  return municipalities.map((_, at) => {
    const own = there.filter(({ municipality }) => municipality === at);
    return {
      total: sum(own.map(({ places }) => places)),
      minors: sum(own.filter(({ kind }) => kind === 'minors').map(({ places }) => places)),
      byCertainty: ['existing', 'decided', 'intended'].map((certainty) =>
        sum(own.filter((each) => each.certainty === certainty).map(({ places }) => places)),
      ),
      guaranteed: sum(
        sure.filter(({ municipality }) => municipality === at).map(({ places }) => places),
      ),
    };
  });
}

/** Test A. Wet 2(3), Besluit 3.1: five years, now or within twelve months; 100 regular or 16 special. */
export function deduction(
  { locations, municipalities },
  { day, fiveYears, together, certainties },
) {
  const year = monthsLater(day, 12);
  const part = counted(
    locations,
    ({ certainty, from }) => certainties.includes(certainty) && from <= year,
  ).filter((each) => each.until >= day && isDurable(each, day, fiveYears));
  // From the beginning of each chain: its places where they stand first, then what comes beside them.
  const taken = new Map();
  const left = new Map();
  let level = locations.filter(({ continues }) => continues === null);
  while (level.length > 0) {
    for (const { id } of level) {
      const each = part.find((one) => one.id === id);
      if (each === undefined) continue;
      const before = former(locations, part, each);
      const there = before === null ? 0 : Math.min(left.get(before.id), each.places);
      if (before !== null) left.set(before.id, left.get(before.id) - there);
      taken.set(id, each.places - there);
      left.set(id, each.places);
    }
    level = level.flatMap(({ id }) => locations.filter(({ continues }) => continues === id));
  }
  return municipalities.map((_, at) => {
    const durable = kinds.map((kind) =>
      sum(
        part
          .filter((each) => each.municipality === at && each.kind === kind)
          .map(({ id }) => taken.get(id)),
      ),
    );
    const [regular, minors, other] = durable;
    const enough = (own) => (together ? minors + other : own) >= 16;
    return {
      durable,
      deducted: [
        regular >= 100 ? regular : 0,
        enough(minors) ? minors : 0,
        enough(other) ? other : 0,
      ],
    };
  });
}

/** Test B: there on the day, and still there, wherever, on the day that was set. */
export function decision({ locations, municipalities }, { day, until, certainties }) {
  const part = counted(locations, ({ certainty }) => certainties.includes(certainty));
  return municipalities.map((_, at) =>
    kinds.map((kind) =>
      sum(
        part
          .filter((each) => each.municipality === at && each.kind === kind && isThere(each, day))
          .map((each) => staying(locations, part, each, until ?? day)),
      ),
    ),
  );
}

/** Test C. Wet 9; Regeling 3 to 10, version of 15 May 2024. */
export function grants({ locations, municipalities, task }, reading) {
  const { day, start, end, fiveYears, certainties, specialDurable, specialAlso } = reading;
  const part = counted(locations, ({ certainty }) => certainties.includes(certainty));
  const rows = municipalities.map(({ indicative, decided }, at) => {
    const own = part.filter(({ municipality }) => municipality === at);
    const now = own.filter((each) => isThere(each, day));
    const durable = now.filter((each) => isDurable(each, day, fiveYears));
    const special = now.filter(
      (each) => isSpecial(each) && (durable.includes(each) || !specialDurable),
    );
    const onRequest = durable.filter((each) => specialAlso || !special.includes(each));
    const places = (list) => sum(list.map((each) => each.places));
    const aboveShare = Math.max(0, places(durable) - indicative);
    const submitted = Math.min(aboveShare, places(onRequest));
    // Regeling 4: 2,000 euro where at least a hundred are submitted, else 1,000.
    const perPlace = submitted >= 100 ? 2000 : 1000;
    // Regeling 9(3): of the places with a grant on request those that are still there.
    const remaining = sum(onRequest.map((each) => staying(locations, part, each, end)));
    let placeMonths = 0;
    for (let month = start; month <= end; month = monthsLater(month, 1)) {
      const last = monthsLater(month, 1) - 1;
      for (const each of own)
        if (isThere(each, month)) placeMonths += staying(locations, part, each, last);
    }
    const available = places(own.filter((each) => isThere(each, end)));
    return {
      specialEuros: places(special) * 2000,
      durablePlaces: places(durable),
      submitted,
      durableEuros: submitted * perPlace,
      excluded: Math.min(submitted, remaining),
      available,
      metDecision: decided === null ? null : available >= decided,
      placeMonths,
    };
  });
  const available = sum(rows.map((row) => row.available));
  const excluded = sum(rows.map((row) => row.excluded));
  const quarters = task.total * 3;
  const threshold = {
    up: Math.ceil(quarters / 4),
    down: Math.floor(quarters / 4),
    half_up: Math.floor((quarters + 2) / 4),
  }[reading.threshold];
  const surplus = {
    lessen_surplus: Math.max(0, available - excluded - threshold),
    lessen_payment: Math.max(0, Math.max(0, available - threshold) - excluded),
    fill_threshold: Math.min(Math.max(0, available - threshold), available - excluded),
  }[reading.excluded];
  const euros = surplus * 1500;
  const toProvince = (euros * 15) / 100;
  const sharing = rows.filter((row) => row.metDecision === true);
  const months = BigInt(sum(sharing.map((row) => row.placeMonths)));
  const surplusEuros = rows.map((row) => {
    if (row.metDecision !== true || months === 0n) return 0;
    const part85 = BigInt(euros - toProvince) * BigInt(row.placeMonths);
    return Number((2n * part85 + months) / (2n * months));
  });
  return {
    rows: rows.map((row, at) => ({
      ...row,
      surplusEuros: surplusEuros[at],
      total: row.specialEuros + row.durableEuros + surplusEuros[at],
    })),
    surplus: { threshold, available, excluded, surplus, euros, toProvince },
  };
}

/** The three ledgers on a day: exchanges one by one, those agreed first; each wholly or not at all. */
export function ledgers(start, exchanges, day, alsoProposed) {
  const copyOf = (all) =>
    Object.fromEntries(Object.entries(all).map(([name, column]) => [name, [...column]]));
  const balances = copyOf(start);
  const nameOf = ({ ledger, halfYear }) => [ledger, halfYear ?? ''].join(' ').trim();
  const holds = ({ from, until }, { halfYear }) => {
    const half = halfYear === undefined ? null : halfYear.split('-').map(Number);
    const [first, last] =
      half === null
        ? [day, day]
        : [
            `${half[0]}-0${half[1] === 1 ? 1 : 7}-01`,
            `${half[0]}-${half[1] === 1 ? '06-30' : '12-31'}`,
          ];
    return (from === undefined || from <= last) && (until === undefined || first <= until);
  };
  const ordered = ['agreed', ...(alsoProposed ? ['proposed'] : [])].flatMap((status) =>
    exchanges.filter((each) => each.status === status),
  );
  for (const exchange of ordered) {
    const tried = copyOf(balances);
    const moved = exchange.transfers.filter((transfer) => holds(exchange, transfer));
    for (const transfer of moved) {
      const column = tried[nameOf(transfer)];
      column[transfer.from] -= transfer.number;
      column[transfer.to] += transfer.number;
    }
    const isRight = moved.every((transfer) => tried[nameOf(transfer)][transfer.from] >= 0);
    if (isRight) Object.assign(balances, tried);
  }
  return balances;
}
