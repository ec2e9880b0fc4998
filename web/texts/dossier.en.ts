/** Texts of the dossier in English: keeping work, opening it again, and notes. */
import type { DossierTexts } from './dossier.nl.ts';

export const dossier: DossierTexts = {
  intro:
    'A dossier is one file with everything you did here: the round, the municipality, your numbers, your files and your notes. The page itself remembers nothing: to go on later, keep a dossier.',
  notesTitle: 'Notes',
  notesLabel: 'Your notes on this work',
  notesHint: 'They go into the dossier and onto paper, and nowhere else.',
  saveTitle: 'Keep',
  withFiles: 'Take my files along in the dossier',
  withFilesHint:
    'Without them the dossier holds only the name and fingerprint (SHA-256) of each file.',
  save: 'Keep as a dossier',
  saved: 'The dossier is kept.',
  nothing: 'You have changed nothing yet. The chosen round and municipality can go into a dossier.',
  openTitle: 'Open',
  open: 'Choose a dossier, or drop it on this page',
  openHint: 'A file named spreidingswijzer-dossier-….json',
  paste: 'Or paste the contents of a dossier',
  pasteOpen: 'Open what was pasted',
  opened: (name) => `Dossier ${name} is open.`,
  openedUndo: 'Not what you meant? Choose “Undo”.',
  missing: (names) =>
    `These files are not inside the dossier. Load them again under “Files”: ${names}.`,
  unknown: (names) =>
    `This version of the program does not know these parts; they were not opened: ${names}.`,
  refused: (name) => `${name} was not opened; your work has not changed.`,
  reasons: {
    too_large: () => 'The file is larger than a dossier ever is.',
    unreadable: () => 'The file is no readable JSON. It may have been cut off or edited.',
    other_format: () => 'This is no dossier of Spreidingswijzer.',
    newer: (version) =>
      `This dossier (version ${version}) was made with a newer Spreidingswijzer. Open it with that one.`,
    older: (version) => `This dossier (version ${version}) is too old for this version.`,
    section_wrong: (section) => `The dossier holds something impossible, in the part “${section}”.`,
    table_differs: (name) =>
      `The table ${name} in the dossier is not the table that is in the document itself. The dossier was not opened.`,
    file_changed: (name) =>
      `The file ${name} in the dossier does not fit its fingerprint: it was changed after it was kept.`,
  },
  printTitle: 'Print',
  printText:
    'Every part of the page can be printed, or kept as a PDF. Title, date, version, fingerprints and sources go along by themselves.',
};
