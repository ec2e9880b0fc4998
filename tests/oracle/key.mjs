// The key of the decree a second time, written from its text alone: BigInt and nothing of the core.
// https://wetten.overheid.nl/BWBR0049310/2024-03-30#Hoofdstuk2_Artikel2.1

import { readFileSync } from 'node:fs';

const bands = new URL('../../public/data/estimates/bands.json', import.meta.url);
const margin = BigInt(JSON.parse(readFileSync(bands, 'utf8')).postcode.thousandths);

const tenTo = (exponent) => 10n ** BigInt(exponent);

/** Half goes up, for numbers from nought on. */
export const rounded = (above, below) => (2n * above + below) / (2n * below);

export function decimals(above, below, places, round = rounded) {
  const digits = String(round(above * tenTo(places), below)).padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

const divisor = (a, b) => (b === 0n ? a : divisor(b, a % b));

/**
 * @param {{inhabitants: bigint, score: bigint, province: number}[]} list scores in units of 10^-k
 * @returns weights, their sum, and for each need the shares
 */
export function spread(list, k, need) {
  const weights = list.map(({ inhabitants, score }) => (tenTo(k) + score) * inhabitants);
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  const country = list.reduce((sum, { inhabitants }) => sum + inhabitants, 0n);
  const places = weights.map((weight) => rounded(need * weight, total));
  return {
    places,
    sum: places.reduce((sum, each) => sum + each, 0n),
    factors: weights.map((weight) => decimals(weight, tenTo(k) * country, 12)),
    totalFactor: decimals(total, tenTo(k) * country, 12),
    exact: weights.map((weight) => {
      const common = divisor(need * weight, total);
      return {
        numerator: String((need * weight) / common),
        denominator: String(total / common),
        decimal: decimals(need * weight, total, 9),
      };
    }),
    ranges: weights.map((weight) => range(need * weight, total)),
  };
}

// Half a place and the measured margin to either side, rounded to whole places.
const range = (above, below) => ({
  low: (above * (1000n - margin)) / (below * 1000n),
  high: (above * (1000n + margin)) / (below * 1000n) + 1n,
});

// Two ways that look right and are not; the lists of halves must catch both.
export const withDoubles = (list, k, need) => {
  const weights = list.map(
    ({ inhabitants, score }) => (1 + Number(score) / 10 ** k) * Number(inhabitants),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => BigInt(Math.floor((Number(need) * weight) / total + 0.5)));
};
export const halfToEven = (list, k, need) => {
  const weights = list.map(({ inhabitants, score }) => (tenTo(k) + score) * inhabitants);
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  return weights.map((weight) => {
    const floor = (need * weight) / total;
    const twice = 2n * ((need * weight) % total);
    return twice > total || (twice === total && floor % 2n === 1n) ? floor + 1n : floor;
  });
};
