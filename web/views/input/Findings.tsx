/** List of findings about loaded files, by level, with a file of them to save. */
import { lookUp } from '../../../wasm/contract/look-up.ts';
import { signal } from '@preact/signals';
import { cellName, isPart } from '../../../wasm/files/part.ts';
import { findingsCsv } from '../../../wasm/files/findings-csv.ts';
import type { Finding, FindingCounts, Severity } from '../../../wasm/index.ts';
import { errorText, findingText, severityWord } from '../../../wasm/words/messages.ts';
import { whole } from '../../format.ts';
import { saveFile } from '../../page/save.ts';
import {
  askedParameters,
  files,
  isStopped,
  language,
  ownAnswer,
  remoteAnswer,
  round,
  texts,
  usesLarge,
} from '../../state/page.ts';
import { shortened } from './ReviewPanel.tsx';
import { RowInFile } from './RowInFile.tsx';

const icons = { error: '✕', warning: '!', note: 'i' } as const;
const severities = ['error', 'warning', 'note'] as const;
const mostShown = 50;

const filter = signal<Severity | 'all'>('all');
const shownPerFile = signal<Readonly<Record<string, number>>>({});

function placeOf(finding: Finding): string {
  const t = texts.value.input;
  return isPart(finding.file) && finding.row > 0 && finding.column > 0
    ? t.placeCell(cellName(finding.row, finding.column))
    : t.place(String(finding.row), String(finding.column));
}

function FindingRow(props: { finding: Finding }) {
  const t = texts.value.input;
  const { finding } = props;
  const { what, todo } = findingText(finding, language.value);
  return (
    <tr>
      <td>
        <span class={`severity severity--${finding.severity}`}>
          <span aria-hidden="true">{icons[finding.severity]}</span>{' '}
          {severityWord(finding.severity, language.value)}
        </span>
      </td>
      <td>{placeOf(finding)}</td>
      <td>
        {what}
        {finding.raw !== '' && (
          <>
            {' '}
            {t.raw} <code>{shortened(finding.raw)}</code>
          </>
        )}
        <RowInFile finding={finding} place={placeOf(finding)} />
      </td>
      <td>{todo}</td>
    </tr>
  );
}

