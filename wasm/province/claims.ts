/** One plan that two senders report, and what a person said of it. */
import type { Finding } from '../contract/answers.ts';
import type { ProvincialWorkspace } from './workspace.ts';

export const isClaim = ({ code }: Finding): boolean =>
  code === 'location_claimed_by_both' || code === 'location_claimed_twice';

/** The name of a pair of rows: it stays the same in a next version of a file of the same name. */
export const claimName = ({ file, raw, about }: Finding): string => `${raw}: ${file}, ${about}`;

/** What is still to be settled: without the pairs of which a person said that they are two plans. */
export function stillOpen<Found extends Finding>(
  { senders }: ProvincialWorkspace,
  findings: readonly Found[],
): readonly Found[] {
  const separate = new Set(senders?.separate);
  return separate.size === 0
    ? findings
    : findings.filter(
        (finding) =>
          finding.code !== 'location_claimed_by_both' || !separate.has(claimName(finding)),
      );
}
