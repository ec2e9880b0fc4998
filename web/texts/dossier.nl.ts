/** Texts of the dossier in Dutch: keeping work, opening it again, and notes. */
import type { RefusalCode } from '../dossier/sections.ts';

export const dossier = {
  intro:
    'Een dossier is één bestand met alles wat u hier deed: de ronde, de gemeente, uw getallen, uw bestanden en uw notities. Deze pagina onthoudt zelf niets: wie straks verder wil, bewaart een dossier.',
  notesTitle: 'Notities',
  notesLabel: 'Uw notities bij dit werk',
  notesHint: 'Ze komen in het dossier en op papier. Ze gaan nergens anders heen.',
  saveTitle: 'Bewaren',
  withFiles: 'Neem mijn bestanden mee in het dossier',
  withFilesHint:
    'Zonder deze bestanden staan alleen hun naam en vingerafdruk (SHA-256) in het dossier.',
  save: 'Bewaar als dossier',
  saved: 'Het dossier is bewaard.',
  nothing: 'U heeft nog niets veranderd. De gekozen ronde en gemeente kunnen wel in een dossier.',
  openTitle: 'Openen',
  open: 'Kies een dossier, of sleep het op deze pagina',
  openHint: 'Een bestand met de naam spreidingswijzer-dossier-….json',
  paste: 'Of plak de inhoud van een dossier',
  pasteOpen: 'Open wat is geplakt',
  opened: (name: string) => `Dossier ${name} is geopend.`,
  openedUndo: 'Was dit niet de bedoeling? Kies “Ongedaan maken”.',
  missing: (names: string) =>
    `Deze bestanden zitten niet in het dossier. Laad ze opnieuw bij “Bestanden”: ${names}.`,
  unknown: (names: string) =>
    `Deze onderdelen kent deze versie van het programma niet; ze zijn niet geopend: ${names}.`,
  refused: (name: string) => `${name} is niet geopend; uw werk is niet veranderd.`,
  reasons: {
    too_large: () => 'Het bestand is groter dan een dossier ooit is.',
    unreadable: () => 'Het bestand is geen leesbare JSON. Misschien is het afgebroken of bewerkt.',
    other_format: () => 'Dit is geen dossier van Spreidingswijzer.',
    newer: (version: string) =>
      `Dit dossier (versie ${version}) is met een nieuwere Spreidingswijzer gemaakt. Open het daarmee.`,
    older: (version: string) => `Dit dossier (versie ${version}) is te oud voor deze versie.`,
    section_wrong: (section: string) =>
      `In het dossier staat iets dat niet kan, in het onderdeel “${section}”.`,
    table_differs: (name: string) =>
      `De tabel ${name} in het dossier is niet de tabel die in het document zelf staat. Het dossier is niet geopend.`,
    file_changed: (name: string) =>
      `Het bestand ${name} in het dossier past niet bij zijn vingerafdruk: het is na het bewaren veranderd.`,
  } satisfies Record<RefusalCode, (about: string) => string>,
  printTitle: 'Afdrukken',
  printText:
    'Elk onderdeel van de pagina is af te drukken, of te bewaren als PDF. Titel, datum, versie, vingerafdrukken en bronnen komen er vanzelf op.',
};
export type DossierTexts = typeof dossier;
