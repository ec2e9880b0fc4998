/**
 * The report of a provincial table as data (`public/schema/provincial-report.json`), in a public and
 * a confidential edition. Every figure in it is one of the core's; nothing is computed here.
 */
import { lookUp } from '../contract/look-up.ts';
import type {
  CalendarResult,
  ProvincialTableResult,
  PublicEditionResult,
  SpreadRemainderResult,
} from '../contract/answers.ts';
import type { VersionResult } from '../index.ts';
import { documentOf } from '../files/part.ts';
import type { Lacking } from '../words/provincial-words.ts';
import { namesNothingConfidential } from './open-points.ts';
import type { HousingAnswer } from './questions.ts';
import {
  type CompleteWorkspace,
  type Edition,
  type ProvincialWorkspace,
  type SettingNotes,
  type WorkspaceExchange,
  exchangesOf,
  typedFile,
} from './workspace.ts';

/** Said in every report: what it follows, and what it cannot claim. */
export const reportGrounds = {
  nl: 'Volgt de Wet gemeentelijke taak mogelijk maken asielopvangvoorzieningen (artikelen 2 tot en met 9), het Besluit (artikelen 2.1, 2.2 en 3.1), de Regeling specifieke uitkeringen (artikelen 3 tot en met 9) en de Huisvestingswet 2014 (artikelen 28 tot en met 30). De tekst van de Ambtsinstructie over dit verslag was voor de makers niet beschikbaar; dit is geen officieel model.',
  en: 'Follows the Wet gemeentelijke taak mogelijk maken asielopvangvoorzieningen (articles 2 to 9), the decree (articles 2.1, 2.2 and 3.1), the regulation on specific grants (articles 3 to 9) and the Huisvestingswet 2014 (articles 28 to 30). The text of the official instruction on this report was not available to the makers; this is no official form.',
} as const;

/** What was received of a municipality, and what of it is in the totals. */
export interface ReportAnswer {
  readonly code: string;
  /**
   * `received`: its own table; `listed`: in a list of another, or typed in; `unusable`: only rows with an
   * error; `waiting`: not taken over yet; `refused`: not taken over; `missing`: nothing.
   */
  readonly state: 'received' | 'listed' | 'unusable' | 'waiting' | 'refused' | 'missing';
  readonly version: number | null;
  readonly received: string | null;
  /** Tables of it that wait for a person. */
  readonly waiting: number;
  readonly rows: number | null;
  readonly leftOut: number | null;
  readonly complete: boolean;
}

export function reportAnswers(
  { municipalities, senders }: ProvincialWorkspace,
  table: ProvincialTableResult,
): ReportAnswer[] {
  return municipalities.map(({ code }, at) => {
    const answer = table.answers[at] ?? { known: false, rows: 0, leftOut: 0, complete: true };
    const own = senders?.sheets.filter(({ sender }) => sender === code) ?? [];
    const waiting = senders?.waiting.filter(({ sender }) => sender === code) ?? [];
    const last = senders?.log.findLast(({ sender }) => sender === code)?.what;
    const [newest] = [...own].sort((one, other) => other.version - one.version);
    const sheet = newest ?? waiting[0];
    const state = answer.known
      ? newest === undefined
        ? 'listed'
        : 'received'
      : !answer.complete
        ? 'unusable'
        : waiting.length > 0
          ? 'waiting'
          : last === 'rejected'
            ? 'refused'
            : 'missing';
    return {
      code,
      state,
      version: sheet?.version ?? null,
      received: sheet?.received ?? null,
      waiting: waiting.length,
      rows: answer.rows,
      leftOut: answer.leftOut,
      complete: answer.complete,
    };
  });
}

/** Of whom nothing is known yet. */
export function lackingShares({
  answers,
  municipalities,
}: {
  readonly answers: readonly Pick<ReportAnswer, 'code' | 'state'>[];
  readonly municipalities: readonly { readonly code: string; readonly indicative: number | null }[];
}): Lacking {
  const lacking = answers.filter(({ state }) => state !== 'received' && state !== 'listed');
  const shares = lacking.map(
    ({ code }) => municipalities.find((each) => each.code === code)?.indicative ?? null,
  );
  return {
    municipalities: lacking.length,
    indicative: shares.reduce<number>((sum, share) => sum + (share ?? 0), 0),
    withoutShare: shares.filter((share) => share === null).length,
  };
}

/** A table that a municipality sent is a part of its file: the fingerprint is that of the file. */
function reportFiles(
  { senders }: ProvincialWorkspace,
  { files }: ProvincialTableResult,
): { file: string; sha256: string }[] {
  const sheets = new Map(senders?.sheets.map((sheet) => [sheet.name, sheet.sha256]));
  const typed = new Set<string>(Object.values(typedFile));
  const known = new Map(
    files.flatMap(({ file, sha256 }): [string, string][] => {
      if (typed.has(file)) return [];
      const sent = sheets.get(file);
      return [sent === undefined ? [file, sha256] : [documentOf(file), sent]];
    }),
  );
  return [...known].map(([file, sha256]) => ({ file, sha256 }));
}

