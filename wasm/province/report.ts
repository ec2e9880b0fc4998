/**
 * The report of a provincial table as data (`public/schema/provincial-report.json`), in a public and
 * a confidential edition. Every figure in it is one of the core's; nothing is computed here.
 */
import type { VersionResult } from '../index.ts';
import type {
  CalendarResult,
  ProvincialTableResult,
  SpreadRemainderResult,
} from '../contract/provincial.ts';
import type { HousingAnswer } from './questions.ts';
import {
  type CompleteWorkspace,
  type Edition,
  type ProvincialWorkspace,
  type SettingNotes,
  type WorkspaceExchange,
  exchangesOf,
} from './workspace.ts';

/** Said in every report: what it follows, and what it cannot claim. */
export const reportGrounds = {
  nl: 'Volgt de Wet gemeentelijke taak mogelijk maken asielopvangvoorzieningen (artikelen 2 tot en met 9), het Besluit (artikelen 2.1, 2.2 en 3.1), de Regeling specifieke uitkeringen (artikelen 3 tot en met 9) en de Huisvestingswet 2014 (artikelen 28 tot en met 30). De tekst van de Ambtsinstructie over dit verslag was voor de makers niet beschikbaar; dit is geen officieel model.',
  en: 'Follows the Wet gemeentelijke taak mogelijk maken asielopvangvoorzieningen (articles 2 to 9), the decree (articles 2.1, 2.2 and 3.1), the regulation on specific grants (articles 3 to 9) and the Huisvestingswet 2014 (articles 28 to 30). The text of the official instruction on this report was not available to the makers; this is no official form.',
} as const;

export interface ProvincialReport {
  readonly schema: 'spreidingswijzer/provincial-report/1';
  readonly edition: Edition;
  readonly program: VersionResult;
  /** The day for which the calendar's status was asked. */
  readonly day: string;
  readonly province: string;
  readonly invented: boolean;
  readonly round: string;
  readonly grounds: typeof reportGrounds;
  readonly task: ProvincialWorkspace['task'];
  /** SHA-256 of the workspace's file; null where it was not saved yet. */
  readonly workspaceSha256: string | null;
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
  readonly table: ProvincialTableResult;
  /** Housing target (taakstelling huisvesting vergunninghouders); null: no half-year was given. */
  readonly housing: HousingAnswer | null;
  /** A simulation; null: there is nothing to spread. */
  readonly remainder: SpreadRemainderResult | null;
  readonly openPoints: readonly string[];
  /** Whether a sum in this edition tells the number of one confidential location. */
  readonly disclosesConfidential: boolean;
}

/** What a report is made of beside the table. */
export interface ReportParts {
  readonly calendar: CalendarResult;
  readonly housing: HousingAnswer | null;
  readonly remainder: SpreadRemainderResult | null;
  readonly program: VersionResult;
  readonly workspaceSha256: string | null;
}

export function provincialReport(
  workspace: CompleteWorkspace,
  edition: Edition,
  table: ProvincialTableResult,
  { calendar, housing, remainder, program, workspaceSha256 }: ReportParts,
): ProvincialReport {
  const isPublic = edition === 'public';
  const ownNotes = new Set(workspace.calendar.map(({ step }) => step));
  return {
    schema: 'spreidingswijzer/provincial-report/1',
    edition,
    program,
    day: calendar.today,
    province: workspace.province,
    invented: workspace.invented ?? false,
    round: workspace.round,
    grounds: reportGrounds,
    task: workspace.task,
    workspaceSha256,
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
    exchanges: exchangesOf(workspace, edition).map((exchange) => ({
      ...exchange,
      note: isPublic ? null : exchange.note,
    })),
    settings: {
      deduction: workspace.deduction ?? null,
      decision: workspace.decision ?? null,
      grants: workspace.grants ?? null,
      notes: isPublic ? {} : (workspace.settingNotes ?? {}),
    },
    table,
    housing,
    remainder,
    openPoints: isPublic ? [] : workspace.openPoints,
    disclosesConfidential: table.offers.some((offer) => offer.disclosures.length > 0),
  };
}
