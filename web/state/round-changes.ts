/** What changed from the former real round to the newest, of everyone: the core subtracts and says why. */
import { computed } from '@preact/signals';
import type { ChangeRow } from '../../wasm/index.ts';
import { type Round, computedSide, roundParameters } from '../../wasm/rounds/catalogue.ts';
import { catalogue, parameters, printedIn, round, rounds } from './page.ts';
import { asked } from './second-core.ts';

/** Oldest first. */
export const realRounds = rounds.filter(({ invented }) => !invented).reverse();
const lastTwo = realRounds.slice(-2);

/** Of the round that is shown with what a person put in, of another as it is. */
export const askedOf = (of: Round) =>
  of.id === round.value.id
    ? parameters.value
    : roundParameters(catalogue, of, { printed: printedIn(of) });

/** By code; empty in an invented round. */
export const roundChanges = computed<ReadonlyMap<string, ChangeRow>>(() => {
  const [from, to] = lastTwo.map((of) => computedSide(askedOf(of)));
  if (round.value.invented || from === undefined || to === undefined) return new Map();
  const answer = asked('change', { from, to });
  return new Map(
    answer?.ok === true
      ? answer.result.municipalities.map((row) => [row.code ?? '', row] as const)
      : [],
  );
});
