/** The answer for one municipality as a picture: its number, who says so, and what it is. */
import type { MunicipalityRow } from '../../../wasm/index.ts';
import { plainText } from '../../../wasm/words/plain-text.ts';
import { printedBy } from '../../../wasm/words/print-text.ts';
import { basisText, figureText } from '../../components/Figure.tsx';
import { today } from '../../dossier/work.ts';
import { day, whole } from '../../format.ts';
import { saveFile } from '../../page/save.ts';
import { pngFile, wrapped } from '../../pictures/export.ts';
import { language, round, texts } from '../../state/page.ts';
import { spokenName } from '../../state/search.ts';

const [width, height, left] = [1200, 630, 72];

interface Line {
  readonly text: string;
  readonly size: number;
  readonly colour: string;
  readonly bold: boolean;
}

const [ink, soft, accent, paper] = ['#1b211f', '#55605c', '#135e58', '#fdfcfa'];

function linesOf(row: MunicipalityRow): readonly Line[] {
  const t = texts.value;
  const shown = language.value;
  const print = row.published;
  const shownDay = (date: string): string => day(date, shown);
  const number = print === null ? figureText(row.total) : whole(print.places, shown);
  const source = print === null ? basisText() : printedBy(print, shownDay, shown);
  const of = t.answer.indicative(round.value.title[shown]);
  const several = (text: string, size: number, colour: string, bold = false): Line[] =>
    // Some 1.8 characters to the width of a letter's height.
    wrapped(text, (line) => line.length * size <= (width - 2 * left) * 1.8).map((line) => ({
      text: line,
      size,
      colour,
      bold,
    }));
  return [
    ...several(t.howMany(spokenName(row.name)), 48, ink, true),
    ...several(`${number} ${t.places}`, number.length > 8 ? 72 : 112, accent, true),
    ...several(`${source} · ${of}`, 30, ink),
    ...several(`${row.province} · ${whole(row.inhabitants, shown)} ${t.inhabitants}`, 26, soft),
    ...several(t.proof.pictureStanding, 26, soft),
    ...several(`${t.name}, ${day(today(), shown)}`, 22, soft),
  ];
}

/** As SVG, with a font that every computer has. */
export function municipalityPicture(row: MunicipalityRow): {
  text: string;
  width: number;
  height: number;
} {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const add = (name: string, attributes: Record<string, string | number>, content = ''): void => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [attribute, value] of Object.entries(attributes))
      element.setAttribute(attribute, String(value));
    element.textContent = plainText(content);
    svg.append(element);
  };
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(height));
  add('rect', { width, height, fill: paper });
  add('rect', { width: 16, height, fill: accent });
  const lines = linesOf(row);
  const tall = lines.reduce((sum, { size }) => sum + size * 1.4, 0);
  let y = (height - tall) / 2;
  for (const { text, size, colour, bold } of lines) {
    y += size * 1.4;
    add(
      'text',
      {
        x: left,
        y: Math.round(y - size * 0.3),
        fill: colour,
        'font-size': size,
        'font-family': 'Arial, Helvetica, sans-serif',
        'font-weight': bold ? 700 : 400,
      },
      text,
    );
  }
  return { text: new XMLSerializer().serializeToString(svg), width, height };
}

/** @returns false where the browser cannot draw it */
export async function savePicture(row: MunicipalityRow, as: 'svg' | 'png'): Promise<boolean> {
  const picture = municipalityPicture(row);
  const name = `spreidingswijzer-${round.value.id}-${row.code}.${as}`;
  if (as === 'svg') {
    saveFile(name, `<?xml version="1.0" encoding="UTF-8"?>\n${picture.text}`, 'image/svg+xml');
    return true;
  }
  const png = await pngFile(picture, 2);
  if (png !== null) saveFile(name, png, 'image/png');
  return png !== null;
}
