/**
 * The report of a provincial table for Word: its tables, with room for the text that only people can
 * write. Every figure is one of the core's, written as the language writes it.
 */
import type { Cell } from '../files/csv-text.ts';
import type { Block, ReportDocument } from '../files/document.ts';
import { wordFile } from '../files/word.ts';
import { dayText } from '../words/day-text.ts';
import type { Language } from '../words/messages.ts';
import { decimal, whole } from '../words/number-text.ts';
import { provincialWords } from '../words/provincial-words.ts';
import { type ReportTable, type TableId, reportTables } from './report-tables.ts';
import type { ProvincialReport } from './report.ts';

function cellText(cell: Cell | undefined, language: Language): string {
  if (cell == null) return '';
  if (typeof cell === 'number') return whole(cell, language);
  if (typeof cell === 'object') return decimal(cell.decimal, language);
  return dayText(cell, language);
}

type Room = 'obstacles' | 'coa' | 'planning';

/** After which table there is room for running text, and about what; the public edition has no summary. */
const roomsAfter = (
  tables: readonly ReportTable[],
): Readonly<Partial<Record<TableId, Room[]>>> => ({
  ...(tables.some(({ id }) => id === 'summary')
    ? { summary: ['obstacles'], offers: ['coa'] }
    : { offers: ['obstacles', 'coa'] }),
  calendar: ['planning'],
});

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
  const rooms = roomsAfter(tables);
  const blocks = tables.flatMap((table, at): Block[] => {
    const isLast = tables[at + 1]?.id !== table.id;
    return [
      ...blocksOf(table, language),
      ...(isLast ? (rooms[table.id] ?? []) : []).flatMap((room): Block[] => [
        { kind: 'heading', text: w.word[room].title },
        { kind: 'text', text: w.word[room].room },
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
