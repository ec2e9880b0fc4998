/** View of comparing: what was published, and two rounds beside each other. */
import { CompareTable } from './CompareTable.tsx';
import { TwoRounds } from './TwoRounds.tsx';

/** Results beside each other: with what was published, and of one round with another. */
export function CompareView() {
  return (
    <>
      <CompareTable />
      <TwoRounds />
    </>
  );
}
