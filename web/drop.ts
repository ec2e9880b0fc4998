/** Files dropped anywhere on the page; a view with a place of its own for them comes first. */
import { opening } from './dossier/work.ts';
import { openView } from './navigation.ts';
import { files, load } from './state.ts';

export function listenForDrops(): void {
  // Without this a browser would leave the page and show the file.
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
  });
  document.addEventListener('drop', (event) => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    const before = { files: files.value, opening: opening.value };
    void load([...(event.dataTransfer?.files ?? [])]).then(() => {
      if (opening.value !== before.opening) openView('dossier', 'openen-titel');
      else if (files.value !== before.files) openView('input');
    });
  });
}
