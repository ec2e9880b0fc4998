/** Fields for the places that a municipality says it has already. */
import { lookUp } from '../../../wasm/contract/look-up.ts';
import { useState } from 'preact/hooks';
import { Labelled } from '../../components/Labelled.tsx';
import { FromDossier } from '../../components/FromDossier.tsx';
import {
  type ExistingPlaces as Said,
  broughtExisting,
  existing,
  isExistingBrought,
} from '../../dossier/page-sections.ts';
import { texts } from '../../state/page.ts';
import './report.css';

/** So much fits on the two pages of the annex. */
const mostRemark = 300;
const nothing: Said = { remark: '' };

/** What a municipality says of its own places: for the annex, and subtracted from nothing. */
export function ExistingPlaces({ code }: { code: string }) {
  const t = texts.value.report;
  const [wrong, setWrong] = useState(false);
  const said = lookUp(existing.value, code) ?? nothing;
  const left = Math.max(mostRemark - said.remark.length, 0);
  const put = (changed: Said): void => {
    const others = Object.entries(existing.value).filter(([other]) => other !== code);
    const empty = changed.places === undefined && changed.remark === '';
    existing.value = { ...Object.fromEntries(others), ...(empty ? {} : { [code]: changed }) };
  };
  return (
    <fieldset class="existing no-print">
      <legend class="utrecht-heading-3">{t.existingTitle}</legend>
      <p class="hint">{t.existingHint}</p>
      <Labelled for="bestaand" label={t.existingPlaces}>
        <input
          id="bestaand"
          class="utrecht-textbox utrecht-textbox--html-input"
          type="text"
          inputMode="numeric"
          autocomplete="off"
          value={said.places ?? ''}
          aria-invalid={wrong}
          {...(wrong ? { 'aria-describedby': 'bestaand-fout' } : {})}
          onChange={(event) => {
            const text = event.currentTarget.value.trim();
            const valid = /^\d{0,6}$/.test(text);
            setWrong(!valid);
            if (valid) put({ ...said, places: text === '' ? undefined : Number(text) });
          }}
        />
        {wrong && (
          <span id="bestaand-fout" class="field__error" role="alert">
            {t.existingInvalid}
          </span>
        )}
      </Labelled>
      <Labelled for="bestaand-toelichting" label={t.existingRemark}>
        <textarea
          id="bestaand-toelichting"
          class="utrecht-textarea"
          rows={2}
          maxLength={mostRemark}
          aria-describedby="toelichting-lengte"
          value={said.remark}
          onInput={(event) => {
            put({ ...said, remark: event.currentTarget.value });
          }}
        />
        <span id="toelichting-lengte" class="hint" data-testid="toelichting-lengte">
          {left === 0 ? t.remarkFull(String(mostRemark)) : t.remarkLeft(String(left))}
        </span>
        <span class="visually-hidden" role="status">
          {left === 0 ? t.remarkFull(String(mostRemark)) : ''}
        </span>
      </Labelled>
      {isExistingBrought(code) && (
        <FromDossier
          id="bestaand-uit-dossier"
          confirm={() => {
            const others = Object.entries(broughtExisting.value).filter(([of]) => of !== code);
            broughtExisting.value = Object.fromEntries(others);
          }}
        />
      )}
    </fieldset>
  );
}