interface ReportOf<E extends Edition, Table> {
  readonly schema: 'spreidingswijzer/provincial-report/2';
  readonly edition: E;
  readonly program: VersionResult;
  /** The day for which the calendar's status was asked. */
  readonly day: string;
  readonly province: string;
  readonly invented: boolean;
  readonly round: string;
  readonly grounds: typeof reportGrounds;
  readonly task: ProvincialWorkspace['task'];
  readonly municipalities: readonly {
    readonly code: string;
    readonly name: string;
    readonly indicative: number;
    readonly minors: number | null;
    readonly decided: number | null;
  }[];
  readonly calendar: CalendarResult['milestones'];
  readonly exchanges: readonly (Omit<WorkspaceExchange, 'note'> & {
    readonly note: string | null;
  })[];
  /** What the law leaves open, as it was read for the three tests; null: not asked. */
  readonly settings: {
    readonly deduction: ProvincialWorkspace['deduction'] | null;
    readonly decision: ProvincialWorkspace['decision'] | null;
    readonly grants: ProvincialWorkspace['grants'] | null;
    /** Why, in a person's own words; none in the public edition. */
    readonly notes: SettingNotes;
  };
  /** Of whom something was received, in the order of `municipalities`. */
  readonly answers: readonly ReportAnswer[];
  readonly table: Table;
  /** Housing target (taakstelling huisvesting vergunninghouders); null: no half-year was given. */
  readonly housing: HousingAnswer | null;
  /** A simulation; null: there is nothing to spread. */
  readonly remainder: SpreadRemainderResult | null;
  /** In the public edition those that name nothing confidential. */
  readonly openPoints: readonly string[];
  /** How many stand in the confidential edition only. */
  readonly openPointsWithheld: number;
}

/** Of another task: what was agreed or asked, and what is there. */
export interface OtherTask {
  readonly code: string;
  readonly ledger: 'ukraine' | 'status_holders';
  /** Of status holders: `2027-1`. */
  readonly halfYear: string | null;
  readonly asked: number | null;
  readonly realised: number | null;
}

/** Beside the task, as the dashboards of provinces have them; part of no sum or test. */
function otherTasks({ municipalities }: CompleteWorkspace): OtherTask[] {
  return municipalities.flatMap((each): OtherTask[] => {
    const { code, ukraine = null, ukraineRealised = null } = each;
    const { statusHolders = {}, statusHoldersHoused = {} } = each;
    const halfYears = [
      ...new Set([...Object.keys(statusHolders), ...Object.keys(statusHoldersHoused)]),
    ].sort();
    return [
      ...(ukraine === null && ukraineRealised === null
        ? []
        : [
            {
              code,
              ledger: 'ukraine' as const,
              halfYear: null,
              asked: ukraine,
              realised: ukraineRealised,
            },
          ]),
      ...halfYears.map((halfYear) => ({
        code,
        ledger: 'status_holders' as const,
        halfYear,
        asked: lookUp(statusHolders, halfYear) ?? null,
        realised: lookUp(statusHoldersHoused, halfYear) ?? null,
      })),
    ];
  });
}

export interface ConfidentialReport extends ReportOf<'confidential', ProvincialTableResult> {
  /** SHA-256 of the workspace's file; null where it was not saved yet. */
  readonly workspaceSha256: string | null;
  /**
   * The files that the table rests on, as they came, each with the SHA-256 of its bytes. What was typed in stands in the workspace.
   */
  readonly files: readonly { readonly file: string; readonly sha256: string }[];
  /** What was agreed or asked of other tasks, and what is there. */
  readonly otherTasks: readonly OtherTask[];
}
/** Without fingerprints of what is confidential: few unknown digits can be guessed from them. */
export type PublicReport = ReportOf<'public', PublicEditionResult>;
export type ProvincialReport = ConfidentialReport | PublicReport;

/** What a report is made of beside the table. */
export interface ReportParts {
  readonly calendar: CalendarResult;
  readonly housing: HousingAnswer | null;
  readonly remainder: SpreadRemainderResult | null;
  readonly program: VersionResult;
  readonly workspaceSha256: string | null;
  /** The confidential table, whatever the edition: it knows what is confidential, and who answered. */
  readonly all: ProvincialTableResult;
}

export function provincialReport(
  workspace: CompleteWorkspace,
  table: ProvincialTableResult | PublicEditionResult,
  { calendar, housing, remainder, program, workspaceSha256, all }: ReportParts,
): ProvincialReport {
  const isPublic = table.edition === 'public';
  const openPoints = isPublic
    ? workspace.openPoints.filter((point) =>
        namesNothingConfidential(point, workspace, all.locations),
      )
    : workspace.openPoints;
  const ownNotes = new Set(workspace.calendar.map(({ step }) => step));
  const answers = reportAnswers(workspace, all);
  const common = {
    schema: 'spreidingswijzer/provincial-report/2',
    program,
    day: calendar.today,
    province: workspace.province,
    invented: workspace.invented ?? false,
    round: workspace.round,
    grounds: reportGrounds,
    task: workspace.task,
    municipalities: workspace.municipalities.map(({ code, name, indicative, minors, decided }) => ({
      code,
      name,
      indicative,
      minors: minors ?? null,
      decided: decided ?? null,
    })),
    // A note at a day is free text of people, as those of locations and exchanges.
    calendar: isPublic
      ? calendar.milestones.map((each) => (ownNotes.has(each.step) ? { ...each, note: '' } : each))
      : calendar.milestones,
    exchanges: exchangesOf(workspace, table.edition).map((exchange) => ({
      ...exchange,
      note: isPublic ? null : exchange.note,
    })),
    settings: {
      deduction: workspace.deduction ?? null,
      decision: workspace.decision ?? null,
      grants: workspace.grants ?? null,
      notes: isPublic ? {} : (workspace.settingNotes ?? {}),
    },
    // How many locations a municipality has may tell that some of them are confidential.
    answers: isPublic ? answers.map((each) => ({ ...each, rows: null, leftOut: null })) : answers,
    housing,
    remainder,
    openPoints,
    openPointsWithheld: workspace.openPoints.length - openPoints.length,
  } as const;
  return table.edition === 'public'
    ? { ...common, edition: 'public', table }
    : {
        ...common,
        edition: 'confidential',
        workspaceSha256,
        files: reportFiles(workspace, table),
        otherTasks: otherTasks(workspace),
        table,
      };
}
