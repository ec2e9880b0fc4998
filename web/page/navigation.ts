/** Going to a room, opening a panel and closing it; the focus goes along, so that the keyboard does too. */
import { type Panel, type View, isRoom, panel, show } from '../state/page.ts';

/** @returns whether it is there */
function focus(id: string): boolean {
  const target = document.getElementById(id);
  target?.focus({ preventScroll: true });
  // A room begins where the page does: what leads to the other rooms stays in sight.
  if (id === 'inhoud') globalThis.scrollTo(0, 0);
  else target?.scrollIntoView({ block: id === 'antwoord' ? 'start' : 'center' });
  return target !== null;
}

/** Waits for what is not drawn yet: the second script may still be on its way. */
let waiting: MutationObserver | undefined;

/** @param focusOn  id of the element that takes the focus; the room or panel itself when left out */
export function openView(name: View, focusOn = isRoom(name) ? 'inhoud' : 'paneel'): void {
  show(name);
  waiting?.disconnect();
  // After it has been drawn.
  setTimeout(() => {
    if (focus(focusOn)) return;
    const was = document.activeElement;
    waiting = new MutationObserver((_, own) => {
      // Whoever has gone on to something else meanwhile is left there.
      if (document.activeElement !== was || focus(focusOn)) own.disconnect();
    });
    waiting.observe(document.body, { childList: true, subtree: true });
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
  waiting?.disconnect();
  panel.value = null;
  setTimeout(() => {
    document
      .querySelector<HTMLElement>(`.actions [data-view=${openerOf(was)}]`)
      ?.focus({ preventScroll: true });
  });
}
