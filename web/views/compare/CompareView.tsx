import { TwoRounds } from './TwoRounds.tsx';

/** Results beside each other. */
export function CompareView() {
  return <TwoRounds />;
}
