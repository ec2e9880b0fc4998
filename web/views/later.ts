/** Everything but the search box and what stands above it. */
import type { ComponentType } from 'preact';
import type { Room } from '../state/page.ts';
import { CompareView } from './compare/CompareView.tsx';
import { CountryView } from './country/CountryView.tsx';
import { ProvincialView } from './provincial/ProvincialView.tsx';

export { Arrived, Stopped } from './input/Notices.tsx';
export { Answer } from './municipality/Answer.tsx';
export { Footer } from './shell/Footer.tsx';
export { PanelDialog } from './shell/PanelDialog.tsx';
export { PrintHeading } from './shell/PrintHeading.tsx';

export const views: Readonly<Record<Exclude<Room, 'municipality'>, ComponentType>> = {
  country: CountryView,
  compare: CompareView,
  table: ProvincialView,
};
// Last, so that what a printed page leaves out has the last word.
import '../styles/print.css';
