/** Pictures of the country, or why there is none to draw. */
import type { AllocationResult } from '../../../wasm/index.ts';
import { ByInhabitants } from '../../pictures/ByInhabitants.tsx';
import { ByScore } from '../../pictures/ByScore.tsx';
import { CountryMap } from '../../pictures/CountryMap.tsx';
import { NoPicture } from '../../pictures/Picture.tsx';
import { Ranking } from '../../pictures/Ranking.tsx';
import { Waterfall } from '../../pictures/Waterfall.tsx';
import { texts } from '../../state/page.ts';
import '../../pictures/pictures.css';

/** More circles and bars than this nobody can tell apart. */
const mostDrawn = 1_500;

/** The country in pictures, each with its finding, its source and its numbers. */
export function Pictures(props: { result: AllocationResult }) {
  const { result } = props;
  return (
    <section class="section" aria-labelledby="beelden-titel">
      <h2 id="beelden-titel" class="utrecht-heading-2">
        {texts.value.pictures.title}
      </h2>
      {result.municipalities.length > mostDrawn ? (
        <NoPicture title={texts.value.pictures.tooMany} why={texts.value.pictures.tooManyWhy} />
      ) : (
        <div class="pictures">
          <CountryMap result={result} />
          <Ranking result={result} />
          {result.basis === 'estimate' ? (
            <>
              <ByInhabitants result={result} />
              <div class="pictures__pair">
                <ByScore result={result} />
                <Waterfall result={result} />
              </div>
            </>
          ) : (
            <>
              <div class="pictures__pair">
                <ByInhabitants result={result} />
                <ByScore result={result} />
              </div>
              <Waterfall result={result} />
            </>
          )}
        </div>
      )}
    </section>
  );
}
