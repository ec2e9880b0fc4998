/** From what a round says of its dates to what the calendar of the core asks. */
import type { Language } from '../words/messages.ts';
import type { Catalogue, Round } from './catalogue.ts';
import type { SetDay } from '../contract/operations.ts';

/** The days that a round sets instead of the law's, and what has happened. */
export function roundDays(round: Round, language: Language, { rounds }: Catalogue): SetDay[] {
  const days: SetDay[] = round.deadlines.map(({ what, legal, date, done, note }) => ({
    step: what,
    ...(date === legal ? {} : { date }),
    ...(done === undefined ? {} : { done }),
    ...(note === undefined ? {} : { note: note[language] }),
  }));
  // What the next round says of its own estimate: whether it was met, and on which day.
  const next = rounds
    .find((each) => each.invented === round.invented && roundYear(each) === roundYear(round) + 2)
    ?.deadlines.find(({ what }) => what === 'estimate');
  if (next?.done !== undefined && days.every(({ step }) => step !== 'next_estimate'))
    days.push({
      step: 'next_estimate',
      done: next.done,
      ...(next.note === undefined ? {} : { note: next.note[language] }),
    });
  return days;
}

/** Year of a round's estimate: the two years that its decision covers follow on it. */
export const roundYear = (round: Round): number => round.covers[0] - 1;
