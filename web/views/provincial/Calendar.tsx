/** The legal calendar as a timeline with a table; every day can be set with a note, and what follows moves. */
import { scaleLinear } from 'd3-scale';
import type { CycleStep, Milestone, SetDay } from '../../../wasm/index.ts';
import { statusText, stepText } from '../../../wasm/words/calendar-sentences.ts';
import { icalendar } from '../../../wasm/files/icalendar.ts';
import { findingText } from '../../../wasm/words/messages.ts';
import { day } from '../../format.ts';
import { saveFile } from '../../page/save.ts';
import { language, texts } from '../../state/page.ts';
import { calendar, change, workspace } from './state.ts';

const time = (text: string): number => Date.parse(`${text}T00:00:00Z`);
const width = 900;
const edge = 24;

/** Each step a number on a line of time, in the order of the table; shapes tell the status. */
function Timeline(props: { milestones: readonly Milestone[]; today: string }) {
  const t = texts.value.provincial;
  const { milestones, today } = props;
  const days = milestones.map((each) => time(each.done ?? each.date));
  const [first, last] = [Math.min(...days, time(today)), Math.max(...days, time(today))];
  const scale = scaleLinear([first, Math.max(last, first + 1)], [edge, width - edge]);
  const years: number[] = [];
  for (let year = new Date(first).getUTCFullYear() + 1; time(`${year}-01-01`) <= last; year += 1)
    years.push(year);
  // Marks that would lie on each other stand one above the other.
  const taken: number[] = [];
  const marks = milestones
    .map((each, at) => ({ each, at, x: scale(days[at] ?? first) }))
    .sort((one, other) => one.x - other.x)
    .map((mark) => {
      let level = 0;
      while ((taken[level] ?? -Infinity) > mark.x - 26) level += 1;
      taken[level] = mark.x;
      return { ...mark, y: 120 - level * 26 };
    });
  return (
    <svg
      class="timeline"
      role="img"
      aria-label={t.timeline(
        milestones.filter(({ status }) => status === 'done').length,
        milestones.filter(({ status }) => status === 'late').length,
        milestones.filter(({ status }) => status === 'to_come').length,
      )}
      viewBox={`0 0 ${width} 172`}
      data-testid="tafel-tijdlijn"
    >
      <line class="timeline__line" x1={edge} x2={width - edge} y1={140} y2={140} />
      {years.map((year) => (
        <g key={year}>
          <line
            class="timeline__line"
            x1={scale(time(`${year}-01-01`))}
            x2={scale(time(`${year}-01-01`))}
            y1={134}
            y2={146}
          />
          <text
            class="timeline__year"
            x={scale(time(`${year}-01-01`))}
            y={164}
            text-anchor="middle"
          >
            {year}
          </text>
        </g>
      ))}
      <line
        class="timeline__today"
        x1={scale(time(today))}
        x2={scale(time(today))}
        y1={8}
        y2={146}
      />
      <text class="timeline__year" x={Math.min(scale(time(today)) + 4, width - 80)} y={12}>
        {t.todayMark}
      </text>
      {marks.map(({ each, at, x, y }) => (
        <g key={each.step} class={`timeline__mark timeline__mark--${each.status}`}>
          {each.status === 'late' ? (
            <rect x={x - 11} y={y - 11} width={22} height={22} />
          ) : (
            <circle cx={x} cy={y} r={11} />
          )}
          <text x={x} y={y + 4} text-anchor="middle">
            {at + 1}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** The workspace's own day of a step, with a part of it changed; a day that says nothing falls away. */
function set(step: CycleStep, part: Partial<Record<'date' | 'done' | 'note', string>>): void {
  const present = workspace.value?.calendar ?? [];
  const own: SetDay = present.find((each) => each.step === step) ?? { step };
  const next = { ...own, ...part };
  const kept: SetDay = {
    step,
    ...(next.date === undefined || next.date === '' ? {} : { date: next.date }),
    ...(next.done === undefined || next.done === '' ? {} : { done: next.done }),
    ...(next.note === undefined || next.note === '' ? {} : { note: next.note }),
  };
  const others = present.filter((each) => each.step !== step);
  change({ calendar: Object.keys(kept).length === 1 ? others : [...others, kept] });
}

export function Calendar() {
  const t = texts.value.provincial;
  const shown = language.value;
  const answer = calendar.value;
  const round = workspace.value?.round ?? '';
  if (answer?.ok !== true) return null;
  const { milestones, today } = answer.result;
  const own = new Map(workspace.value?.calendar.map((each) => [each.step, each]));
  return (
    <section class="section" aria-labelledby="tafel-kalender-titel">
      <h2 id="tafel-kalender-titel" class="utrecht-heading-2">
        {t.calendar}
      </h2>
      <p class="intro">{t.calendarIntro}</p>
      <Timeline milestones={milestones} today={today} />
      <p class="provincial-note">{t.timelineKey}</p>
      {answer.findings.map((finding, at) => (
        <p key={at} class="provincial-warning">
          {findingText(finding, shown).what}
        </p>
      ))}
      <div class="table-scroll" role="group" aria-label={t.calendar} tabIndex={0}>
        <table class="utrecht-table utrecht-table--html-table" data-testid="tafel-kalender">
          <caption class="visually-hidden">{t.calendar}</caption>
          <thead>
            <tr>
              {t.calendarHead.map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {milestones.map((each, at) => {
              const { name, rule, article } = stepText(each.step, shown);
              const said = own.get(each.step);
              return (
                <tr key={each.step}>
                  <th scope="row">
                    {at + 1}. {name}
                    <br />
                    <small>
                      {rule}{' '}
                      <a class="utrecht-link" href={each.article} rel="external noreferrer">
                        {article}
                      </a>
                      {each.basis === 'reading' ? ` (${t.reading})` : ''}
                    </small>
                  </th>
                  <td>{day(each.done ?? each.date, shown)}</td>
                  <td>
                    {day(each.legal, shown)}
                    {each.daysMoved !== 0 && <> ({t.moved(each.daysMoved)})</>}
                  </td>
                  <td>{statusText(each.status, shown)}</td>
                  <td>
                    <input
                      type="date"
                      aria-label={t.setDate(name)}
                      value={said?.date ?? ''}
                      onChange={(event) => {
                        set(each.step, { date: event.currentTarget.value });
                      }}
                    />
                  </td>
                  <td>
                    <input
                      type="date"
                      aria-label={t.setDone(name)}
                      value={said?.done ?? ''}
                      onChange={(event) => {
                        set(each.step, { done: event.currentTarget.value });
                      }}
                    />
                  </td>
                  <td>
                    {said?.note === undefined && each.note !== '' && <span>{each.note}</span>}
                    <input
                      aria-label={t.setNote(name)}
                      value={said?.note ?? ''}
                      onChange={(event) => {
                        set(each.step, { note: event.currentTarget.value });
                      }}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p>
        <button
          type="button"
          class="utrecht-button utrecht-button--secondary-action"
          data-testid="tafel-ics"
          onClick={() => {
            saveFile(
              `spreidingswijzer-${round}.ics`,
              icalendar(answer.result, round, shown),
              'text/calendar',
            );
          }}
        >
          {t.saveCalendar}
        </button>
      </p>
    </section>
  );
}
