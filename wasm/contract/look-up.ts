/** Looks up what a table holds itself: `constructor` and `__proto__` are words like any other. */
export const lookUp = <T>(
  table: Readonly<Record<string, T>> | null | undefined,
  key: string,
): T | undefined => (table != null && Object.hasOwn(table, key) ? table[key] : undefined);
