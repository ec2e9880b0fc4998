/** Texts of others: what came out of a file, made harmless where it is shown as text. */

const pictures = (sign: string): string => {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
};

/**
 * A text in which every control character is to be seen: none clears a screen, begins a line, or turns
 * the direction of what stands beside it.
 */
export const plainText = (text: string): string =>
  text.replace(
    /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu,
    pictures,
  );

/** The same for a text of lines: line ends, tabs and a mark at its beginning stay. */
export const plainLines = (text: string): string =>
  text.replace(/[^\r\n\t]+/g, (part, at: number) =>
    at === 0 && part.startsWith('\ufeff') ? `\ufeff${plainText(part.slice(1))}` : plainText(part),
  );

/**
 * Somebody else's words to stand between quotation marks: no longer than needed, without such marks, and
 * with every sign to be seen, so that no name looks like another.
 */
export const shortText = (text: string): string => {
  const plain = plainText(text.slice(0, 200))
    .replace(/\p{Cf}/gu, pictures)
    .replace(/[“”„‟]/g, '"');
  return plain.length > 80 ? `${plain.slice(0, 80)}…` : plain;
};

export const quotedText = (text: string): string => `“${shortText(text)}”`;

const mostQuoted = 5;
/** Several of them, of many the first. */
export const quotedTexts = (texts: readonly string[]): string =>
  [...texts.slice(0, mostQuoted).map(quotedText), ...(texts.length > mostQuoted ? ['…'] : [])].join(
    ', ',
  );
