/** What every picture says alike: the card of a municipality, the label for a screen reader, the source. */
import type { MunicipalityRow } from '../../wasm/index.ts';
import { chosenVintage } from '../../wasm/rounds/catalogue.ts';
import type { Language } from '../../wasm/words/messages.ts';
import { printedBy } from '../../wasm/words/print-text.ts';
import { day, decimal, whole } from '../format.ts';
import { catalogue, chosenCode, language, result, round, texts } from '../state/page.ts';
import { basisText, figureText } from '../components/Figure.tsx';
import { type ShownKind, shownFigure } from './shown.ts';
import { spokenName } from '../state/search.ts';

/** Marks a municipality in every picture; once more leaves it. */
export function chooseMunicipality(code: string): void {
  chosenCode.value = chosenCode.value === code ? null : code;
}

/** The figures of a municipality, each a line of a card. */
export function figureLines(row: MunicipalityRow, kind: ShownKind, shown: Language): string[] {
  const t = texts.value.pictures;
  const lines: string[] = [];
  const figure = shownFigure(row, kind);
  if (figure !== null) {
    lines.push(
      t.placesLine(whole(figure.places, shown)),
      t.rateLine(decimal(figure.rate, shown)),
      kind === 'computed'
        ? basisText()
        : texts.value.according(row.published?.source ?? '', day(row.published?.date ?? '', shown)),
    );
  } else {
    lines.push(t.noFigure);
  }
  if (kind === 'printed') lines.push(t.rangeLine(basisText(), figureText(row.total)));
  return lines;
}

export const markLabel = (row: MunicipalityRow, kind: ShownKind, shown: Language): string =>
  [spokenName(row.name), row.province, ...figureLines(row, kind, shown)].join(', ');

/** Named are the sources of the most numbers, and of the others how many there are. */
const namedSources = 3;

/** Who printed the shown figures and when, those of the most figures first. */
function printsText(): string {
  const t = texts.value.pictures;
  const shown = language.value;
  const counts = new Map<string, number>();
  for (const { published } of result.value?.municipalities ?? []) {
    if (published === null) continue;
    const by = printedBy(published, (date) => day(date, shown), shown);
    counts.set(by, (counts.get(by) ?? 0) + 1);
  }
  const all = [...counts].sort(([, one], [, other]) => other - one);
  const others = all.slice(namedSources);
  const rest = others.reduce((sum, [, count]) => sum + count, 0);
  return [
    ...all.slice(0, namedSources).map(([by, count]) => t.printsOf(whole(count, shown), by)),
    ...(rest === 0 ? [] : [t.otherPrints(whole(rest, shown), whole(others.length, shown))]),
  ].join('; ');
}

/** Where the numbers of a picture come from. */
export function pictureSource(kind: ShownKind): string {
  const t = texts.value.pictures;
  const shown = language.value;
  const about = round.value.title[shown];
  if (kind === 'printed') return t.printedSource(about, printsText());
  if (round.value.invented) return t.inventedSource(about);
  const { population, scores } = round.value;
  const own = result.value?.basis !== 'official';
  return own
    ? t.ownSource(about, basisText())
    : t.computedSource(
        about,
        chosenVintage(catalogue, population).title[shown],
        chosenVintage(catalogue, scores).title[shown],
      );
}
