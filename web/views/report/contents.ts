/** The council report as a document: two pages, in the order a council reads. */
import { type Catalogue, chosenVintage, fileName } from '../../../wasm/rounds/catalogue.ts';
import type { Language } from '../../../wasm/words/messages.ts';
import { day, decimal, whole } from '../../format.ts';
import type { Bringer } from '../../state/page.ts';
import type { Texts } from '../../texts/nl.ts';
import type { Block, ReportDocument } from '../../../wasm/files/document.ts';
import type { Founded, ReportFacts } from './facts.ts';

export interface Surroundings {
  readonly texts: Texts;
  readonly language: Language;
  readonly catalogue: Catalogue;
  readonly version: { readonly version: string; readonly commit: string };
  /** YYYY-MM-DD */
  readonly today: string;
  /** What brought a file that the figures rest on; null: the author loaded each. */
  readonly broughtBy: Bringer | null;
}

const text = (sentence: string): Block => ({ kind: 'text', text: sentence });
const heading = (title: string): Block => ({ kind: 'heading', text: title });

type Computed = keyof Texts['report']['own'];

/** On what a computed figure rests; what came along was not loaded by the author. */
function ownBasis(basis: Computed, { texts, broughtBy }: Surroundings): string {
  const { own } = texts.report;
  return broughtBy === null || basis === 'official'
    ? own[basis]
    : `${texts.brought.names[basis]}, ${texts.report.brought[broughtBy]}`;
}

function figureSentence({ row, figure }: ReportFacts, surroundings: Surroundings): string {
  const { texts, language, broughtBy } = surroundings;
  const t = texts.report;
  const places = whole(figure.places, language);
  if (figure.printed === null)
    return broughtBy === null || figure.basis === 'official'
      ? t.keyComputed[figure.basis](row.name, places)
      : t.keyBrought(row.name, places, t.brought[broughtBy]);
  const { source, date } = figure.printed;
  const sentence = figure.basis === 'published' ? t.keyPublished : t.keyReported;
  return sentence(row.name, places, source, day(date, language));
}

function keyMessage(facts: ReportFacts, surroundings: Surroundings): Block[] {
  const { report: t, standing } = surroundings.texts;
  const [first, second] = facts.round.covers;
  // Said once what kind of number it is: an own sum is not the minister's.
  const kind = facts.figure.basis === 'own_input' ? t.keyOwn : standing;
  return [
    heading(t.keyMessage),
    ...(facts.round.invented ? [text(t.invented)] : []),
    text([figureSentence(facts, surroundings), kind, t.keyPeriod(first, second)].join(' ')),
  ];
}

function figures(facts: ReportFacts, surroundings: Surroundings): Block[] {
  const { texts, language, today } = surroundings;
  const t = texts.report;
  const { figure, round, province, previous, previousRound, row, result } = facts;
  const { provinceDerived, minorsFollowing } = facts;
  const line = (what: string, places: number | null, of: Founded | null): string[] => [
    what,
    places === null ? t.unknown : whole(places, language),
    ...(of === null || places === null
      ? ['–', '–']
      : of.printed === null
        ? [ownBasis(of.basis, surroundings), day(today, language)]
        : [of.printed.source, day(of.printed.date, language)]),
  ];
  const disputed = figure.printed?.disputed ?? '';
  return [
    heading(t.figures),
    {
      kind: 'table',
      caption: t.figures,
      head: t.figuresHead,
      rows: [
        line(figure.basis === 'own_input' ? t.ownShare : t.share, figure.places, figure),
        figure.minors === null && minorsFollowing !== null
          ? [t.minors, whole(minorsFollowing, language), t.minorsFollow, '–']
          : line(t.minors, figure.minors, figure),
        ...(previousRound === null
          ? []
          : [line(t.previous(previousRound.title[language]), previous?.places ?? null, previous)]),
        province === null && provinceDerived !== null
          ? [
              t.province(row.province),
              whole(provinceDerived, language),
              t.derived,
              day(today, language),
            ]
          : line(t.province(row.province), province?.places ?? null, province),
        [
          t.country,
          whole(result.need, language),
          ...(result.need === round.need.places
            ? [round.need.source, day(round.need.date, language)]
            : [t.own.own_input, day(today, language)]),
        ],
      ],
    },
    ...(disputed === '' ? [] : [text(`${t.disputed} ${disputed}`)]),
  ];
}

