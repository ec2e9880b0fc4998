/** A round's calendar as a file for calendar programs (iCalendar, RFC 5545). */
import type { CalendarResult } from '../contract/answers.ts';
import { statusText, stepText } from '../words/calendar-sentences.ts';
import type { Language } from '../words/messages.ts';
import { plainText } from '../words/plain-text.ts';

// A line ends at a bare carriage return as well; other control characters no calendar has.
const escaped = (text: string): string =>
  plainText(text.replaceAll(/\r\n|[\r\n\u0085\u2028\u2029]/g, '\n').replaceAll('\t', ' '))
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll('\u240a', '\\n');

const encoder = new TextEncoder();

/** A line of at most 75 bytes; what is longer goes on behind a space, never within a character. */
function folded(line: string): string {
  let out = '';
  let bytes = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (bytes + size > 75) {
      out += '\r\n ';
      bytes = 1;
    }
    out += character;
    bytes += size;
  }
  return out;
}

const compact = (date: string): string => date.replaceAll('-', '');

/**
 * Whole-day events, one per step. Opened again, a program replaces the earlier ones: each event is
 * known by its round and step.
 * @param round such as `2026`
 */
export function icalendar(calendar: CalendarResult, round: string, language: Language): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Spreidingswijzer//Spreidingswet//NL',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
  ];
  for (const milestone of calendar.milestones) {
    const { name, rule, article } = stepText(milestone.step, language);
    const words = [rule, article, statusText(milestone.status, language), milestone.note];
    lines.push(
      'BEGIN:VEVENT',
      `UID:${round}-${milestone.step}@spreidingswijzer`,
      `DTSTAMP:${compact(calendar.today)}T000000Z`,
      `DTSTART;VALUE=DATE:${compact(milestone.done ?? milestone.date)}`,
      `SUMMARY:${escaped(name)}`,
      `DESCRIPTION:${escaped(words.filter((word) => word !== '').join('\n'))}`,
      `URL:${milestone.article}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    );
  }
  lines.push('END:VCALENDAR');
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
