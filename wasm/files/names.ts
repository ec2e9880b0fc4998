/** Names of files: what a document calls its files is a name and no way to one. */

// What Windows keeps for devices, also with an ending behind it.
const device = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$)\s*(\.|$)/i;
// Ways (`a/b`), drives and streams (`C:a`, `a:Zone.Identifier`), and signs that nobody sees.
const noPart = /[/\\:\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
// Windows leaves these off, and so opens another file.
const leftOff = /[.\s]$/u;
const longest = 255;

/**
 * Whether a name in a document is one: no separators, drive, stream, absolute way, dot segment, device,
 * sign that is not seen, or word that every record of JavaScript has. Whoever reads a file by a name out of
 * a document asks this first.
 */
export const isPlainName = (name: string): boolean =>
  name !== '' &&
  name.length <= longest &&
  !noPart.test(name) &&
  !leftOff.test(name) &&
  !device.test(name) &&
  !Object.hasOwn(Object.prototype, name);

/** A person's file under a name that a document may have: what none has is left out or a stroke. */
export function plainName(name: string): string {
  let seen = name
    .replace(/\p{Cf}/gu, '')
    .replace(new RegExp(noPart, 'gu'), '_')
    .slice(-200);
  while (leftOff.test(seen)) seen = seen.slice(0, -1);
  return isPlainName(seen) ? seen : `_${seen.replace(/[\ud800-\udfff]/g, '_')}`;
}

/**
 * The name that a person's file has before the core. What is bundled is called by a folder and a name,
 * so a person's way that begins so gets the folder it is in before it: no file of a person is ever
 * called as a bundled one.
 */
export const ownName = (path: string): string => (/^[a-z]+\//.test(path) ? `./${path}` : path);

/** A name for what the program itself puts before the core for a moment: no file of a person has it. */
export const inwardName = (name: string): string => `program/${name}`;

/** Two that are equal so are one file to some machine: in letter case and in how an accent is written. */
export const foldedName = (name: string): string => name.normalize('NFC').toLowerCase();

/** Of a table in a document (`inwoners.xlsx#Blad1`) the document; of another file its name. */
export const documentName = (name: string): string => /^(.+?)#/su.exec(name)?.[1] ?? name;
