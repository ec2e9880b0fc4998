/** Going from one view to another; the focus goes along, so that the keyboard does too. */
import { type View, view } from '../state/page.ts';

/** @param focusOn  id of the element that takes the focus; the view's content when left out */
export function openView(name: View, focusOn = 'inhoud'): void {
  view.value = name;
  // After the view has been drawn.
  setTimeout(() => {
    const target = document.getElementById(focusOn);
    target?.focus();
    target?.scrollIntoView({ block: focusOn === 'inhoud' ? 'start' : 'center' });
  });
}
