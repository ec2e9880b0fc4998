/**
 * The report of a provincial table for Word: its tables, with room for the text that only people can
 * write. Every figure is one of the core's, written as the language writes it.
 */
import type { Cell } from '../files/csv-text.ts';
import type { Block, ReportDocument } from '../files/document.ts';
import { wordFile } from '../files/word.ts';
import { dayText } from '../words/day-text.ts';
import type { Language } from '../words/messages.ts';
import { provincialWords } from '../words/provincial-words.ts';
import { type ReportTable, type TableId, reportTables } from './report-tables.ts';
import type { ProvincialReport } from './report.ts';

const numbers: Readonly<Record<Language, Intl.NumberFormat>> = {
  nl: new Intl.NumberFormat('nl-NL'),
  en: new Intl.NumberFormat('en-GB'),
};

function cellText(cell: Cell | undefined, language: Language): string {
  if (cell == null) return '';
  if (typeof cell === 'number') return numbers[language].format(cell).replace('-', '−');
  if (typeof cell === 'object')
    return language === 'nl' ? cell.decimal.replace('.', ',') : cell.decimal;
  return dayText(cell, language);
}

/** After which table there is room for running text, and about what. */
const roomAfter: Readonly<Partial<Record<TableId, 'obstacles' | 'coa' | 'planning'>>> = {
  summary: 'obstacles',
  offers: 'coa',
  calendar: 'planning',
};

function blocksOf(table: ReportTable, language: Language): Block[] {
  return [
    { kind: 'heading', text: table.title },
    ...table.notes.map((text): Block => ({ kind: 'text', text })),
    {
      kind: 'table',
      caption: table.title,
      head: table.columns,
      rows: table.rows.map((row) => table.columns.map((_, at) => cellText(row[at], language))),
    },
  ];
}

export function reportDocument(report: ProvincialReport, language: Language): ReportDocument {
  const w = provincialWords(language);
  const tables = reportTables(report, language);
  const blocks = tables.flatMap((table, at): Block[] => {
    const room = tables[at + 1]?.id === table.id ? undefined : roomAfter[table.id];
    return [
      ...blocksOf(table, language),
      ...(room === undefined
        ? []
        : [
            { kind: 'heading' as const, text: w.word[room].title },
            { kind: 'text' as const, text: w.word[room].room },
          ]),
    ];
  });
  return {
    language,
    title: w.word.title(report.province),
    subtitle: w.word.subtitle(
      w.editions[report.edition],
      report.round,
      dayText(report.day, language),
    ),
    pages: [
      [
        ...(report.invented ? [{ kind: 'text' as const, text: w.lines.invented }] : []),
        { kind: 'text' as const, text: report.grounds[language] },
        ...blocks,
      ],
    ],
    foot: `${report.province}, ${w.editions[report.edition]}`,
    landscape: true,
  };
}

/** The bytes of the .docx: the same for the same report. */
export const reportWord = (report: ProvincialReport, language: Language): Uint8Array =>
  wordFile(reportDocument(report, language), report.day);
