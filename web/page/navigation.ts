/** Going to a room, opening a panel and closing it; the focus goes along, so that the keyboard does too. */
import { type Panel, type View, isRoom, panel, show } from '../state/page.ts';
import { readLater } from './later.ts';

/** @returns whether it is there */
function focus(id: string): boolean {
  const target = document.getElementById(id);
  target?.focus({ preventScroll: true });
  target?.scrollIntoView({ block: ['inhoud', 'antwoord'].includes(id) ? 'start' : 'center' });
  return target !== null;
}

/** @param focusOn  id of the element that takes the focus; the room or panel itself when left out */
export function openView(name: View, focusOn = isRoom(name) ? 'inhoud' : 'paneel'): void {
  show(name);
  // After it has been drawn; a panel is not while the second script is still on its way.
  setTimeout(() => {
    if (!focus(focusOn)) void readLater().then(() => setTimeout(() => focus(focusOn)));
  });
}

/** What stands behind “Deel of bewaar”. */
export const shared: readonly Panel[] = ['share', 'report', 'proof', 'dossier'];

/** The button at the top that opens a panel. */
export const openerOf = (name: Panel): Panel => (shared.includes(name) ? 'share' : name);

/** Closes the panel; the focus is back where it was opened. */
export function closePanel(): void {
  const was = panel.value;
  if (was === null) return;
  panel.value = null;
  setTimeout(() => {
    document
      .querySelector<HTMLElement>(`.actions [data-view=${openerOf(was)}]`)
      ?.focus({ preventScroll: true });
  });
}
