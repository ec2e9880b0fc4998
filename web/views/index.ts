/** The views of the page, in the order of the navigation. Each is one component in this folder. */
import type { ComponentType } from 'preact';
import type { View } from '../state.ts';
import { CompareView } from './compare/CompareView.tsx';
import { CountryView } from './CountryView.tsx';
import { DossierView } from './DossierView.tsx';
import { HelpView } from './HelpView.tsx';
import { InputView } from './InputView.tsx';
import { MunicipalityView } from './MunicipalityView.tsx';
import { ProvincialView } from './provincial/ProvincialView.tsx';
import { ReportView } from './ReportView.tsx';
import { ProofView } from './proof/ProofView.tsx';

export const views: Readonly<Record<View, ComponentType>> = {
  municipality: MunicipalityView,
  country: CountryView,
  compare: CompareView,
  table: ProvincialView,
  input: InputView,
  report: ReportView,
  proof: ProofView,
  dossier: DossierView,
  help: HelpView,
};
