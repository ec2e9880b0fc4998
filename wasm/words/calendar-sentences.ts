/** The steps of a round in words, in both languages: for the page, the command line and the calendar file. */
import type { CycleStep, Milestone } from '../contract/answers.ts';
import type { Language } from './messages.ts';

export interface StepText {
  readonly name: string;
  /** What the law says of the day, in a sentence. */
  readonly rule: string;
  /** The article, as people cite it. */
  readonly article: string;
}

const steps: Record<Language, Record<CycleStep, StepText>> = {
  nl: {
    estimate: {
      name: 'Capaciteitsraming en indicatieve verdeling',
      rule: 'De minister maakt de raming bekend vóór 1 februari, eens per twee jaar.',
      article: 'Wet, artikelen 2 en 3',
    },
    report: {
      name: 'Verslag van de commissaris van de Koning',
      rule: 'De commissaris stuurt het verslag vóór 1 november van dat jaar.',
      article: 'Wet, artikel 4, tweede lid',
    },
    decision: {
      name: 'Verdeelbesluit',
      rule: 'De minister neemt het verdeelbesluit vóór 31 december van dat jaar.',
      article: 'Wet, artikel 5, eerste lid',
    },
    publication: {
      name: 'Bekendmaking van het verdeelbesluit',
      rule: 'De wet noemt geen dag. Zolang die niet bekend is, rekenen wij met de dag van het besluit.',
      article: 'Wet, artikel 7, eerste lid',
    },
    available: {
      name: 'Locaties beschikbaar voor COA',
      rule: 'Binnen zes maanden na de bekendmaking, of binnen de langere termijn in het verdeelbesluit.',
      article: 'Wet, artikel 7, eerste lid, onder a',
    },
    period_start: {
      name: 'Begin van de twee kalenderjaren',
      rule: 'Het verdeelbesluit geldt voor de twee kalenderjaren die volgen.',
      article: 'Wet, artikel 5, eerste lid',
    },
    grant_payment: {
      name: 'Betaling uitkering bijzondere en duurzame plekken',
      rule: 'In de eerste juni of november nadat aan de voorwaarden is voldaan; wij rekenen vanaf de dag waarop alle locaties er moeten zijn.',
      article: 'Regeling, artikelen 6 tot en met 9',
    },
    next_estimate: {
      name: 'Volgende capaciteitsraming',
      rule: 'Twee jaar later, weer vóór 1 februari.',
      article: 'Wet, artikel 2',
    },
    grant_request: {
      name: 'Laatste dag voor het verzoek om de uitkering voor duurzame plekken',
      rule: 'Vóór het begin van een nieuwe cyclus; wij lezen dat als de volgende raming.',
      article: 'Regeling, artikelen 3 tot en met 5',
    },
    period_end: {
      name: 'Einde van de twee kalenderjaren',
      rule: 'Het verdeelbesluit geldt voor de twee kalenderjaren die volgen.',
      article: 'Wet, artikel 5, eerste lid',
    },
    surplus_payment: {
      name: 'Betaling uitkering 75%-regel',
      rule: 'In de eerste juni of november na de twee jaren.',
      article: 'Wet, artikel 9, derde lid; Regeling, artikelen 6 tot en met 9',
    },
    accounting: {
      name: 'Verantwoording van de uitkeringen',
      rule: 'Uiterlijk 15 juli van het jaar na het laatste van de twee jaren.',
      article: 'Regeling, artikelen 6 tot en met 9',
    },
    settlement: {
      name: 'Vaststelling van de uitkeringen',
      rule: 'Uiterlijk 31 december van het jaar van de verantwoording.',
      article: 'Regeling, artikel 8',
    },
  },
  en: {
    estimate: {
      name: 'Capacity estimate and indicative shares',
      rule: 'The minister publishes the estimate before 1 February, once every two years.',
      article: 'Act, articles 2 and 3',
    },
    report: {
      name: 'Report of the King’s Commissioner',
      rule: 'The Commissioner sends the report before 1 November of that year.',
      article: 'Act, article 4, second paragraph',
    },
    decision: {
      name: 'Distribution decision',
      rule: 'The minister takes the decision before 31 December of that year.',
      article: 'Act, article 5, first paragraph',
    },
    publication: {
      name: 'Publication of the distribution decision',
      rule: 'The law names no day. Until it is known we count from the day of the decision.',
      article: 'Act, article 7, first paragraph',
    },
    available: {
      name: 'Locations available to COA',
      rule: 'Within six months after publication, or the longer term that the decision states.',
      article: 'Act, article 7, first paragraph, under a',
    },
    period_start: {
      name: 'Start of the two calendar years',
      rule: 'The decision holds for the two calendar years that follow.',
      article: 'Act, article 5, first paragraph',
    },
    grant_payment: {
      name: 'Payment of the grants for special and durable places',
      rule: 'In the first June or November after the conditions are met; we count from the day on which all locations must be there.',
      article: 'Regulation, articles 6 to 9',
    },
    next_estimate: {
      name: 'Next capacity estimate',
      rule: 'Two years later, again before 1 February.',
      article: 'Act, article 2',
    },
    grant_request: {
      name: 'Last day to ask for the grant for durable places',
      rule: 'Before a new cycle starts; we read that as the next estimate.',
      article: 'Regulation, articles 3 to 5',
    },
    period_end: {
      name: 'End of the two calendar years',
      rule: 'The decision holds for the two calendar years that follow.',
      article: 'Act, article 5, first paragraph',
    },
    surplus_payment: {
      name: 'Payment of the grant of the 75% rule',
      rule: 'In the first June or November after the two years.',
      article: 'Act, article 9, third paragraph; regulation, articles 6 to 9',
    },
    accounting: {
      name: 'Accounting for the grants',
      rule: 'By 15 July of the year after the last of the two years.',
      article: 'Regulation, articles 6 to 9',
    },
    settlement: {
      name: 'Final decision on the grants',
      rule: 'By 31 December of the year of the accounting.',
      article: 'Regulation, article 8',
    },
  },
};

export const stepText = (step: CycleStep, language: Language): StepText => steps[language][step];

const statuses: Record<Language, Record<Milestone['status'], string>> = {
  nl: { done: 'gedaan', late: 'dag voorbij, niet afgemeld', to_come: 'komt nog' },
  en: { done: 'done', late: 'day has passed, not reported as done', to_come: 'to come' },
};
export const statusText = (status: Milestone['status'], language: Language): string =>
  statuses[language][status];
