/** What shows that a round rests on the inputs that it is said to: its printed table recomputed with all there are. */
import { useMemo, useState } from 'preact/hooks';
import {
  changesFile,
  fileName,
  fullestPrint,
  roundParameters,
} from '../../../wasm/rounds/catalogue.ts';
import { fitText, missesText, untriedText } from '../../../wasm/words/evidence-text.ts';
import { SmallTable } from '../../components/SmallTable.tsx';
import { decimal, whole } from '../../format.ts';
import { useAnswer } from '../../state/second-core.ts';
import { catalogue, language, round, texts } from '../../state/page.ts';
import { vintageName } from './Certainty.tsx';

function Ranking() {
  const t = texts.value;
  const a = t.answer;
  const shown = language.value;
  const print = fullestPrint(catalogue, round.value);
  const question = useMemo(
    () =>
      print === undefined
        ? null
        : {
            ...roundParameters(catalogue, round.value),
            table: fileName(print),
            changes: changesFile,
            onlyGivenNeed: true,
          },
    [print],
  );
  const answer = useAnswer('reproduce', question);
  if (print === undefined || answer?.ok !== true) return null;
  const { ranking } = answer.result;
  const [first] = ranking;
  return (
    <>
      <p>{a.evidenceText(print.title[shown])}</p>
      <SmallTable
        label={a.evidence}
        testId="bewijs"
        columns={[
          a.evidenceHead.lists,
          { number: a.evidenceHead.matches },
          { number: a.evidenceHead.median },
        ]}
      >
        {ranking.map((each) => (
          <tr key={each.population + each.scores}>
            <th scope="row">
              {vintageName(each.population)}; {vintageName(each.scores)}
            </th>
            <td class="number">
              {each.fit !== null &&
                t.accountable.ofRows(whole(each.fit.matches, shown), whole(each.fit.rows, shown))}
            </td>
            <td class="number">{each.fit !== null && `${decimal(each.fit.median, shown)} %`}</td>
          </tr>
        ))}
      </SmallTable>
      {first !== undefined && (
        <>
          <p>{fitText(first, vintageName, shown)}</p>
          <p>{missesText(first, shown)}</p>
        </>
      )}
      <p>{untriedText(catalogue.vintages, ranking, shown)}</p>
    </>
  );
}

/** One click away from the word “afgeleid”; asked when it is opened. */
export function Evidence() {
  const [open, setOpen] = useState(false);
  return (
    <details
      data-testid="waaruit"
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>{texts.value.answer.evidence}</summary>
      {open && <Ranking />}
    </details>
  );
}
