/** Tables of web pages, saved or copied: the tokenizer of parse5 cuts the text as a browser does. */
import { type Token, Tokenizer, TokenizerMode } from 'parse5';
import { PageReader } from './page-tables.ts';
import type { TableDocument } from './table.ts';

const voids = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** Elements whose content is no markup, with how it ends. */
const bare = new Map([
  ['script', TokenizerMode.SCRIPT_DATA],
  ['textarea', TokenizerMode.RCDATA],
  ['title', TokenizerMode.RCDATA],
  ['plaintext', TokenizerMode.PLAINTEXT],
  ...['style', 'xmp', 'iframe', 'noembed', 'noframes', 'noscript'].map(
    (name) => [name, TokenizerMode.RAWTEXT] as const,
  ),
]);

/** The page has no end of its head to rely on; its title is no heading of a table. */
const nameOf = (tag: string): string | null =>
  tag === 'html' || tag === 'head' || tag === 'body' ? null : tag === 'title' ? 'head' : tag;

/** @returns its tables; may be none */
export function readHtml(text: string): TableDocument {
  const page = new PageReader(text.length);
  let style: string | null = null;
  const take = ({ chars }: Token.CharacterToken): void => {
    if (style === null) page.text(chars);
    else style += chars;
  };
  const ignore = (): void => undefined;
  const tokenizer = new Tokenizer(
    {},
    {
      onStartTag({ tagName, attrs, selfClosing }) {
        // Outside web pages proper an element may end in itself: `<svg/>`.
        const isVoid = voids.has(tagName) || (selfClosing && /^(svg|math)$|:/.test(tagName));
        const mode = bare.get(tagName);
        if (mode !== undefined) tokenizer.state = mode;
        if (tagName === 'style') style = '';
        const name = nameOf(tagName);
        if (name !== null)
          page.open(name, (wanted) => attrs.find((one) => one.name === wanted)?.value, isVoid);
      },
      onEndTag({ tagName }) {
        if (tagName === 'style') page.styles.add(style ?? '');
        style = null;
        const name = nameOf(tagName);
        if (name !== null) page.close(name);
      },
      onCharacter: take,
      onWhitespaceCharacter: take,
      onNullCharacter: ignore,
      onComment: ignore,
      onDoctype: ignore,
      onEof: ignore,
    },
  );
  tokenizer.write(text, true);
  return { kind: 'html', tables: page.finish() };
}
