/** The card of one municipality, as a page of its own that other sites may frame. */
import { lookUp } from '../../wasm/contract/look-up.ts';
import { whole } from '../format.ts';
import { type Asked, textsOf } from './address.ts';
import { isNumber, placesText, rateText } from './figures.ts';
import type { EmbedData } from './form.ts';
import { Foot, Out, Wrong, programLink, start } from './frame.tsx';

function Figure({ asked, data }: { asked: Asked; data: EmbedData }) {
  const { language, round, row } = asked;
  const t = textsOf(language);
  if (row === null) return null;
  const [code, name, province, inhabitants, , , says] = row;
  const saying = round.says[says];
  const differ = lookUp(round.differ, code);
  return (
    <>
      <h1 class="utrecht-heading-2">{name}</h1>
      <p class={isNumber(row) ? 'figure__number' : 'figure__range'} data-testid="getal">
        {placesText(row, language)} <span class="figure__unit">{t.places}</span>
      </p>
      <p class="figure__basis" data-testid="bron">
        {saying?.by[language]}
        {saying !== undefined && saying.url !== '' && (
          <>
            {' · '}
            <Out href={saying.url}>{t.toSource}</Out>
          </>
        )}
      </p>
      <p>
        {data.provinces[province]} · {t.inhabitants(whole(inhabitants, language))} ·{' '}
        {t.perThousand(rateText(row, language))}
      </p>
      {differ !== undefined && <p class="figure__note">{differ[language]}</p>}
      <p class="embed__small">
        {saying?.sure[language]} {data.standing[language]}
      </p>
    </>
  );
}

const read = (text: string): EmbedData => JSON.parse(text) as EmbedData;

void start(read, (asked, data) => {
  const { language, round, row, wrong } = asked;
  const t = textsOf(language);
  document.title = row === null ? t.mapTitle : t.title(row[1]);
  return (
    <article class="embed">
      {row === null && <h1 class="utrecht-heading-3">Spreidingswijzer</h1>}
      <Wrong wrong={row === null && wrong.length === 0 ? [t.noMunicipality(round.id)] : wrong} />
      <Figure asked={asked} data={data} />
      <Foot
        data={data}
        language={language}
        link={programLink({
          round: round.id,
          ...(row === null ? {} : { municipality: row[0] }),
          view: 'municipality',
        })}
        text={row === null ? t.toCountry : t.toTool}
      />
    </article>
  );
});
