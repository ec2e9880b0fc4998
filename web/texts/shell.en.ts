/** Texts of the frame of the page in English: start, menu, undo, print heading. */
import type { ShellTexts } from './shell.nl.ts';

export const shell: ShellTexts = {
  undo: 'Undo',
  redo: 'Redo',
  undone: 'The last step is undone.',
  redone: 'The step is done again.',
  unsaved: 'Keep your work',
  startHint: 'Type the name of your municipality. No file and no internet are needed.',
  tour: 'Short tour',
  next: 'More about this municipality',
  nextPrevious: (round) => `Same municipality in the ${round}`,
  nextProvince: (province) => `${province} in the table of the country`,
  print: 'Print',
  outdated: (date) => `Data until ${date}, possibly outdated.`,
  outdatedWhat:
    'See whether there is a newer edition of this program, or a new publication in the Staatscourant.',
  printedOn: (date) => `Printed on ${date}`,
  version: 'Version',
  inputs: 'Files under the figures (SHA-256)',
  sources: 'Sources',
  notes: 'Own notes',
  notesBrought: 'Notes, came in a dossier',
  dataUntil: (date) => `data until ${date}`,
};
