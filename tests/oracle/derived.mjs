// What a printed table proves, a second time: exact fractions over one common denominator, and nothing
// of the core. A share that was printed as v lay in [v − 1/2, v + 1/2), all together make the need.

/**
 * Lowest and highest whole number that each municipality's share may be rounded to.
 * @param {{printed: bigint, then: bigint, now: bigint}[]} rows
 * @param {bigint} tableNeed of the table
 * @param {bigint} need of the new shares
 */
export function provenShares(rows, tableNeed, need) {
  // now ÷ then of each over one denominator, which cancels.
  const denominator = rows.reduce((product, { then }) => lcm(product, then), 1n);
  const ratio = rows.map(({ then, now }) => (now * denominator) / then);
  const least = rows.map(({ printed }) => (printed === 0n ? 0n : 2n * printed - 1n));
  const room = rows.map(({ printed }) => (printed === 0n ? 1n : 2n));
  const rest = 2n * tableNeed - least.reduce((sum, each) => sum + each, 0n);
  const ascending = rows.map((_, i) => i).sort((a, b) => Number(sign(ratio[a] - ratio[b])));
  const descending = [...ascending].reverse();
  const base = least.map((each, i) => each * ratio[i]);
  const all = base.reduce((sum, each) => sum + each, 0n);

  // The others take what is left in an order, each up to its room.
  const others = (but, left, order) => {
    let sum = all - base[but];
    for (const i of order) {
      if (left === 0n) break;
      if (i === but) continue;
      const more = left < room[i] ? left : room[i];
      left -= more;
      sum += more * ratio[i];
    }
    return sum;
  };
  return rows.map((_, i) => {
    const most = rest < room[i] ? rest : room[i];
    const high = (least[i] + most) * ratio[i];
    const low = others(i, rest - most, ascending);
    const otherRoom = room.reduce((sum, each) => sum + each, 0n) - room[i];
    const forced = rest > otherRoom ? rest - otherRoom : 0n;
    const own = (least[i] + forced) * ratio[i];
    const heavy = others(i, rest - forced, descending);
    const top = fraction(need * high, high + low);
    const bottom = fraction(need * own, own + heavy);
    // The upper end of a share is not attained, so a half there rounds down.
    const attained = most < room[i];
    return [half(bottom, true), half(top, attained)];
  });
}

const sign = (value) => (value > 0n ? 1n : value < 0n ? -1n : 0n);
const gcd = (a, b) => {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
};
const lcm = (a, b) => (a / gcd(a, b)) * b;
const fraction = (above, below) => ({ above, below: below === 0n ? 1n : below });
const half = ({ above, below }, goesUp) =>
  goesUp
    ? (2n * above + below) / (2n * below)
    : 2n * above <= below
      ? 0n
      : (2n * above + below - 1n) / (2n * below);
