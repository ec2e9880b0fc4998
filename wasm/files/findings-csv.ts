/** Findings as a table, a row for each place, for people who work through them in a spreadsheet. */
import type { Finding } from '../contract/answers.ts';
import { type Cell, csvText } from './csv-text.ts';
import { type Language, eachPlace, findingText, severityWord } from '../words/messages.ts';

const headings: Record<Language, readonly string[]> = {
  nl: ['ernst', 'bestand', 'rij', 'kolom', 'cel', 'melding', 'wat_te_doen', 'code'],
  en: ['severity', 'file', 'row', 'column', 'cell', 'finding', 'what_to_do', 'code'],
};

export function findingsCsv(
  findings: readonly Finding[],
  language: Language,
  dialect: 'international' | 'nl',
): string {
  const rows = eachPlace(findings).map((finding): readonly Cell[] => {
    const { what, todo } = findingText(finding, language);
    return [
      severityWord(finding.severity, language),
      finding.file,
      finding.row === 0 ? null : finding.row,
      finding.column === 0 ? null : finding.column,
      finding.raw,
      what,
      todo,
      finding.code,
    ];
  });
  return csvText([headings[language], ...rows], dialect);
}
