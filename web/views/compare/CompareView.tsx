/** Checking a table: beside the own result, beside what others printed, and two rounds beside each other. */
import { Contents } from '../../components/Contents.tsx';
import { texts } from '../../state/page.ts';
import { CompareTable } from './CompareTable.tsx';
import { TwoRounds } from './TwoRounds.tsx';

/** Results beside each other: with what was published, and of one round with another. */
export function CompareView() {
  const t = texts.value;
  return (
    <>
      <Contents
        label={t.viewNames.compare}
        parts={[
          { id: 'vergelijk-titel', title: t.accountable.compare },
          { id: 'twee-rondes', title: t.change.title },
        ]}
      />
      <CompareTable />
      <TwoRounds />
    </>
  );
}
