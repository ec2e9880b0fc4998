/** The whole country: pictures and tables, and what changes if. */
import { result, texts } from '../../state/page.ts';
import { AfterFirstFrame } from '../../components/AfterFirstFrame.tsx';
import { Contents } from '../../components/Contents.tsx';
import { EstimateNote } from '../../components/EstimateNote.tsx';
import { NationalWhatIf } from '../municipality/WhatIf.tsx';
import { Pictures } from './Pictures.tsx';
import { Tables } from './Tables.tsx';

/** All municipalities and provinces, in pictures and tables. */
export function CountryView() {
  const t = texts.value;
  return (
    <>
      <EstimateNote />
      {result.value !== null && (
        <>
          <Contents
            label={t.viewNames.country}
            parts={[
              { id: 'beelden-titel', title: t.pictures.title },
              { id: 'provincies-titel', title: t.provinces },
              { id: 'gemeenten-titel', title: t.municipalities },
              { id: 'wat-als-titel', title: t.accountable.whatIf },
            ]}
          />
          <Pictures result={result.value} />
          <AfterFirstFrame>
            <Tables />
            <NationalWhatIf />
          </AfterFirstFrame>
        </>
      )}
    </>
  );
}
