/** A document as headings, sentences, lists and tables: one text for screen, paper, clipboard and Word. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

export interface ReportDocument {
  readonly language: 'nl' | 'en';
  readonly title: string;
  readonly subtitle: string;
  /** Each page fits on one sheet of A4. */
  readonly pages: readonly (readonly Block[])[];
  /** At the foot of every page. */
  readonly foot: string;
  /** Wide tables: the sheets lie on their side. */
  readonly landscape?: boolean;
}
