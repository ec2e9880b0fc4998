/** What a workbook says of its figures: round, basis, inputs with their fingerprints, and what they are not. */
import type { Cell } from '../../../wasm/files/csv-text.ts';
import { chosenVintage, printsOf } from '../../../wasm/rounds/catalogue.ts';
import { articleLinks } from '../../../wasm/words/articles.ts';
import { day } from '../../format.ts';
import { bringerOf, catalogue, core, language, result, round, texts } from '../../state/page.ts';
import { basisName, basisText } from '../../components/Figure.tsx';

export function sourceRows(): Cell[][] {
  const t = texts.value;
  const s = t.country.sources;
  const shown = language.value;
  const current = result.value;
  const { need, minors, population, scores, referenceDay, covers, title } = round.value;
  const version = core.value?.version();
  // Another number than the round's has not its source.
  const sourceOf = (
    own: { readonly places: number; readonly source: string; readonly date: string },
    used: number | null | undefined,
  ): string =>
    used == null || used === own.places
      ? `${own.source}, ${day(own.date, shown)}`
      : t.proof.needOwn;
  const rows: Cell[][] = [
    [s.round, t.roundLabel(title[shown], day(referenceDay, shown), covers[0], covers[1])],
    [s.basis, basisText()],
    [s.standing, t.standing],
    [s.need, current?.need ?? need.places],
    [s.needSource, sourceOf(need, current?.need)],
    [s.minors, current?.minors ?? null],
    ...(minors === null ? [] : [[s.minorsSource, sourceOf(minors, current?.minors)]]),
  ];
  for (const [choice, used] of [
    [population, current?.population],
    [scores, current?.scores],
  ] as const) {
    const vintage = chosenVintage(catalogue, choice);
    const bundled = used === undefined || used.status !== 'loaded';
    rows.push(
      [
        choice.kind === 'population' ? s.population : s.scores,
        bundled ? vintage.title[shown] : used.file,
      ],
      [
        s.source,
        bundled
          ? `${vintage.source} (${vintage.licence.attribution}, ${vintage.licence.name})`
          : basisName(used.basis, bringerOf(used.file)),
      ],
      [
        s.certainty,
        `${t.certainty[choice.kind][choice.certainty]} ${choice.reason?.[shown] ?? ''}`.trim(),
      ],
      [s.fingerprint, used?.sha256 ?? ''],
    );
  }
  for (const printed of printsOf(catalogue, round.value))
    rows.push([s.published, `${printed.title[shown]}. ${printed.source}`]);
  rows.push(
    [s.law, articleLinks.decree21],
    [
      s.program,
      `${t.name} ${version?.version ?? ''} (${version?.commit ?? ''}), ${t.footer.until(day(catalogue.dataUntil, shown))}`,
    ],
    [s.unofficial, t.footer.not],
  );
  if (current?.basis === 'estimate') rows.unshift([t.estimateTitle, t.estimateText]);
  return rows;
}
