/** What the colours mean once a municipality is chosen: she, those of her province, the others. */
import { chosen, texts } from '../state/page.ts';
import { spokenName } from '../state/search.ts';
import { Dot } from './map-parts.tsx';

export function ChosenLegend() {
  const row = chosen.value;
  const t = texts.value.pictures;
  if (row === null) return null;
  return (
    <ul class="legend">
      {(
        [
          ['mark--chosen-fill', spokenName(row.name)],
          ['mark--step-4', t.ofProvince(row.province)],
          ['mark--quiet', t.others],
        ] as const
      ).map(([look, words]) => (
        <li key={look}>
          <Dot look={look} />
          {words}
        </li>
      ))}
    </ul>
  );
}
