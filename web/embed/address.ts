/**
 * What a page in a frame is asked for, behind its address: `#gemeente=GM0193&ronde=2026&taal=nl`. Each may be
 * left out: the round is then the newest, the language Dutch. What is not understood is said in a sentence.
 */
import type { Language } from '../../wasm/words/messages.ts';
import { quotedTexts, shortText } from '../../wasm/words/plain-text.ts';
import { embedEn } from '../texts/embed.en.ts';
import { type EmbedTexts, embedNl } from '../texts/embed.nl.ts';
import type { EmbedData, EmbedRound, Row } from './form.ts';

export interface Asked {
  readonly language: Language;
  readonly round: EmbedRound;
  readonly row: Row | null;
  /** What is wrong with the address, in sentences; empty: nothing. */
  readonly wrong: readonly string[];
}

const known = ['gemeente', 'ronde', 'taal'] as const;

/** The texts of a language. */
export const textsOf = (language: Language): EmbedTexts => (language === 'nl' ? embedNl : embedEn);

export function readAddress(fragment: string, data: EmbedData): Asked | null {
  const parts = new URLSearchParams(fragment.replace(/^#/, ''));
  const [newest] = data.rounds;
  if (newest === undefined) return null;
  const tongue = parts.get('taal') ?? 'nl';
  const language: Language = tongue === 'en' ? 'en' : 'nl';
  const t = textsOf(language);
  const id = parts.get('ronde') ?? newest.id;
  const round = data.rounds.find((each) => each.id === id);
  const code = parts.get('gemeente');
  const row = round?.rows.find(([own]) => own === code) ?? null;
  const former = data.former.find(([own]) => own === code);
  const strange = [...new Set(parts.keys())].filter((name) => !known.some((own) => own === name));
  const wrong = [
    ...known.filter((name) => parts.getAll(name).length > 1).map(t.twice),
    ...(['nl', 'en'].includes(tongue) ? [] : [t.unknownLanguage(shortText(tongue))]),
    ...(round === undefined
      ? [t.unknownRound(shortText(id), data.rounds.map((each) => each.id).join(', '))]
      : code === null || row !== null
        ? []
        : [
            t.unknownMunicipality(shortText(code), round.title[language]),
            ...(former === undefined ? [] : [t.becameOther(former[1], former[2], former[3])]),
          ]),
    ...(strange.length === 0 ? [] : [t.unknownPart(quotedTexts(strange))]),
  ];
  const isPlain = known.every((name) => parts.getAll(name).length <= 1);
  return { language, round: round ?? newest, row: isPlain ? row : null, wrong };
}