function FindingList(props: { title: string; findings: readonly Finding[] }) {
  const t = texts.value.input;
  const { findings, title } = props;
  const most = lookUp(shownPerFile.value, title) ?? mostShown;
  const rest = findings.length - most;
  return (
    <>
      <div class="table-scroll" role="region" aria-label={`${t.findings}: ${title}`} tabIndex={0}>
        <table class="utrecht-table utrecht-table--html-table findings__table">
          <caption class="findings__file">{title}</caption>
          <thead>
            <tr>
              {(['severity', 'place', 'what', 'todo'] as const).map((column) => (
                <th key={column} scope="col">
                  {t.columns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {findings.slice(0, most).map((finding, index) => (
              <FindingRow key={index} finding={finding} />
            ))}
          </tbody>
        </table>
      </div>
      {rest > 0 && (
        <p>
          <button
            type="button"
            class="utrecht-button utrecht-button--secondary-action"
            onClick={() => {
              shownPerFile.value = { ...shownPerFile.value, [title]: most + 200 };
            }}
          >
            {t.showMore(whole(Math.min(rest, 200), language.value))}
          </button>
        </p>
      )}
    </>
  );
}

interface Found {
  readonly list: readonly Finding[];
  /** Exact, also where the list was cut. */
  readonly counts: FindingCounts;
}

const isUnknown = ({ code }: Finding): boolean => code === 'file_unknown';

/** Every finding about what a person brought; bundled files have none to tell. */
function allFindings(): Found {
  const unread = files.value.filter(
    (file) => !file.recognised.ok || file.recognised.result.kind === 'unknown',
  );
  const unknown = unread
    .filter(({ recognised }) => recognised.ok && !recognised.findings.some(isUnknown))
    .map((file): Finding => ({
      code: 'file_unknown',
      severity: 'error',
      file: file.name,
      row: 0,
      column: 0,
      raw: '',
      about: '',
      otherRow: 0,
      count: 1,
    }));
  // A file that takes no part in the allocation speaks for itself.
  const { population, scores } = askedParameters.value;
  const apart = files.value.filter(
    ({ name }) => ownAnswer.value === null || (name !== population.file && name !== scores.file),
  );
  const answers = [
    ...[...new Set([...unread, ...apart])].map((file) => file.recognised),
    ...(ownAnswer.value === null ? [] : [ownAnswer.value]),
  ];
  const sum = (severity: Severity): number =>
    answers.reduce((total, { findingCounts }) => total + findingCounts[severity], 0) +
    (severity === 'error' ? unknown.length : 0);
  return {
    list: [...answers.flatMap(({ findings }) => findings), ...unknown],
    counts: { error: sum('error'), warning: sum('warning'), note: sum('note') },
  };
}

function saveFindings(list: readonly Finding[]): void {
  const name = `spreidingswijzer-${round.value.id}-${texts.value.input.findingsFile}.csv`;
  saveFile(name, findingsCsv(list, language.value, 'nl'), 'text/csv');
}

function Levels(props: { found: Found }) {
  const t = texts.value.input;
  const { counts, list } = props.found;
  const all = counts.error + counts.warning + counts.note;
  const level = (name: Severity | 'all', label: string, count: number) => (
    <button
      type="button"
      class={`level level--${name}`}
      aria-pressed={filter.value === name}
      disabled={count === 0}
      onClick={() => {
        filter.value = name;
      }}
    >
      {label} <strong>{whole(count, language.value)}</strong>
    </button>
  );
  return (
    <div class="levels">
      <div class="buttons" role="group" aria-label={t.filter}>
        {level('all', t.allLevels, all)}
        {severities.map((name) => (
          <span key={name}>{level(name, t.levels[name], counts[name])}</span>
        ))}
      </div>
      <button
        type="button"
        class="utrecht-button utrecht-button--secondary-action"
        onClick={() => {
          saveFindings(list);
        }}
      >
        {t.downloadFindings}
      </button>
    </div>
  );
}

/** What was found in a person's files: counts per level, a filter, and each finding at its place. */
export function Findings() {
  const t = texts.value.input;
  const found = allFindings();
  const failed = ownAnswer.value?.ok === false ? ownAnswer.value.error : null;
  if (found.list.length === 0 && (failed === null || failed.code === 'findings')) return null;
  // A filter without findings left would hide all others.
  const level = filter.value !== 'all' && found.counts[filter.value] === 0 ? 'all' : filter.value;
  const shown = found.list.filter(({ severity }) => level === 'all' || severity === level);
  const names = [...new Set(shown.map(({ file }) => file))];
  const listed = shown.length;
  const all =
    level === 'all'
      ? found.counts.error + found.counts.warning + found.counts.note
      : found.counts[level];
  const waiting = usesLarge.value && remoteAnswer.value === null;
  return (
    <section class="section findings" data-testid="meldingen" aria-labelledby="meldingen-titel">
      <h2 id="meldingen-titel" class="utrecht-heading-2" tabIndex={-1}>
        {t.findings}
      </h2>
      {isStopped.value && !waiting && (
        <p class="findings__stop" role="alert">
          {failed === null || failed.code === 'findings'
            ? t.findingsErrors
            : errorText(failed, language.value)}
        </p>
      )}
      <Levels found={found} />
      {names.map((name) => (
        <FindingList
          key={name}
          title={name === '' ? t.request : name}
          findings={shown.filter(({ file }) => file === name)}
        />
      ))}
      {all > listed && <p>{t.more(whole(all - listed, language.value))}</p>}
    </section>
  );
}
