/** What a person selects and copies, or drags away: no text of a file starts a formula in a spreadsheet. */
import { guardedCell } from '../../wasm/files/csv-text.ts';

/** What is selected, within its table where it is a part of one; what is not seen is left out. */
function selected(range: Range): HTMLElement {
  const holder = document.createElement('div');
  let content: Node = range.cloneContents();
  const around = range.commonAncestorContainer;
  const element = around instanceof Element ? around : around.parentElement;
  const table = element?.closest('table');
  for (let at = element; table != null && at != null; at = at === table ? null : at.parentElement) {
    const outer = at.cloneNode(false);
    outer.appendChild(content);
    content = outer;
  }
  holder.append(content);
  for (const each of holder.querySelectorAll('script, style, .visually-hidden')) each.remove();
  return holder;
}

/** Puts the guard before a text that would start a formula: of each cell, or of all where there is none. */
function guard(holder: HTMLElement): boolean {
  const cells = holder.querySelectorAll('th, td');
  let isGuarded = false;
  for (const cell of cells.length === 0 ? [holder] : cells) {
    const text = cell.textContent;
    if (guardedCell(text) === text) continue;
    cell.prepend("'");
    isGuarded = true;
  }
  return isGuarded;
}

/** Nothing is touched where nothing has to be guarded: the browser copies as it always does. */
function take(event: ClipboardEvent | DragEvent, data: DataTransfer | null): void {
  const selection = getSelection();
  if (event.defaultPrevented || data === null || selection === null || selection.isCollapsed)
    return;
  const { target } = event;
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return;
  const parts = Array.from({ length: selection.rangeCount }, (_, at) =>
    selected(selection.getRangeAt(at)),
  );
  const areGuarded = parts.map(guard);
  if (!areGuarded.includes(true)) return;
  data.setData('text/html', parts.map((part) => part.innerHTML).join(''));
  const plain = selection.toString().replace(/[^\t\n]+/g, guardedCell);
  data.setData('text/plain', plain);
  if (event.type === 'copy') event.preventDefault();
}

/** Asked last: who hears of it before may have put there what has its guard. */
export function guardCopies(): void {
  addEventListener('copy', (event) => take(event, event.clipboardData));
  addEventListener('dragstart', (event) => {
    if (event.target instanceof Text) take(event, event.dataTransfer);
  });
}
