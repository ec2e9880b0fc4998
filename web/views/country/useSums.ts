/** Sums of selections of municipalities, from the core: on an estimate ranges around the exact sums. */
import { useMemo } from 'preact/hooks';
import type { SelectionSum } from '../../../wasm/index.ts';
import { core, parameters, result } from '../../state.ts';

/** @returns one per selection; empty while nothing can be computed */
export function useSums(codes: readonly (readonly string[])[]): readonly SelectionSum[] {
  const running = core.value;
  const asked = parameters.value;
  const current = result.value;
  return useMemo(() => {
    if (running === null || current === null || codes.length === 0) return [];
    const answer = running.run('sums', { ...asked, selections: codes });
    return answer.ok ? answer.result.sums : [];
  }, [running, asked, current, codes]);
}
