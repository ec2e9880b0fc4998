/** A table as a file or on the clipboard. */
import { useState } from 'preact/hooks';
import type { Cell } from '../../../wasm/files/csv-text.ts';
import { answered } from '../../state/second-core.ts';
import { saveFile } from '../../page/save.ts';
import { language, parameters, round, texts } from '../../state/page.ts';
import { sourceRows } from './sources.ts';
import { copyText, tabText } from '../../components/tab-text.ts';
import { workbook } from './workbook.ts';

export interface ShownTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly sum: readonly Cell[] | null;
}

export function Files(props: {
  by: 'municipality' | 'province';
  /** What is on screen now, sums last. */
  table: () => ShownTable;
}) {
  const t = texts.value;
  const c = t.country;
  const [said, setSaid] = useState('');
  const what = props.by === 'municipality' ? t.fileMunicipalities : t.fileProvinces;
  const name = `spreidingswijzer-${round.value.id}-${what}`;
  const saveCsv = async (dialect: 'international' | 'nl'): Promise<void> => {
    const wanted = { ...parameters.value, csv: { by: props.by, dialect } };
    const answer = await answered('allocate', wanted);
    const bytes = answer?.ok === true ? answer.columns.get('csv') : undefined;
    if (bytes instanceof Uint8Array)
      saveFile(
        `${name}${dialect === 'nl' ? '' : `-${t.internationalFile}`}.csv`,
        bytes as Uint8Array<ArrayBuffer>,
        'text/csv',
      );
  };
  const saveWorkbook = (): void => {
    const { columns, rows, sum } = props.table();
    const sheets = [
      {
        name: props.by === 'municipality' ? t.municipalities : t.provinces,
        columns,
        rows: sum === null ? rows : [...rows, sum],
        hasSum: sum !== null,
      },
      {
        name: t.footer.sources,
        columns: [c.sources.what, c.sources.value],
        rows: sourceRows(),
        hasSum: false,
      },
    ];
    saveFile(
      `${name}.xlsx`,
      workbook(sheets),
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    );
  };
  const copy = async (): Promise<void> => {
    const { columns, rows, sum } = props.table();
    const done = await copyText(
      tabText([columns, ...rows, ...(sum === null ? [] : [sum])], language.value),
    );
    setSaid(done ? c.copied : c.notCopied);
  };
  const button = (text: string, act: () => void) => (
    <button type="button" class="utrecht-button utrecht-button--secondary-action" onClick={act}>
      {text}
    </button>
  );
  return (
    <p class="buttons" role="group" aria-label={t.download}>
      <span>{t.download}:</span>
      {button(t.downloadDutch, () => {
        void saveCsv('nl');
      })}
      {button(t.downloadInternational, () => {
        void saveCsv('international');
      })}
      {button(c.xlsx, () => {
        saveWorkbook();
      })}
      {button(c.copy, () => {
        void copy();
      })}
      <span role="status" class="buttons__said">
        {said}
      </span>
    </p>
  );
}
