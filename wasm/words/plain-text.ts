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

/** Somebody else's words, between quotation marks and no longer than needed. */
export const quotedText = (text: string): string => {
  const plain = plainText(text);
  return `“${plain.length > 80 ? `${plain.slice(0, 80)}…` : plain}”`;
};
