/** Sums of selections of municipalities, from the core: on an estimate ranges around the exact sums. */
import { useMemo } from 'preact/hooks';
import type { SelectionSum } from '../../../wasm/index.ts';
import { useAnswer } from '../../state/second-core.ts';
import { parameters, result } from '../../state/page.ts';

const none: readonly SelectionSum[] = [];

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
