/** The report on screen, on A4 and as files, in two editions. */
import { useEffect, useState } from 'preact/hooks';
import type { Edition, ProvincialWorkspace } from '../../../wasm/province/workspace.ts';
import { reportWord } from '../../../wasm/province/report-document.ts';
import { offersCsv, reportTables, reportWorkbook } from '../../../wasm/province/report-tables.ts';
import { provincialWords } from '../../../wasm/words/provincial-words.ts';
import { day } from '../../format.ts';
import { saveFile } from '../../page/save.ts';
import { language, texts } from '../../state/page.ts';
import { Labelled } from '../../components/Labelled.tsx';
import { Disclosure } from './Disclosure.tsx';
import { Table } from './ReportTable.tsx';
import { change, keepEdition, reportOf, today } from './state.ts';

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function Report(props: { of: ProvincialWorkspace }) {
  const t = texts.value.provincial;
  const w = provincialWords(language.value);
  const [edition, setEdition] = useState<Edition>('public');
  const { of } = props;
  const report = reportOf(edition);
  // Also by the browser's own command: what leaves the house is remembered.
  useEffect(() => {
    if (edition !== 'public') return undefined;
    addEventListener('beforeprint', keepEdition);
    return () => {
      removeEventListener('beforeprint', keepEdition);
    };
  }, [edition]);
  if (report === null) return null;
  const shown = language.value;
  const name = `verslag-${w.editions[edition]}-${today()}`;
  const tables = reportTables(report, shown);
  const openPoints = of.openPoints.join('\n');
  /** What leaves the house is remembered, so that no later edition tells by the difference. */
  const leaves = (): void => {
    if (edition === 'public') keepEdition();
  };
  return (
    <>
      <section class="section no-print" aria-labelledby="tafel-verslag-keuze">
        <h2 id="tafel-verslag-keuze" class="utrecht-heading-2">
          {t.report}
        </h2>
        <p class="intro">{t.reportIntro}</p>
        <fieldset class="provincial-checks">
          <legend>{t.edition}</legend>
          {(['public', 'confidential'] as const).map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="uitgave"
                value={each}
                checked={edition === each}
                onChange={() => {
                  setEdition(each);
                }}
              />{' '}
              {w.editions[each]}: {t.editions[each]}
            </label>
          ))}
        </fieldset>
        <Labelled for="tafel-open-punten" label={t.openPoints}>
          <textarea
            id="tafel-open-punten"
            class="utrecht-textbox"
            rows={3}
            value={openPoints}
            onChange={(event) => {
              change({
                openPoints: event.currentTarget.value
                  .split('\n')
                  .map((line) => line.trim())
                  .filter((line) => line !== ''),
              });
            }}
          />
        </Labelled>
        {edition === 'public' && <Disclosure of={of} />}
        <div class="provincial-actions">
          <button
            type="button"
            class="utrecht-button utrecht-button--primary-action"
            onClick={() => {
              window.print();
            }}
          >
            {t.print}
          </button>
          <button
            type="button"
            class="utrecht-button utrecht-button--secondary-action"
            data-testid="tafel-json"
            onClick={() => {
              leaves();
              saveFile(`${name}.json`, JSON.stringify(report, null, 2), 'application/json');
            }}
          >
            {t.saveAs('JSON')}
          </button>
          <button
            type="button"
            class="utrecht-button utrecht-button--secondary-action"
            onClick={() => {
              leaves();
              saveFile(
                `${name}.csv`,
                offersCsv(report, shown === 'nl' ? 'nl' : 'international'),
                'text/csv',
              );
            }}
          >
            {t.saveAs('CSV')}
          </button>
          <button
            type="button"
            class="utrecht-button utrecht-button--secondary-action"
            onClick={() => {
              leaves();
              saveFile(
                `${name}.xlsx`,
                reportWorkbook(report, shown) as Uint8Array<ArrayBuffer>,
                spreadsheet,
              );
            }}
          >
            {t.saveAs('.xlsx')}
          </button>
          <button
            type="button"
            class="utrecht-button utrecht-button--secondary-action"
            data-testid="tafel-word"
            onClick={() => {
              leaves();
              saveFile(
                `${name}.docx`,
                reportWord(report, shown) as Uint8Array<ArrayBuffer>,
                'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
              );
            }}
          >
            {t.saveAs('Word (.docx)')}
          </button>
        </div>
      </section>
      <article
        class="report-document"
        data-testid="tafel-verslag"
        aria-labelledby="tafel-verslag-titel"
      >
        <h2 id="tafel-verslag-titel" class="utrecht-heading-2">
          {t.reportTitle(report.province)}
        </h2>
        <p>
          {t.reportOf(w.editions[edition], report.round, day(report.day, shown))}
          {report.invented && <strong> {t.invented}</strong>}
        </p>
        <p>{report.grounds[shown]}</p>
        {tables.map((table, at) => (
          <Table key={`${table.id}-${at}`} table={table} testId={`verslag-${table.id}`} />
        ))}
      </article>
    </>
  );
}
