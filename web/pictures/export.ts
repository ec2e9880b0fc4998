/**
 * A picture as a file, complete by itself: its finding, how to read it, its legend, the picture, where the
 * numbers are from and when it was made. SVG with its colours in it, PNG at two sizes. It is drawn as on a
 * wide screen, whatever the screen is.
 */
import { plainText } from '../../wasm/words/plain-text.ts';
import { saveFile } from '../page/save.ts';

const kept = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'stroke-linejoin',
  'stroke-linecap',
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
  readonly reading: string;
  readonly source: string;
  /** With what and when it was made. */
  readonly made: string;
}

/** Pixels per unit of a picture: for a page, and for print. */
export const pngScales = { page: 2, print: 4 } as const;

const margin = 16;
const lineHeight = 1.35;

/** Words in lines that fit; a word that does not is a line of its own. */
export function wrapped(text: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1];
    if (last === undefined || !fits(`${last} ${word}`)) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

interface Letters {
  readonly size: number;
  readonly bold: boolean;
}
const letters = {
  title: { size: 18, bold: true },
  reading: { size: 12, bold: false },
  legend: { size: 12, bold: false },
  source: { size: 11, bold: false },
} satisfies Record<string, Letters>;

/** How wide a line is in the letters of the page, with room for those of another machine. */
function widthOf(line: string, { size, bold }: Letters): number {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return line.length * size * 0.7;
  context.font = `${bold ? 700 : 400} ${size}px ${getComputedStyle(document.body).fontFamily}`;
  return context.measureText(line).width * 1.1;
}

function element(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(namespace, name);
  for (const [each, value] of Object.entries(attributes)) made.setAttribute(each, String(value));
  return made;
}

function textAt(words: string, x: number, y: number, { size, bold }: Letters): SVGElement {
  const { color, fontFamily } = getComputedStyle(document.body);
  const text = element('text', {
    x,
    y,
    'font-size': size,
    'font-family': fontFamily,
    fill: color,
    ...(bold ? { 'font-weight': 700 } : {}),
  });
  text.textContent = plainText(words);
  return text;
}

/** Something drawn from the top, and how high it is. */
interface Part {
  readonly height: number;
  readonly draw: (top: number) => SVGElement;
}

function paragraph(words: string, width: number, of: Letters): Part {
  const fits = (line: string): boolean => widthOf(line, of) <= width - 2 * margin;
  const lines = words === '' ? [] : wrapped(words, fits);
  const step = of.size * lineHeight;
  return {
    height: lines.length * step,
    draw: (top) => {
      const group = element('g', {});
      for (const [at, line] of lines.entries())
        group.append(textAt(line, margin, top + (at + 0.8) * step, of));
      return group;
    },
  };
}

/** The legend of the page, each entry with its colour, in as many rows as it takes. */
function legendPart(legend: Element | null, width: number): Part {
  const of = letters.legend;
  const row = of.size * 1.6;
  const entries = [...(legend?.querySelectorAll('dt, dd, li') ?? [])].map((entry) => {
    const dot = entry.querySelector('.mark');
    const look = dot === null ? null : getComputedStyle(dot);
    const words = entry.textContent.trim();
    return { words, look, bold: look === null, room: look === null ? 0 : 18 };
  });
  let [x, line] = [margin, 0];
  const placed = entries.map((entry) => {
    const wide = entry.room + widthOf(entry.words, { ...of, bold: entry.bold });
    if (x > margin && x + wide > width - margin) [x, line] = [margin, line + 1];
    const at = { ...entry, x, line };
    x += wide + 14;
    return at;
  });
  return {
    height: entries.length === 0 ? 0 : (line + 1) * row,
    draw: (top) => {
      const group = element('g', {});
      for (const { words, look, bold, room, x: left, line: at } of placed) {
        const base = top + (at + 0.7) * row;
        if (look !== null)
          group.append(
            element('circle', {
              cx: left + 6,
              cy: base - of.size * 0.35,
              r: 6,
              fill: look.fill.startsWith('url') ? 'url(#hatch)' : look.fill,
              stroke: look.stroke,
              'stroke-width': 0.75,
            }),
          );
        group.append(textAt(words, left + room, base, { ...of, bold }));
      }
      return group;
    },
  };
}

