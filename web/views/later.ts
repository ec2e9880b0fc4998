/** Everything but the search box and what stands above it. */
import type { ComponentType } from 'preact';
import type { View } from '../state.ts';
import { CompareView } from './compare/CompareView.tsx';
import { CountryView } from './CountryView.tsx';
import { DossierView } from './DossierView.tsx';
import { HelpView } from './HelpView.tsx';
import { InputView } from './InputView.tsx';
import { ProvincialView } from './provincial/ProvincialView.tsx';
import { ReportView } from './ReportView.tsx';
import { ProofView } from './proof/ProofView.tsx';

export { Answer } from './Answer.tsx';
export { Footer } from './Footer.tsx';
export { PrintHeading } from './PrintHeading.tsx';

export const views: Readonly<Record<Exclude<View, 'municipality'>, ComponentType>> = {
  country: CountryView,
  compare: CompareView,
  table: ProvincialView,
  input: InputView,
  report: ReportView,
  proof: ProofView,
  dossier: DossierView,
  help: HelpView,
};
// Last, so that what a printed page leaves out has the last word.
import '../print.css';
