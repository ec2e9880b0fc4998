/** What else a municipality has to do with: the days of the round, its housing target, and what it offers. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { MunicipalityRow } from '../../../wasm/index.ts';
import { housingAnswer } from '../../../wasm/province/questions.ts';
import { roundDays, roundYear } from '../../../wasm/rounds/calendar-days.ts';
import { statusText, stepText } from '../../../wasm/words/calendar-sentences.ts';
import { housingTarget } from '../../../wasm/words/provincial-words.ts';
import { SmallTable } from '../../components/SmallTable.tsx';
import { today } from '../../dossier/work.ts';
import { day, whole } from '../../format.ts';
import { openView } from '../../page/navigation.ts';
import { catalogue, core, language, panel, round, texts } from '../../state/page.ts';
import { ExistingPlaces } from '../report/ExistingPlaces.tsx';
import { offeredIn } from './BothRounds.tsx';

/** Folded; what is in it is asked for once it is opened. */
function Folded(props: { testId: string; title: string; children: () => ComponentChildren }) {
  const [open, setOpen] = useState(false);
  return (
    <details
      class="question"
      data-testid={props.testId}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>
        <h3 class="utrecht-heading-3">{props.title}</h3>
      </summary>
      {open && props.children()}
    </details>
  );
}

function Days() {
  const t = texts.value.answer;
  const shown = language.value;
  const answer = core.value?.run('calendar', {
    year: roundYear(round.value),
    today: today(),
    days: roundDays(round.value, shown, catalogue),
  });
  if (answer?.ok !== true) return null;
  return (
    <>
      <p>{t.calendarText}</p>
      <SmallTable label={t.calendar} testId="kalender" columns={t.calendarHead}>
        {answer.result.milestones.map((each) => {
          const { name, rule, article } = stepText(each.step, shown);
          return (
            <tr key={each.step}>
              <th scope="row">
                {name}
                <br />
                <small>
                  {rule}{' '}
                  <a
                    class="utrecht-link utrecht-link--html-a"
                    href={each.article}
                    rel="noreferrer noopener"
                  >
                    {article}
                  </a>
                </small>
              </th>
              <td>{day(each.done ?? each.date, shown)}</td>
              <td class="told">
                {statusText(each.status, shown)}
                {each.note !== '' && `. ${each.note}`}
              </td>
            </tr>
          );
        })}
      </SmallTable>
    </>
  );
}

/** The days of the law for this round, and what of them has happened. */
export function MunicipalCalendar() {
  if (round.value.invented) return null;
  return (
    <Folded testId="gemeente-kalender" title={texts.value.answer.calendar}>
      {() => <Days />}
    </Folded>
  );
}

/** The target of one half-year, from the national number that was reported of it. */
function targetIn(code: string, halfYear: string, persons: number): number | null {
  const running = core.value;
  if (running === null) return null;
  const answer = housingAnswer(
    running,
    catalogue,
    {
      municipalities: [{ code }],
      // Which number holds is not asked: there is one.
      housing: { halfYear, national: [{ from: '2000-01-01', persons }], backlog: {} },
    },
    today(),
  );
  return answer?.province.municipalities[0]?.target ?? null;
}

function Targets(props: { row: MunicipalityRow }) {
  const t = texts.value.answer;
  const shown = language.value;
  const known = catalogue.targets
    .slice(-4)
    .reverse()
    .map((each) => ({ ...each, target: targetIn(props.row.code, each.halfYear, each.persons) }))
    .filter(({ target }) => target !== null);
  return (
    <>
      <p>{t.housingText(housingTarget[shown])}</p>
      {known.length === 0 ? (
        <p>{t.housingUnknown}</p>
      ) : (
        <SmallTable
          label={t.housing}
          testId="taakstelling"
          columns={[
            t.housingHead.halfYear,
            { number: t.housingHead.target },
            { number: t.housingHead.national },
            t.housingHead.source,
          ]}
        >
          {known.map(({ halfYear, persons, source, certainty, target }) => (
            <tr key={halfYear}>
              <th scope="row">{halfYear}</th>
              <td class="number">{whole(target ?? 0, shown)}</td>
              <td class="number">{whole(persons, shown)}</td>
              <td class="told" lang="nl">
                {source}; {certainty}
              </td>
            </tr>
          ))}
        </SmallTable>
      )}
    </>
  );
}

/** Another task, which is often taken for this one. */
export function HousingTarget(props: { row: MunicipalityRow }) {
  if (round.value.invented) return null;
  return (
    <Folded testId="gemeente-taakstelling" title={texts.value.answer.housing}>
      {() => <Targets row={props.row} />}
    </Folded>
  );
}

/** What the municipality itself offers and has; what it says of that goes into the annex. */
export function OwnOffer(props: { row: MunicipalityRow }) {
  const t = texts.value.answer;
  const { row } = props;
  return (
    <Folded testId="gemeente-aanbod" title={t.offer}>
      {() => {
        const offered = offeredIn(round.value, row.code);
        return (
          <>
            <p>{offered === null ? t.offerNone : t.offerIs(whole(offered, language.value))}</p>
            <p>
              <button
                type="button"
                class="utrecht-button utrecht-button--secondary-action"
                onClick={() => {
                  openView('table');
                }}
              >
                {t.toTable}
              </button>
            </p>
            {panel.value !== 'report' && <ExistingPlaces key={row.code} code={row.code} />}
          </>
        );
      }}
    </Folded>
  );
}
