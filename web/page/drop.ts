/** Files dropped anywhere on the page; a view with a place of its own for them comes first. */
import { opening } from '../dossier/work.ts';
import { openView } from './navigation.ts';
import { load, progress, refusals, reviews } from '../state/inputs.ts';
import { files } from '../state/page.ts';

export function listenForDrops(): void {
  // Without this a browser would leave the page and show the file.
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
  });
  document.addEventListener('drop', (event) => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    const before = {
      opening: opening.value,
      seen: [files.value, reviews.value, refusals.value] as const,
    };
    // What takes a while shows how far it is.
    setTimeout(() => {
      if (progress.value !== null) openView('input');
    }, 300);
    void load([...(event.dataTransfer?.files ?? [])]).then(() => {
      if (opening.value !== before.opening) openView('dossier', 'openen-titel');
      else if (
        [files.value, reviews.value, refusals.value].some((now, at) => now !== before.seen[at])
      )
        openView('input');
    });
  });
}
