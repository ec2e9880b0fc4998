// Lists to compare on: by a fixed seed, so that a failure comes back.

/** Marsaglia's xorshift, 32 bits. */
export function generator(seed) {
  let state = seed;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  const below = (most) => next() % most;
  return { below, pick: (values) => values[below(values.length)] };
}

const mostPeople = 2n ** 31n - 1n;

export function randomList(random) {
  const k = random.below(7);
  const one = 10 ** k;
  const size = 1 + random.below(random.pick([1, 3, 12, 12, 60]));
  const kind = random.below(4);
  const people = () =>
    kind === 0
      ? random.pick([1n, 2n, mostPeople, mostPeople - 1n, BigInt(1 + random.below(1000))])
      : BigInt(1 + random.below(kind === 1 ? 900_000 : 50_000));
  const score = () => {
    const lowest = -one + 1;
    if (random.below(5) === 0) return BigInt(random.pick([lowest, 0, 10 * one]));
    return BigInt(Math.max(lowest, random.below(one) - Math.floor(one / 2)));
  };
  const list = Array.from({ length: size }, () => ({
    inhabitants: people(),
    score: score(),
    province: random.below(3),
  }));
  if (size > 2) list[1] = { ...list[0], province: list[1].province };
  const need = BigInt(random.pick([0, 1, 10_000_000, 96_000, 88_000, random.below(10_000_000)]));
  return { k, list, need, minors: need / BigInt(2 + random.below(20)) };
}

/**
 * Every share exactly on a half: n weights (2m + 1)·c that add up to W, with a need of W ÷ 2c, so
 * need × (2m + 1)c ÷ W = (2m + 1) ÷ 2. W ÷ c must be even, so n is even.
 */
export function listOfHalves(random) {
  const size = 2 * (1 + random.below(30));
  const odd = Array.from({ length: size }, () => 2n * BigInt(random.below(400)) + 1n);
  const scale = BigInt(random.pick([1, 7, 1009, 99_991]));
  const k = 3;
  const score = BigInt(random.pick([-900, -73, 0, 157, 333, 1201]));
  const list = odd.map((weight) => ({
    inhabitants: weight * scale,
    score,
    province: random.below(3),
  }));
  const need = odd.reduce((sum, weight) => sum + weight, 0n) / 2n;
  return { k, list, need, minors: 0n };
}
