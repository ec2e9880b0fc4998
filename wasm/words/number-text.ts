/** Figures of the core, written as the shown language writes them. Nothing is computed or rounded. */
import type { Language } from './language.ts';

/** Exact text of a number, such as `-1234.157`: groups of three before the mark, and the marks of the language. */
export function decimal(text: string, language: Language): string {
  const [group, mark] = language === 'nl' ? ['.', ','] : [',', '.'];
  const [whole = '', ...after] = text.replace('-', '−').split('.');
  const from = whole.search(/\d/);
  const groups: string[] = [];
  let end = whole.length;
  for (; end - from > 3; end -= 3) groups.unshift(whole.slice(end - 3, end));
  return [[whole.slice(0, end), ...groups].join(group), ...after].join(mark);
}

/** A count, such as `1.234`. */
export const whole = (value: number, language: Language): string =>
  decimal(String(value), language);