function existingPlaces(
  { existing, isExistingBrought = false }: ReportFacts,
  { texts, language }: Surroundings,
): Block[] {
  const t = texts.report;
  const remark = existing?.remark.trim() ?? '';
  const said = [
    ...(isExistingBrought ? [t.existingBrought] : []),
    ...(existing?.places === undefined ? [] : [t.existingCount(whole(existing.places, language))]),
    ...(remark === '' ? [] : [remark]),
  ];
  return [
    heading(t.existing),
    text(`${said.length === 0 ? t.existingNone : said.join(' ')} ${t.existingApart}`),
  ];
}

function planning({ round }: ReportFacts, { texts, language }: Surroundings): Block[] {
  const t = texts.report;
  if (round.deadlines.length === 0) return [];
  return [
    heading(t.planning),
    {
      kind: 'table',
      caption: t.planning,
      head: t.planningHead,
      rows: round.deadlines.map(({ what, legal, date, note }) => [
        t.deadlines[what],
        day(legal, language),
        day(date, language),
        note?.[language] ?? '',
      ]),
    },
  ];
}

function calculation(facts: ReportFacts, surroundings: Surroundings): Block[] {
  const { texts, language } = surroundings;
  const t = texts.report;
  const { computed, row, result, round } = facts;
  const inhabitants = whole(row.inhabitants, language);
  const opening = [heading(t.calculation), text(t.calculationWords)];
  if (computed === null) {
    const date = day(`${round.population.year}-01-01`, language);
    return [...opening, text(t.calculationNone(inhabitants, date))];
  }
  const weight = decimal(computed.weight, language);
  const share = decimal(computed.share.decimal, language);
  const country = whole(result.totals.inhabitants, language);
  const allWeights = decimal(computed.totalWeight, language);
  return [
    ...opening,
    {
      kind: 'table',
      caption: t.calculation,
      head: t.calculationHead,
      rows: [
        [
          t.weight,
          `(1 + ${decimal(computed.score, language)}) × ${inhabitants} ÷ ${country}`,
          weight,
        ],
        [t.shareStep, `${whole(result.need, language)} × ${weight} ÷ ${allWeights}`, share],
        [t.rounded, share, whole(computed.places, language)],
      ],
    },
    text(t.calculationBasis(ownBasis(computed.basis, surroundings))),
  ];
}

function sources(facts: ReportFacts, { texts, language, catalogue }: Surroundings): Block[] {
  const t = texts.report;
  const { figure, round, result } = facts;
  // Without a computation of our own, the score takes no part in anything printed here.
  const used = facts.computed === null ? [result.population] : [result.population, result.scores];
  const bundled = [round.population, round.scores]
    .map((choice) => chosenVintage(catalogue, choice))
    .filter((vintage) => used.some(({ file }) => file === fileName(vintage)));
  return [
    heading(t.sources),
    {
      kind: 'list',
      items: [
        ...(figure.printed === null
          ? []
          : [
              `${figure.printed.source}, ${day(figure.printed.date, language)}: ${figure.printed.url}`,
            ]),
        ...round.sources.map(({ title, date, url }) => `${title}, ${day(date, language)}: ${url}`),
        ...bundled.map(
          ({ title, licence }) => `${title[language]}. ${licence.attribution} (${licence.name})`,
        ),
        ...used.map(({ file, sha256 }) => t.fingerprint(file, sha256)),
      ],
    },
  ];
}

export function reportDocument(facts: ReportFacts, surroundings: Surroundings): ReportDocument {
  const { texts, language, version, today, catalogue } = surroundings;
  const t = texts.report;
  return {
    language,
    title: t.title,
    subtitle: t.subtitle(facts.row.name, facts.round.title[language].toLowerCase()),
    pages: [
      [
        ...keyMessage(facts, surroundings),
        ...figures(facts, surroundings),
        ...existingPlaces(facts, surroundings),
        ...planning(facts, surroundings),
      ],
      [
        heading(t.council),
        { kind: 'list', items: t.councilDoes },
        ...calculation(facts, surroundings),
        ...sources(facts, surroundings),
      ],
    ],
    foot: t.foot(
      version.version,
      version.commit,
      day(today, language),
      day(catalogue.dataUntil, language),
    ),
  };
}
