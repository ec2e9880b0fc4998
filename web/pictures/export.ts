/** A picture as a file: SVG with its colours in it, PNG at twice the size, its numbers as CSV. */
import { saveFile } from '../page/save.ts';

const kept = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'paint-order',
] as const;
const namespace = 'http://www.w3.org/2000/svg';

export interface Frame {
  readonly title: string;
  readonly source: string;
}

/** Words in lines of at most so many characters. */
export function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1];
    if (last === undefined || last.length + 1 + word.length > most) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

function textLines(lines: readonly string[], top: number, size: number, bold: boolean): SVGElement {
  const group = document.createElementNS(namespace, 'g');
  const { color, fontFamily } = getComputedStyle(document.body);
  for (const [index, line] of lines.entries()) {
    const text = document.createElementNS(namespace, 'text');
    text.textContent = line;
    text.setAttribute('x', '16');
    text.setAttribute('y', String(top + (index + 1) * size * 1.35));
    text.setAttribute('font-size', String(size));
    text.setAttribute('font-family', fontFamily);
    text.setAttribute('fill', color);
    if (bold) text.setAttribute('font-weight', '700');
    group.append(text);
  }
  return group;
}

/** The picture by itself: as drawn, with its title above, its source below and every colour inside. */
export function svgFile(
  plane: SVGSVGElement,
  frame: Frame,
): { text: string; width: number; height: number } {
  const { width, height } = plane.viewBox.baseVal;
  const title = wrapped(frame.title, Math.floor(width / 9.5));
  const source = wrapped(frame.source, Math.floor(width / 5.6));
  const above = 20 + title.length * 18 * 1.35 + 12;
  const below = 16 + source.length * 11 * 1.35 + 12;
  const copy = plane.cloneNode(true) as SVGSVGElement;
  const originals = [plane, ...plane.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  for (const [index, element] of copies.entries()) {
    const original = originals[index];
    if (original === undefined) continue;
    const style = getComputedStyle(original);
    if (style.display === 'none') {
      element.remove();
      continue;
    }
    if (!(element instanceof SVGGElement) && element !== copy)
      for (const name of kept) element.setAttribute(name, style.getPropertyValue(name));
    // What is referred to keeps its name.
    if (element.closest('defs') !== null) continue;
    for (const name of ['class', 'id', 'role', 'tabindex', 'aria-hidden', 'aria-selected', 'style'])
      element.removeAttribute(name);
    for (const name of ['aria-label', 'aria-activedescendant']) {
      const label = element.getAttribute(name);
      element.removeAttribute(name);
      if (name !== 'aria-label' || label === null || element === copy) continue;
      const words = document.createElementNS(namespace, 'title');
      words.textContent = label;
      element.prepend(words);
    }
  }
  const outer = document.createElementNS(namespace, 'svg');
  const all = height + above + below;
  outer.setAttribute('viewBox', `0 0 ${width} ${all}`);
  outer.setAttribute('width', String(width));
  outer.setAttribute('height', String(all));
  const paper = document.createElementNS(namespace, 'rect');
  paper.setAttribute('width', String(width));
  paper.setAttribute('height', String(all));
  paper.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
  const body = document.createElementNS(namespace, 'g');
  body.setAttribute('transform', `translate(0 ${above})`);
  body.append(...copy.childNodes);
  outer.append(
    paper,
    textLines(title, 12, 18, true),
    body,
    textLines(source, above + height + 8, 11, false),
  );
  return { text: new XMLSerializer().serializeToString(outer), width, height: all };
}

/** @returns null where the browser cannot draw it */
export async function pngFile(svg: {
  text: string;
  width: number;
  height: number;
}): Promise<Blob | null> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg.text)}`;
  try {
    await image.decode();
  } catch {
    return null;
  }
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(2 * svg.width);
  canvas.height = Math.round(2 * svg.height);
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
}

export function saveSvg(plane: SVGSVGElement, frame: Frame, name: string): void {
  const { text } = svgFile(plane, frame);
  saveFile(`${name}.svg`, `<?xml version="1.0" encoding="UTF-8"?>\n${text}`, 'image/svg+xml');
}

export async function savePng(plane: SVGSVGElement, frame: Frame, name: string): Promise<boolean> {
  const png = await pngFile(svgFile(plane, frame));
  if (png !== null) saveFile(`${name}.png`, png, 'image/png');
  return png !== null;
}
