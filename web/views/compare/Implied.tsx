import { decimal } from '../../format.ts';
import { impliedByTable, nationalMean } from '../../implied.ts';
import { language, texts } from '../../state.ts';

/** Between which bounds each score lay, by the table that a person brought. */
export function Implied() {
  const t = texts.value.accountable;
  const shown = language.value;
  const found = impliedByTable.value;
  return (
    <details class="question" data-testid="scores-uit-tabel">
      <summary>
        <h3 class="utrecht-heading-3">{t.impliedTitle}</h3>
      </summary>
      <p>{t.impliedText}</p>
      <p class="field">
        <label class="utrecht-form-label" for="landelijk-gemiddelde">
          {t.impliedMean}
        </label>
        <input
          id="landelijk-gemiddelde"
          class="utrecht-textbox utrecht-textbox--html-input"
          inputMode="decimal"
          autocomplete="off"
          value={nationalMean.value}
          onInput={(event) => {
            nationalMean.value = event.currentTarget.value;
          }}
        />
      </p>
      {found !== null && (
        <div class="table-scroll" role="region" aria-label={t.impliedTitle} tabIndex={0}>
          <table class="utrecht-table utrecht-table--html-table" data-testid="afgeleide-scores">
            <thead>
              <tr>
                <th scope="col">{t.impliedColumns.name}</th>
                <th scope="col" class="number">
                  {t.impliedColumns.low}
                </th>
                <th scope="col" class="number">
                  {t.impliedColumns.high}
                </th>
                <th scope="col" class="number">
                  {t.impliedColumns.width}
                </th>
                <th scope="col">{t.impliedColumns.says}</th>
                <th scope="col" class="number">
                  {t.impliedColumns.score}
                </th>
                <th scope="col">{t.impliedColumns.holds}</th>
              </tr>
            </thead>
            <tbody>
              {found.municipalities.map((row) => (
                <tr key={row.code}>
                  <th scope="row">{row.name}</th>
                  <td class="number">{decimal(row.lowScore, shown)}</td>
                  <td class="number">
                    {row.highScore === null ? '–' : decimal(row.highScore, shown)}
                  </td>
                  <td class="number">{row.width === null ? '–' : decimal(row.width, shown)}</td>
                  <td>{t.impliedSays[row.says]}</td>
                  <td class="number">{row.score === null ? '–' : decimal(row.score, shown)}</td>
                  <td>{t.impliedHolds[`${row.holds}`]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}
