/** A day as people read it in a sentence: 1 juli 2027, 1 July 2027. */
import type { Language } from './messages.ts';

const months: Readonly<Record<Language, string>> = {
  nl: 'januari februari maart april mei juni juli augustus september oktober november december',
  en: 'January February March April May June July August September October November December',
};

/** What is no day, such as `2027-1`, stays as it is. */
export function dayText(day: string, language: Language): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  const month = months[language].split(' ')[Number(parts?.[2]) - 1];
  return parts === null || month === undefined
    ? day
    : `${Number(parts[3])} ${month} ${parts[1] ?? ''}`;
}
