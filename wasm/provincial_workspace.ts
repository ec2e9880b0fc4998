/**
 * The workspace of a provincial table as it is kept in a file (`public/schema/provincial-workspace.json`),
 * and what of it is asked of the core. Shared by the page and the command line.
 */
import type {
  Exchange,
  ExchangeTransfer,
  ProvinceMunicipality,
  ProvincialTableParameters,
  SetDay,
} from './contract/provincial.ts';

export interface WorkspaceExchange extends Exchange {
  readonly id: string;
  readonly date: string;
  /** As the parties agreed it; nothing is computed from it, and no ratio is official. */
  readonly ratio: string;
  readonly note: string;
  readonly public: boolean;
  readonly transfers: readonly ExchangeTransfer[];
}

export interface ProvincialWorkspace extends Pick<
  ProvincialTableParameters,
  'regions' | 'dates' | 'deduction' | 'decision' | 'grants'
> {
  readonly province: string;
  readonly invented?: boolean;
  readonly round: string;
  readonly task: {
    readonly total: number;
    readonly minors: number | null;
    /** Where the task comes from, said beside it. */
    readonly basis: 'published' | 'official' | 'cbs_file' | 'own_input';
    readonly source: string;
  };
  readonly municipalities: readonly ProvinceMunicipality[];
  /** Names of files with locations. */
  readonly locations: readonly string[];
  /** Days set by the province, over those of the round. */
  readonly calendar: readonly SetDay[];
  readonly exchanges: readonly WorkspaceExchange[];
  readonly openPoints: readonly string[];
}

export type Edition = 'public' | 'confidential';

/** What of a workspace goes into an edition: the public one leaves confidential exchanges out. */
export const exchangesOf = (
  workspace: ProvincialWorkspace,
  edition: Edition,
): readonly WorkspaceExchange[] =>
  edition === 'public' ? workspace.exchanges.filter((each) => each.public) : workspace.exchanges;

export const tableParameters = (
  workspace: ProvincialWorkspace,
  edition: Edition,
): ProvincialTableParameters => ({
  municipalities: workspace.municipalities,
  task: { total: workspace.task.total, minors: workspace.task.minors },
  regions: workspace.regions ?? [],
  locations: workspace.locations,
  dates: workspace.dates,
  exchanges: exchangesOf(workspace, edition).map(({ status, transfers }) => ({
    status,
    transfers,
  })),
  ...(workspace.deduction === undefined ? {} : { deduction: workspace.deduction }),
  ...(workspace.decision === undefined ? {} : { decision: workspace.decision }),
  ...(workspace.grants === undefined ? {} : { grants: workspace.grants }),
  edition,
});

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isWorkspace = (
  value: Record<string, unknown>,
): value is Record<string, unknown> & ProvincialWorkspace =>
  typeof value.province === 'string' &&
  typeof value.round === 'string' &&
  isRecord(value.task) &&
  ['municipalities', 'locations', 'dates', 'calendar', 'exchanges', 'openPoints'].every((name) =>
    Array.isArray(value[name]),
  );

/** A workspace from the text of its file; nothing where it is none. The core checks what is in it. */
export function readWorkspace(text: string): ProvincialWorkspace | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isRecord(value) && isWorkspace(value) ? value : undefined;
}
