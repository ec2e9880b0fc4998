/** Two published tables paired row by row, with the differences. */
import { fileName, printsOf } from '../../../wasm/rounds/catalogue.ts';
import { errorText } from '../../../wasm/words/messages.ts';
import { whole } from '../../format.ts';
import { catalogue, files, language, round, texts } from '../../state/page.ts';
import { Labelled } from '../../components/Labelled.tsx';
import { SmallTable } from '../../components/SmallTable.tsx';
import { SaveReceipt } from '../proof/SaveReceipt.tsx';
import { other, paired, pairedAsked, table } from './published.ts';
import { spokenName } from '../../state/search.ts';

/** The table that a person brought beside another one that was published, row by row. */
export function Pairs() {
  const t = texts.value.accountable;
  const shown = language.value;
  const answer = paired.value;
  const others = [
    ...files.value
      .filter(({ recognised }) => recognised.ok && recognised.result.kind === 'published')
      .map(({ name }) => ({ file: name, title: name })),
    ...printsOf(catalogue, round.value).map((vintage) => ({
      file: fileName(vintage),
      title: vintage.title[shown],
    })),
  ].filter(({ file }) => file !== table.value);
  const number = (value: number | null): string => (value === null ? '' : whole(value, shown));
  return (
    <section class="question" aria-labelledby="ernaast-titel" data-testid="ernaast">
      <h3 id="ernaast-titel" class="utrecht-heading-3">
        {t.pairs}
      </h3>
      {others.length === 0 ? (
        <p>{t.pairsNone(texts.value.viewNames.input)}</p>
      ) : (
        <Labelled for="andere-tabel" label={t.pairsOther}>
          <select
            id="andere-tabel"
            class="utrecht-select utrecht-select--html-select"
            value={other.value}
            onChange={(event) => {
              other.value = event.currentTarget.value;
            }}
          >
            <option value="">{t.pairsChoose}</option>
            {others.map(({ file, title }) => (
              <option key={file} value={file}>
                {title}
              </option>
            ))}
          </select>
        </Labelled>
      )}
      {answer?.ok === false && (
        <p class="field__error" role="alert">
          {t.tableFailed} {errorText(answer.error, shown)}
        </p>
      )}
      {answer?.ok === true && (
        <>
          <p role="status">
            <strong>
              {t.pairsEqual(whole(answer.result.equal, shown), whole(answer.result.paired, shown))}
            </strong>
          </p>
          <SmallTable
            label={t.pairs}
            testId="paren"
            columns={[
              t.compareColumns.name,
              { number: t.pairsOne },
              { number: t.pairsOther },
              { number: t.compareColumns.difference },
            ]}
          >
            {answer.result.rows.map((row, at) => (
              <tr key={at}>
                <th scope="row">{spokenName(row.name)}</th>
                <td class="number">{number(row.one)}</td>
                <td class="number">{number(row.other)}</td>
                <td class="number">{number(row.difference)}</td>
              </tr>
            ))}
          </SmallTable>
        </>
      )}
      {pairedAsked.value !== null && (
        <SaveReceipt
          operation="compareTables"
          parameters={pairedAsked.value}
          disabled={answer?.ok !== true}
        />
      )}
    </section>
  );
}
