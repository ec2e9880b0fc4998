/** Files dropped anywhere on the page; a place of its own for them comes first. */
import { opening } from '../dossier/work.ts';
import { openView } from './navigation.ts';
import { load, refusals, reviews } from '../state/inputs.ts';

/** Takes files in, and opens what a person has to look at; what came is said where he is. */
export async function takeIn(given: Iterable<File>): Promise<void> {
  const before = [opening.value, reviews.value, refusals.value] as const;
  await load(given);
  if (opening.value !== before[0]) openView('dossier', 'openen-titel');
  else if (reviews.value !== before[1] || refusals.value.some((one) => !before[2].includes(one)))
    openView('input');
}

export function listenForDrops(): void {
  // Without this a browser would leave the page and show the file.
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
  });
  document.addEventListener('drop', (event) => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    void takeIn([...(event.dataTransfer?.files ?? [])]);
  });
}
