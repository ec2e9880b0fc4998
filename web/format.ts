/** Figures of the core, written as the shown language writes them. Nothing is computed or rounded. */
import type { Language } from '../wasm/messages.ts';

const locales: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' };

export const whole = (value: number, language: Language): string =>
  new Intl.NumberFormat(locales[language]).format(value);

/** Exact decimal text with a point, such as `0.157`: only the mark changes. */
export const decimal = (text: string, language: Language): string =>
  language === 'nl' ? text.replace('.', ',').replace('-', '−') : text.replace('-', '−');

/** A long row of digits in groups of three. */
export const digits = (text: string, language: Language): string =>
  text.replace(/\B(?=(\d{3})+(?!\d))/g, language === 'nl' ? '.' : ',');

/** A day, a month or a year as a source gives it: `2024-02-01`, `2024-02`, `2024`; else as it is. */
export function day(text: string, language: Language): string {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text);
  if (parts === null) return text;
  const [, year, month, dayOfMonth] = parts;
  if (month === undefined) return year ?? text;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(dayOfMonth ?? 1)));
  return new Intl.DateTimeFormat(locales[language], {
    year: 'numeric',
    month: 'long',
    ...(dayOfMonth === undefined ? {} : { day: 'numeric' as const }),
    timeZone: 'UTC',
  }).format(date);
}

/** Order of names as a Dutch list has it. */
export const byName = new Intl.Collator('nl', { sensitivity: 'base', numeric: true }).compare;
