/** Account of a municipality's figure: its sum, score, margins and what if, one under the other. */
import type { RefObject } from 'preact';
import type { MunicipalityRow } from '../../../wasm/index.ts';
import { explanation, provinceExplanation } from '../../state/answers.ts';
import { impliedOfChosen } from '../../state/implied.ts';
import { awaited } from '../../state/second-core.ts';
import { texts } from '../../state/page.ts';
import { Calculation, ProvinceTask } from './Calculation.tsx';
import { Certainty } from './Certainty.tsx';
import { HousingTarget, MunicipalCalendar, OwnOffer } from './Duties.tsx';
import { Matches, WithoutScore } from './Questions.tsx';
import { WhatIf } from './WhatIf.tsx';

/** What stands behind the figure of one municipality, under headings that are questions. */
export function Account(props: {
  row: MunicipalityRow;
  calculation: RefObject<HTMLDetailsElement | null>;
}) {
  const { row } = props;
  const told = explanation.value;
  const ofProvince = provinceExplanation.value;
  return (
    <>
      {awaited.value > 0 && <p role="status">{texts.value.input.waiting}</p>}
      {told !== null && <Calculation told={told} handle={props.calculation} />}
      {told !== null && <WithoutScore told={told} />}
      <Matches row={row} implied={impliedOfChosen.value} />
      <Certainty />
      {ofProvince !== null && <ProvinceTask told={ofProvince} />}
      <MunicipalCalendar />
      <HousingTarget row={row} />
      <OwnOffer row={row} />
      <WhatIf key={row.code} row={row} />
    </>
  );
}
