/** View of the annex for the council: existing places, preview on A4, and files to save. */
import { lookUp } from '../../../wasm/contract/look-up.ts';
import { existing, isExistingBrought } from '../../dossier/page-sections.ts';
import { today } from '../../dossier/work.ts';
import { openView } from '../../page/navigation.ts';
import { copyRichText } from './clipboard.ts';
import { reportDocument } from './contents.ts';
import type { Block, ReportDocument } from '../../../wasm/files/document.ts';
import { reportFacts } from './facts.ts';
import { plainText, richText, wordFile } from '../../../wasm/files/word.ts';
import { saveFile } from '../../page/save.ts';
import {
  announcement,
  catalogue,
  chosen,
  core,
  language,
  result,
  round,
  texts,
  broughtBy,
} from '../../state/page.ts';
import { WithSources } from '../../components/WithSources.tsx';
import { ExistingPlaces } from './ExistingPlaces.tsx';
import './report.css';

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return <h3 class="utrecht-heading-3">{block.text}</h3>;
    case 'text':
      return (
        <p>
          <WithSources text={block.text} />
        </p>
      );
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>
              <WithSources text={item} />
            </li>
          ))}
        </ul>
      );
    case 'table':
      return (
        <div class="sheet__table" role="group" aria-label={block.caption} tabIndex={0}>
          <table>
            <caption class="visually-hidden">{block.caption}</caption>
            <thead>
              <tr>
                {block.head.map((cell) => (
                  <th key={cell} scope="col">
                    {cell}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map(([first, ...rest]) => (
                <tr key={first}>
                  <th scope="row">{first}</th>
                  {rest.map((cell, index) => (
                    <td key={index}>
                      <WithSources text={cell} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
  }
}

/** The report as sheets of A4. */
function Sheets({ report }: { report: ReportDocument }) {
  return (
    <div class="sheets" lang={report.language} data-testid="bijlage">
      {report.pages.map((blocks, page) => (
        <div class="sheet" key={page}>
          {page === 0 && (
            <>
              <h2 class="utrecht-heading-2">{report.title}</h2>
              <p class="sheet__subtitle">{report.subtitle}</p>
            </>
          )}
          {blocks.map((block, index) => (
            <BlockView key={index} block={block} />
          ))}
          <p class="sheet__foot">
            {report.foot} {page + 1} / {report.pages.length}
          </p>
        </div>
      ))}
    </div>
  );
}

/** The annex for a council: only where a number is known. */
export function ReportView() {
  const t = texts.value;
  const row = chosen.value;
  const running = core.value;
  const current = result.value;
  if (row === null || running === null || current === null) {
    return (
      <div class="no-report">
        <p>{t.report.noneChosen}</p>
        <button
          type="button"
          class="utrecht-button utrecht-button--primary-action"
          onClick={() => {
            openView('municipality', 'zoek');
          }}
        >
          {t.report.chooseMunicipality}
        </button>
      </div>
    );
  }
  const facts = reportFacts({
    core: running,
    catalogue,
    round: round.value,
    result: current,
    row,
    existing: lookUp(existing.value, row.code),
    isExistingBrought: isExistingBrought(row.code),
  });
  if (facts === null) {
    return (
      <p class="utrecht-paragraph no-report" data-testid="geen-bijlage">
        {t.report.notOffered(row.name)}
      </p>
    );
  }
  const report = reportDocument(facts, {
    texts: t,
    language: language.value,
    catalogue,
    version: running.version(),
    today: today(),
    broughtBy: broughtBy.value,
  });
  return (
    <>
      <ExistingPlaces key={row.code} code={row.code} />
      <p class="buttons">
        <button
          type="button"
          class="utrecht-button utrecht-button--primary-action"
          onClick={() => {
            print();
          }}
        >
          {t.report.print}
        </button>
        <button
          type="button"
          class="utrecht-button utrecht-button--secondary-action"
          data-testid="kopieer-word"
          onClick={() => {
            void copyRichText(richText(report), plainText(report)).then((copied) => {
              announcement.value = copied ? t.report.copied : t.report.notCopied;
            });
          }}
        >
          {t.report.copy}
        </button>
        <button
          type="button"
          class="utrecht-button utrecht-button--secondary-action"
          data-testid="download-word"
          onClick={() => {
            saveFile(
              `bijlage-${row.code}-${round.value.id}.docx`,
              wordFile(report, today()) as Uint8Array<ArrayBuffer>,
              'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
            );
          }}
        >
          {t.report.word}
        </button>
      </p>
      <p class="visible-status" aria-hidden="true">
        {[t.report.copied, t.report.notCopied].includes(announcement.value)
          ? announcement.value
          : ''}
      </p>
      <section aria-label={t.report.preview}>
        <Sheets report={report} />
      </section>
    </>
  );
}
