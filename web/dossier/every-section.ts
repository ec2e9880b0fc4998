/** Every part of the page that has something in a dossier, each known before the history begins. */
import './page-sections.ts';
import '../state/selections.ts';
import '../state/what-if.ts';
import '../views/compare/sides.ts';
import '../views/provincial/section.ts';
