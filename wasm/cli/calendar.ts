/** `calendar`: the legal calendar of a round, as a table, as data, or for a calendar program. */
import { parseArgs } from 'node:util';
import catalogue from 'virtual:catalogue';
import type { CalendarResult, Core, SetDay } from '../index.ts';
import { roundDays, roundYear } from '../rounds/calendar-days.ts';
import { statusText, stepText } from '../words/calendar-sentences.ts';
import { findRound } from '../rounds/catalogue.ts';
import { icalendar } from '../files/icalendar.ts';
import type { Language } from '../words/messages.ts';
import { WrongCall, oneOf } from './call.ts';
import type { Command } from './command.ts';
import { alignedTable, clockDay, emit, jsonText, report } from './output.ts';

const stepNames = [
  'estimate',
  'report',
  'decision',
  'publication',
  'available',
  'period_start',
  'grant_payment',
  'next_estimate',
  'grant_request',
  'period_end',
  'surplus_payment',
  'accounting',
  'settlement',
] as const;

const help = `spreidingswijzer calendar --round RONDE [--today DAG] [--set STAP=DAG] [--done STAP=DAG]
                          [--format table|json|ics] [--language nl|en] [--out BESTAND]

De stappen van een ronde: de dag volgens de wet, de dag die ervoor in de plaats kwam, het artikel,
en hoe het er op een dag voor staat. Wat volgt op een verzette dag, schuift mee.

  --round   2024, 2026 of example
  --today   de dag waarop de stand wordt gevraagd (standaard vandaag), zoals 2026-11-24
  --set     zet de dag van een stap, zoals publication=2027-01-15; mag vaker
  --done    de dag waarop een stap gebeurde, zoals report=2026-11-30; mag vaker
            stappen: ${stepNames.slice(0, 6).join(', ')},
            ${stepNames.slice(6).join(', ')}
  --format  table (standaard), json, of ics voor een agendaprogramma
`;

function dayGiven(name: string, text: string): { step: SetDay['step']; day: string } {
  const [step, day, ...rest] = text.split('=');
  if (step === undefined || day === undefined || day === '' || rest.length > 0)
    throw new WrongCall(`--${name} is STAP=DAG (niet “${text}”)`);
  return { step: oneOf(name, step, stepNames), day };
}

/** The round's own days, with those of the call in their place. */
function setDays(
  ofRound: readonly SetDay[],
  set: readonly string[],
  done: readonly string[],
): SetDay[] {
  const days = new Map(ofRound.map((each) => [each.step, each]));
  const change = (step: SetDay['step'], part: Partial<SetDay>) =>
    days.set(step, { ...days.get(step), step, ...part });
  for (const text of set) {
    const { step, day } = dayGiven('set', text);
    change(step, { date: day, note: '' });
  }
  for (const text of done) {
    const { step, day } = dayGiven('done', text);
    change(step, { done: day });
  }
  return [...days.values()];
}

function calendarText(calendar: CalendarResult, language: Language): string {
  const words =
    language === 'nl'
      ? ['dag', 'wet', 'stand', 'stap', 'artikel', 'opmerking']
      : ['day', 'law', 'status', 'step', 'article', 'note'];
  const reading = language === 'nl' ? ' (onze lezing)' : ' (our reading)';
  return alignedTable(
    [
      words,
      ...calendar.milestones.map((milestone) => [
        milestone.done ?? milestone.date,
        milestone.legal,
        statusText(milestone.status, language),
        stepText(milestone.step, language).name,
        stepText(milestone.step, language).article + (milestone.basis === 'reading' ? reading : ''),
        milestone.note,
      ]),
    ],
    6,
  );
}

function run(core: Core, args: string[]): number {
  const { values } = parseArgs({
    args,
    options: {
      round: { type: 'string' },
      today: { type: 'string' },
      set: { type: 'string', multiple: true, default: [] },
      done: { type: 'string', multiple: true, default: [] },
      format: { type: 'string', default: 'table' },
      language: { type: 'string', default: 'nl' },
      out: { type: 'string' },
    },
  });
  const format = oneOf('format', values.format, ['table', 'json', 'ics'] as const);
  const language = oneOf('language', values.language, ['nl', 'en'] as const);
  const round = findRound(catalogue, values.round ?? '');
  if (round === undefined)
    throw new WrongCall(
      `geef --round; er zijn: ${catalogue.rounds.map((known) => known.id).join(', ')}`,
    );
  const answer = core.run('calendar', {
    year: roundYear(round),
    today: values.today ?? clockDay(),
    days: setDays(roundDays(round, language, catalogue), values.set, values.done),
  });
  const status = report(answer, language);
  if (!answer.ok) return status;
  if (format === 'json') emit(jsonText(answer.result), values.out);
  else if (format === 'ics') emit(icalendar(answer.result, round.id, language), values.out);
  else emit(calendarText(answer.result, language), values.out);
  // A day that is none was left out: what came out is not what was asked.
  return answer.findingCounts.error > 0 ? 1 : status;
}

export const calendar: Command = { help, run };
