/** From what a round says of its dates to what the calendar of the core asks. */
import type { Language } from '../words/messages.ts';
import type { Round } from './catalogue.ts';
import type { SetDay } from '../contract/provincial.ts';

/** The days that a round sets instead of the law's, and what has happened. */
export const roundDays = (round: Round, language: Language): SetDay[] =>
  round.deadlines.map(({ what, legal, date, done, note }) => ({
    step: what,
    ...(date === legal ? {} : { date }),
    ...(done === undefined ? {} : { done }),
    ...(note === undefined ? {} : { note: note[language] }),
  }));

/** Year of a round's estimate: the two years that its decision covers follow on it. */
export const roundYear = (round: Round): number => round.covers[0] - 1;
