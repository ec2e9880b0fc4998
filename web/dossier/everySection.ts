/** Every part of the page that has something in a dossier, each known before the history begins. */
import './pageSections.ts';
import '../selections.ts';
import '../what-if.ts';
import '../views/compare/sides.ts';
import '../views/provincial/section.ts';
