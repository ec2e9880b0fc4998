/** Checks a receipt of someone else, and shows every difference. */
import type { Outcome as VerifyOutcome, VerifyResult } from '../../../wasm/index.ts';
import { findingText } from '../../../wasm/words/messages.ts';
import { outcomeText } from '../../../wasm/words/sentences.ts';
import { whole } from '../../format.ts';
import { roundSize } from '../../../wasm/rounds/catalogue.ts';
import { plainText, quotedText } from '../../../wasm/words/plain-text.ts';
import { faultTexts, proofTexts } from '../../../wasm/words/receipt-words.ts';
import { catalogue, language, texts } from '../../state/page.ts';
import { verification, verifyFiles } from './verification.ts';
import { Said } from '../../components/Said.tsx';

function Differences(props: { result: VerifyResult }) {
  const t = texts.value.proof;
  const { differences, differenceCount } = props.result;
  if (differenceCount === 0) return null;
  return (
    <div class="table-scroll" tabIndex={0} role="group" aria-labelledby="verschillen-titel">
      <table class="utrecht-table utrecht-table--html-table">
        <caption id="verschillen-titel" class="utrecht-table__caption">
          {t.differences(whole(differenceCount, language.value))}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t.differenceColumns.path}</th>
            <th scope="col">{t.differenceColumns.claimed}</th>
            <th scope="col">{t.differenceColumns.recomputed}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ path, claimed, recomputed }) => (
            <tr key={path}>
              <th scope="row">
                <code>{plainText(path)}</code>
              </th>
              <td>{plainText(claimed)}</td>
              <td>{plainText(recomputed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const marks: Record<VerifyOutcome, string> = {
  holds: '✓',
  round_changed: '✓',
  rule_gone: '?',
  incomplete: '?',
  fails: '✕',
};

function Outcome() {
  const t = texts.value.proof;
  const current = verification.value;
  if (current === null) return null;
  const { name, answer } = current;
  if (!answer.ok) {
    return (
      <div class="problem" role="alert" data-testid="nagekeken">
        <p>
          <strong>{quotedText(name)}</strong>: {t.refused}
        </p>
        {answer.findings.map((finding) => {
          const { what, todo } = findingText(finding, language.value);
          return (
            <p key={finding.code}>
              {what} {todo}
            </p>
          );
        })}
      </div>
    );
  }
  const { result } = answer;
  const size = roundSize(catalogue, result.proven?.round ?? null);
  return (
    <Said class={`verdict verdict--${result.outcome}`} testId="nagekeken">
      <p>
        <span aria-hidden="true">{marks[result.outcome]}</span> <strong>{quotedText(name)}</strong>:{' '}
        {outcomeText(result.outcome, language.value)}
      </p>
      {faultTexts(result, language.value).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <ul>
        {proofTexts(result, size, language.value).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Differences result={result} />
    </Said>
  );
}

/** A receipt of someone else, computed again. */
export function Verify() {
  const t = texts.value.proof;
  return (
    <section class="section no-print" aria-labelledby="nakijken-titel">
      <h2 id="nakijken-titel" class="utrecht-heading-2">
        {t.verifyTitle}
      </h2>
      <p>{t.verifyText}</p>
      <label class="utrecht-form-label" for="bewijs">
        {t.verifyLabel}
      </label>
      <input
        id="bewijs"
        class="proof-file"
        type="file"
        multiple
        onChange={(event) => {
          const field = event.currentTarget;
          void verifyFiles([...(field.files ?? [])]).then(() => {
            field.value = '';
          });
        }}
      />
      <Outcome />
    </section>
  );
}
