/** Why a document cannot be read: a value, with a sentence for people. */
import type { Language } from '../words/messages.ts';

export type FormatFaultCode =
  | 'too_large'
  | 'old_excel'
  | 'encrypted'
  | 'binary_excel'
  | 'pdf'
  | 'word'
  | 'numbers'
  | 'zip_without_table'
  | 'broken'
  | 'no_table'
  | 'sheet_unknown';

export class FormatFault extends Error {
  constructor(
    readonly code: FormatFaultCode,
    readonly about = '',
  ) {
    super(code);
  }
}

const sentences: Record<Language, Record<FormatFaultCode, (about: string) => string>> = {
  nl: {
    too_large: () =>
      'Het bestand is te groot, of wat erin zit is veel groter dan het bestand zelf: meer dan 256 MB, 20 miljoen cellen, of 64 keer het bestand. Bewaar alleen de regels van gemeenten.',
    old_excel: () =>
      'Dit is een oud Excel-bestand (.xls). Open het in Excel en sla het op als “Excel-werkmap (.xlsx)”.',
    encrypted: () =>
      'Dit bestand is beveiligd met een wachtwoord. Open het in Excel of LibreOffice, haal het wachtwoord weg en sla het opnieuw op.',
    binary_excel: () =>
      'Dit is een binaire Excel-werkmap (.xlsb). Sla het op als “Excel-werkmap (.xlsx)”.',
    pdf: () =>
      'Dit is een PDF. Open hem, kopieer de tabel, plak die in een rekenblad of een tekstbestand (.txt), en kies dat bestand.',
    word: () =>
      'Dit is een Word-document. Open het, kopieer de tabel naar een rekenblad, sla dat op en kies dat bestand.',
    numbers: () =>
      'Dit is een bestand van Numbers. Kies in Numbers “Exporteer naar” en dan “Excel”, en kies dat bestand.',
    zip_without_table: () =>
      'Dit is een ingepakt bestand (ZIP) zonder rekenblad. Pak het uit en kies het bestand dat erin zit.',
    broken: () =>
      'Het bestand is beschadigd of niet compleet. Download het opnieuw, of open het in Excel en sla het opnieuw op.',
    no_table: () => 'Hier staat geen tabel in.',
    sheet_unknown: (about) =>
      `Dit blad is er niet. Er zijn: ${about}. Kies een van deze met --sheet.`,
  },
  en: {
    too_large: () =>
      'The file is too large, or what is in it is far larger than the file itself: more than 256 MB, 20 million cells, or 64 times the file. Keep only the rows of municipalities.',
    old_excel: () =>
      'This is an old Excel file (.xls). Open it in Excel and save it as “Excel Workbook (.xlsx)”.',
    encrypted: () =>
      'This file is protected with a password. Open it in Excel or LibreOffice, remove the password and save it again.',
    binary_excel: () =>
      'This is a binary Excel workbook (.xlsb). Save it as “Excel Workbook (.xlsx)”.',
    pdf: () =>
      'This is a PDF. Open it, copy the table, paste it into a spreadsheet or a text file (.txt), and choose that file.',
    word: () =>
      'This is a Word document. Open it, copy the table into a spreadsheet, save that and choose that file.',
    numbers: () =>
      'This is a file of Numbers. In Numbers choose “Export To” and then “Excel”, and choose that file.',
    zip_without_table: () =>
      'This is a packed file (ZIP) without a spreadsheet. Unpack it and choose the file inside.',
    broken: () =>
      'The file is damaged or incomplete. Download it again, or open it in Excel and save it again.',
    no_table: () => 'There is no table in it.',
    sheet_unknown: (about) =>
      `There is no such sheet. There are: ${about}. Choose one of these with --sheet.`,
  },
};

export const faultText = (fault: { code: FormatFaultCode; about: string }, language: Language) =>
  sentences[language][fault.code](fault.about);