/** The plane with every style written into it. */
function painted(plane: SVGSVGElement, width: number): SVGElement[] {
  // Beside the picture, at its own size: styles that follow the room it has give those of much room.
  const holder = document.createElement('div');
  holder.className = plane.parentElement?.className ?? '';
  Object.assign(holder.style, {
    position: 'fixed',
    insetInlineStart: '-10000px',
    inlineSize: `${width}px`,
  });
  const copy = plane.cloneNode(true) as SVGSVGElement;
  holder.append(copy);
  plane.parentElement?.after(holder);
  try {
    const all = [...copy.querySelectorAll<SVGElement>('*')];
    const looks = all.map((each) => {
      const style = getComputedStyle(each);
      return {
        hidden: style.display === 'none' || each.classList.contains('chart__active'),
        values: kept.map((name) => [name, style.getPropertyValue(name)] as const),
      };
    });
    for (const [at, each] of all.entries()) {
      const look = looks[at];
      if (look === undefined || look.hidden) {
        each.remove();
        continue;
      }
      if (!(each instanceof SVGGElement))
        for (const [name, value] of look.values) each.setAttribute(name, value);
      // What is referred to keeps its name.
      if (each.closest('defs') !== null) continue;
      for (const name of [
        'class',
        'id',
        'role',
        'tabindex',
        'aria-hidden',
        'aria-selected',
        'style',
      ])
        each.removeAttribute(name);
      const label = each.getAttribute('aria-label');
      each.removeAttribute('aria-label');
      if (label === null) continue;
      const words = element('title', {});
      words.textContent = label;
      each.prepend(words);
    }
    return [...copy.children] as SVGElement[];
  } finally {
    holder.remove();
  }
}

export interface SvgFile {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

/** The picture by itself. @param figure  what holds the plane, and its legend where it has one */
export function svgFile(figure: Element, plane: SVGSVGElement, frame: Frame): SvgFile {
  const { width, height } = plane.viewBox.baseVal;
  const drawn = painted(plane, width);
  const body: Part = {
    height,
    draw: (top) => {
      const group = element('g', { transform: `translate(0 ${top})` });
      group.append(...drawn);
      return group;
    },
  };
  const outer = element('svg', {});
  let top = 10;
  const parts: SVGElement[] = [];
  for (const part of [
    paragraph(frame.title, width, letters.title),
    paragraph(frame.reading, width, letters.reading),
    legendPart(figure.querySelector('.legend'), width),
    body,
    paragraph(frame.source, width, letters.source),
    paragraph(frame.made, width, letters.source),
  ]) {
    if (part.height === 0) continue;
    parts.push(part.draw(top));
    top += part.height + 6;
  }
  const all = Math.ceil(top + 6);
  outer.setAttribute('viewBox', `0 0 ${width} ${all}`);
  outer.setAttribute('width', String(width));
  outer.setAttribute('height', String(all));
  const paper = getComputedStyle(document.body).backgroundColor;
  outer.append(element('rect', { width, height: all, fill: paper }), ...parts);
  return { text: new XMLSerializer().serializeToString(outer), width, height: all };
}

/** @returns null where the browser cannot draw it */
export async function pngFile(svg: SvgFile, scale: number): Promise<Blob | null> {
  const image = new Image();
  // At its own size a browser would draw it first and enlarge that.
  const enlarged = svg.text.replace(
    / width="\d+" height="\d+"/,
    ` width="${scale * svg.width}" height="${scale * svg.height}"`,
  );
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(enlarged)}`;
  try {
    await image.decode();
  } catch {
    return null;
  }
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(scale * svg.width);
  canvas.height = Math.round(scale * svg.height);
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
}

export function saveSvg({ text }: SvgFile, name: string): void {
  saveFile(`${name}.svg`, `<?xml version="1.0" encoding="UTF-8"?>\n${text}`, 'image/svg+xml');
}

export async function savePng(svg: SvgFile, scale: number, name: string): Promise<boolean> {
  const png = await pngFile(svg, scale);
  if (png !== null) saveFile(`${name}.png`, png, 'image/png');
  return png !== null;
}
