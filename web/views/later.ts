/** Everything but the search box and what stands above it. */
import type { ComponentType } from 'preact';
import type { View } from '../state/page.ts';
import { CompareView } from './compare/CompareView.tsx';
import { CountryView } from './country/CountryView.tsx';
import { DossierView } from './dossier/DossierView.tsx';
import { HelpView } from './shell/HelpView.tsx';
import { InputView } from './input/InputView.tsx';
import { ProvincialView } from './provincial/ProvincialView.tsx';
import { ReportView } from './report/ReportView.tsx';
import { ProofView } from './proof/ProofView.tsx';

export { Answer } from './municipality/Answer.tsx';
export { Footer } from './shell/Footer.tsx';
export { PrintHeading } from './shell/PrintHeading.tsx';

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
import '../styles/print.css';
