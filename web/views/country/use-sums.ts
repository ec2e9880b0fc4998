/** Sums of selections of municipalities, from the core: on an estimate ranges around the exact sums. */
import { useMemo } from 'preact/hooks';
import type { Basis, Figure, SelectionSum } from '../../../wasm/index.ts';
import { useAnswer } from '../../state/second-core.ts';
import { parameters, result } from '../../state/page.ts';

const none: readonly SelectionSum[] = [];

/** Of the whole country the need is known, also where each figure is a range. */
export function knownTotal(
  sum: SelectionSum | undefined,
  isWhole: boolean,
): SelectionSum | undefined {
  const current = result.value;
  if (sum === undefined || current === null || !isWhole || !isRange(current.basis)) return sum;
  const known = (places: number): Figure => ({ places, low: null, high: null });
  return {
    ...sum,
    total: known(current.need),
    minors: current.minors === null ? null : known(current.minors),
    perThousand: null,
  };
}

/** Whether figures on this basis are ranges. */
export const isRange = (basis: Basis | undefined): boolean =>
  basis === 'estimate' || basis === 'derived';

/** @returns one per selection; empty while nothing can be computed */
export function useSums(codes: readonly (readonly string[])[]): readonly SelectionSum[] {
  const asked = parameters.value;
  const current = result.value;
  const question = useMemo(
    () => (current === null || codes.length === 0 ? null : { ...asked, selections: codes }),
    [asked, current, codes],
  );
  const answer = useAnswer('sums', question);
  return answer?.ok === true ? answer.result.sums : none;
}
