/** JSON that somebody else wrote: never so deep that what walks through it comes to no end. */
const deepest = 100;

/** @throws SyntaxError where it is none, or deeper; RangeError where the engine itself gives up */
export function readJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) throw new SyntaxError('too deep');
    level = level.flatMap((each): unknown[] =>
      typeof each === 'object' && each !== null ? Object.values(each) : [],
    );
  }
  return value;
}
