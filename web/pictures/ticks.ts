/** Round numbers along a scale on which small values need room: 0, 1,000, 10,000, 50,000 … */
const steps = [1, 2, 5];

/**
 * Round values from 0 to `most` that lie at least `apart` from each other on the scale.
 * @param place  where a value lies along the axis
 */
export function roundTicks(
  most: number,
  place: (value: number) => number,
  apart: number,
): number[] {
  const candidates: number[] = [];
  for (let power = 1; power <= most; power *= 10)
    for (const step of steps) if (step * power <= most) candidates.push(step * power);
  // From the largest down, so that the end of the axis has its number.
  const chosen: number[] = [];
  for (const value of candidates.sort((a, b) => b - a)) {
    const last = chosen[chosen.length - 1];
    const clear = (other: number): boolean => Math.abs(place(value) - place(other)) >= apart;
    if (clear(0) && (last === undefined || clear(last))) chosen.push(value);
  }
  return [0, ...chosen.reverse()];
}
