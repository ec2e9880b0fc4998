/** Table of the bounds of each score that a published table implies. */
import { decimal } from '../../format.ts';
import {
  impliedAsked,
  impliedByTable,
  nationalMean,
  reference,
  referenceScore,
} from '../../state/implied.ts';
import { language, result, texts } from '../../state/page.ts';
import { Labelled } from '../../components/Labelled.tsx';
import { NumberField } from '../../components/NumberField.tsx';
import { SmallTable } from '../../components/SmallTable.tsx';
import { SaveReceipt } from '../proof/SaveReceipt.tsx';
import { reasonsOf } from '../proof/take.ts';
import { spokenName } from '../../state/search.ts';

/** Between which bounds each score lay, by the table that a person brought. */
export function Implied() {
  const t = texts.value.accountable;
  const shown = language.value;
  const typed = reference.value === '' ? nationalMean : referenceScore;
  const answer = impliedByTable.value;
  const found = answer?.ok === true ? answer.result : null;
  const others = [...(result.value?.municipalities ?? [])].sort((one, other) =>
    one.name.localeCompare(other.name, 'nl'),
  );
  return (
    <details class="question" data-testid="scores-uit-tabel">
      <summary>
        <h3 class="utrecht-heading-3">{t.impliedTitle}</h3>
      </summary>
      <p>{t.impliedText}</p>
      <Labelled for="vergeleken-met" label={t.impliedReference}>
        <select
          id="vergeleken-met"
          class="utrecht-select utrecht-select--html-select"
          value={reference.value}
          onChange={(event) => {
            reference.value = event.currentTarget.value;
          }}
        >
          <option value="">{t.impliedMean}</option>
          {others.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </Labelled>
      <NumberField
        id="landelijk-gemiddelde"
        label={reference.value === '' ? t.impliedMean : t.impliedReferenceScore}
        value={typed.value}
        onInput={(text) => {
          typed.value = text;
        }}
      />
      {answer?.ok === false && (
        <p class="field__error" role="alert">
          {reasonsOf(answer)}
        </p>
      )}
      {found !== null && (
        <SmallTable
          label={t.impliedTitle}
          testId="afgeleide-scores"
          columns={[
            t.impliedColumns.name,
            { number: t.impliedColumns.low },
            { number: t.impliedColumns.high },
            { number: t.impliedColumns.width },
            t.impliedColumns.says,
            { number: t.impliedColumns.score },
            t.impliedColumns.holds,
          ]}
        >
          {found.municipalities.map((row) => (
            <tr key={row.code}>
              <th scope="row">{spokenName(row.name)}</th>
              <td class="number">{decimal(row.lowScore, shown)}</td>
              <td class="number">{row.highScore === null ? '–' : decimal(row.highScore, shown)}</td>
              <td class="number">{row.width === null ? '–' : decimal(row.width, shown)}</td>
              <td>{t.impliedSays[row.says]}</td>
              <td class="number">{row.score === null ? '–' : decimal(row.score, shown)}</td>
              <td>{row.isReference ? t.impliedIsReference : t.impliedHolds[`${row.holds}`]}</td>
            </tr>
          ))}
        </SmallTable>
      )}
      {impliedAsked.value !== null && (
        <SaveReceipt
          operation="implied"
          parameters={impliedAsked.value}
          disabled={found === null}
        />
      )}
    </details>
  );
}
