/** Days and names as the shown language writes and orders them; numbers likewise. */
import type { Language } from '../wasm/words/messages.ts';

export { decimal, whole } from '../wasm/words/number-text.ts';

const locales: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' };

// A formatter takes milliseconds to make and microseconds to use: each is made once, when first needed.
const made = new Map<string, unknown>();
function once<T>(key: string, make: () => T): T {
  const known = made.get(key) as T | undefined;
  if (known !== undefined) return known;
  const fresh = make();
  made.set(key, fresh);
  return fresh;
}

const writtenDays = new Map<string, string>();

/** Days that were written beforehand, as `Intl` does, so that the first screen needs no formatter. */
export function rememberDays(
  days: Readonly<Record<string, Readonly<Record<Language, string>>>>,
): void {
  for (const [text, written] of Object.entries(days))
    for (const language of ['nl', 'en'] as const)
      writtenDays.set(`${language} ${text}`, written[language]);
}

/** A day, a month or a year as a source gives it: `2024-02-01`, `2024-02`, `2024`; else as it is. */
export function day(text: string, language: Language): string {
  const written = writtenDays.get(`${language} ${text}`);
  if (written !== undefined) return written;
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text);
  if (parts === null) return text;
  const [, year, month, dayOfMonth] = parts;
  if (month === undefined) return year ?? text;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(dayOfMonth ?? 1)));
  const withDay = dayOfMonth !== undefined;
  return once(
    `day ${language} ${String(withDay)}`,
    () =>
      new Intl.DateTimeFormat(locales[language], {
        // The whole day by its ready-made style: making a pattern from parts costs ten times as much.
        ...(withDay
          ? { dateStyle: 'long' as const }
          : { year: 'numeric' as const, month: 'long' as const }),
        timeZone: 'UTC',
      }),
  ).format(date);
}

/** Order of names as a Dutch list has it. */
export const byName = (one: string, other: string): number =>
  once('names', () => new Intl.Collator('nl', { sensitivity: 'base', numeric: true })).compare(
    one,
    other,
  );
