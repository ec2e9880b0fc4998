/** Frame of the page: start, menu, undo, print heading, offline. */
export const shell = {
  undo: 'Ongedaan maken',
  redo: 'Opnieuw doen',
  undone: 'De laatste stap is ongedaan gemaakt.',
  redone: 'De stap is opnieuw gedaan.',
  unsaved: 'Bewaar uw werk',
  startHint: 'Typ de naam van uw gemeente. Er is geen bestand en geen internet nodig.',
  tour: 'Korte rondleiding',
  next: 'Verder met deze gemeente',
  nextPrevious: (round: string) => `Zelfde gemeente in ${round}`,
  nextProvince: (province: string) => `${province} in de tabel van Nederland`,
  print: 'Afdrukken',
  outdated: (date: string) => `Gegevens tot ${date}, mogelijk verouderd.`,
  outdatedWhat:
    'Kijk of er een nieuwere uitgave van dit programma is, of een nieuwe bekendmaking in de Staatscourant.',
  printedOn: (date: string) => `Afgedrukt op ${date}`,
  version: 'Versie',
  inputs: 'Bestanden onder de cijfers (SHA-256)',
  sources: 'Bronnen',
  notes: 'Eigen notities',
  notesBrought: 'Notities, meegekomen in een dossier',
  dataUntil: (date: string) => `gegevens tot ${date}`,
};
export type ShellTexts = typeof shell;
