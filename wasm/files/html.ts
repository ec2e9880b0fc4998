/**
 * Tables of web pages, saved or copied. The page is taken apart as text by parse5, the same way in the
 * page and on the command line: no document is made of it, so nothing in it loads, runs or is styled,
 * and the browser's policy has nothing to refuse.
 */
import { type DefaultTreeAdapterTypes as Tree, html, parse } from 'parse5';
import { GridBuilder, collapsed, raised } from './grid.ts';
import type { Table, TableDocument } from './table.ts';

const { NS } = html;

const isElement = (node: Tree.Node): node is Tree.Element => 'tagName' in node;
const isText = (node: Tree.Node): node is Tree.TextNode => node.nodeName === '#text';
const children = (node: Tree.Node): readonly Tree.ChildNode[] =>
  'childNodes' in node ? node.childNodes : [];

const attribute = (element: Tree.Element, name: string): string | undefined =>
  element.attrs.find((known) => known.name === name)?.value;

const silent = new Set(['script', 'style', 'template', 'noscript', 'head', 'svg', 'math']);
const breaking = new Set(['br', 'p', 'div', 'li', 'tr', 'td', 'th', 'dt', 'dd', 'h1', 'h2', 'h3']);

/** The text below an element as a reader sees it; depth is no matter, a page can nest without end. */
function textOf(root: Tree.Node, skip: ReadonlySet<Tree.Node> = new Set()): string {
  let text = '';
  const waiting: { node: Tree.Node; high: boolean }[] = [{ node: root, high: false }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, high } = next;
    if (isText(node)) {
      text += high ? raised(node.value) : node.value;
      continue;
    }
    if (isElement(node)) {
      if (silent.has(node.tagName) || (node !== root && skip.has(node))) continue;
      if (breaking.has(node.tagName)) text += ' ';
    }
    const raisedNow = high || (isElement(node) && node.tagName === 'sup');
    const below = children(node);
    for (let at = below.length - 1; at >= 0; at -= 1) {
      const child = below[at];
      if (child !== undefined) waiting.push({ node: child, high: raisedNow });
    }
  }
  return collapsed(text);
}

/**
 * The number behind a cell, as Excel (`x:num`), LibreOffice (`sdval`) and Google
 * (`data-sheets-value`) put it beside the shown text, which may be rounded.
 */
function storedNumber(cell: Tree.Element, text: string): string | null {
  // Days are numbers too where they are stored: only what shows as a number is taken for one.
  if (!/^[-+−]?[\d.,'\s]*\d\s*%?$/.test(text)) return null;
  const google = /"1":3,"3":(-?[\d.eE+-]+)/.exec(attribute(cell, 'data-sheets-value') ?? '')?.[1];
  const stored = attribute(cell, 'x:num') ?? attribute(cell, 'sdval') ?? google;
  return stored === undefined || stored === '' || !Number.isFinite(Number(stored)) ? null : stored;
}

const span = (cell: Tree.Element, name: string): number => {
  const count = Number.parseInt(attribute(cell, name) ?? '1', 10);
  return Number.isNaN(count) || count < 0 ? 1 : Math.min(count, 65_534);
};

/** The rows of one table, those of its head first; rows of tables inside it are not its own. */
function rowsOf(table: Tree.Element): Tree.Element[] {
  const sections = {
    thead: [] as Tree.Element[],
    tbody: [] as Tree.Element[],
    tfoot: [] as Tree.Element[],
  };
  for (const child of children(table)) {
    if (!isElement(child)) continue;
    if (child.tagName === 'tr') sections.tbody.push(child);
    if (child.tagName === 'thead' || child.tagName === 'tbody' || child.tagName === 'tfoot')
      for (const row of children(child))
        if (isElement(row) && row.tagName === 'tr') sections[child.tagName].push(row);
  }
  return [...sections.thead, ...sections.tbody, ...sections.tfoot];
}

interface Found {
  readonly element: Tree.Element;
  /** The heading that stands before it. */
  readonly heading: string;
  inner: boolean;
}

/** All tables in the order of the page, each with the last heading or short paragraph before it. */
function findTables(root: Tree.Node): Found[] {
  const found: Found[] = [];
  const open: Found[] = [];
  let heading = '';
  const waiting: { node: Tree.Node; leave: boolean }[] = [{ node: root, leave: false }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, leave } = next;
    if (leave) {
      open.pop();
      continue;
    }
    if (isElement(node)) {
      if (silent.has(node.tagName)) continue;
      if (node.tagName === 'table' && node.namespaceURI === NS.HTML) {
        for (const outer of open) outer.inner = true;
        const entry = { element: node, heading, inner: false };
        found.push(entry);
        open.push(entry);
        heading = '';
        waiting.push({ node, leave: true });
      } else if (open.length === 0 && /^(h[1-6]|p|figcaption)$/.test(node.tagName)) {
        const text = textOf(node);
        if (text !== '' && text.length <= 200) heading = text;
      }
    }
    const below = children(node);
    for (let at = below.length - 1; at >= 0; at -= 1) {
      const child = below[at];
      if (child !== undefined) waiting.push({ node: child, leave: false });
    }
  }
  return found;
}

function tableOf({ element, heading }: Found, name: string): Table | null {
  const grid = new GridBuilder();
  let title = heading;
  for (const child of children(element))
    if (isElement(child) && child.tagName === 'caption') title = textOf(child) || title;
  for (const row of rowsOf(element)) {
    grid.beginRow();
    for (const cell of children(row)) {
      if (!isElement(cell) || (cell.tagName !== 'td' && cell.tagName !== 'th')) continue;
      const text = textOf(cell);
      grid.cell(text, storedNumber(cell, text), span(cell, 'colspan'), span(cell, 'rowspan'));
    }
    grid.endRow();
  }
  return grid.table(name, title);
}

/** @returns its tables; a table that only holds other tables is no table of data. May hold none. */
export function readHtml(text: string): TableDocument {
  const found = findTables(parse(text)).filter(({ inner }) => !inner);
  const tables: Table[] = [];
  for (const entry of found) {
    const table = tableOf(entry, `tabel ${tables.length + 1}`);
    if (table !== null) tables.push(table);
  }
  return { kind: 'html', tables };
}

/** The text of a page outside its tables, line by line: for a page that prints its figures without. */
export const pageText = (text: string): string => textOf(parse(text));
