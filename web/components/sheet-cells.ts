/** What a sheet to type in is made of: its columns, its rows, and what a person changes in them. */
export interface SheetColumn {
  readonly id: string;
  readonly title: string;
  /** Stands above it together with its neighbours of the same group. */
  readonly group?: string;
  readonly number: boolean;
  readonly editable: boolean;
  /** Stays at the side when the other columns move; the first of a sheet only. */
  readonly stays?: boolean;
}

export interface SheetRow {
  readonly id: string;
  readonly cells: readonly string[];
  /** A row of sums: nothing in it is typed. */
  readonly isSum?: boolean;
  /** Per column what is wrong with the cell. */
  readonly wrong?: Readonly<Record<number, string>>;
}

export interface SheetChange {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}
