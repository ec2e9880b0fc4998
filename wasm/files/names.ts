/** Names of files: what a document calls its files is a name and no way to one. */

// What Windows keeps for devices, also with an ending behind it.
const device = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$)\s*(\.|$)/i;

/**
 * Whether a name in a document is one: no separators, drive, absolute way, dot segment, device or
 * control character. Whoever reads a file by a name out of a document asks this first.
 */
export const isPlainName = (name: string): boolean =>
  name.length > 0 &&
  name.length <= 255 &&
  !/[/\\\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(name) &&
  !/^[a-z]:/i.test(name) &&
  !/^\s*\.+\s*$/.test(name) &&
  name.trim() !== '' &&
  !device.test(name);

/**
 * The name that a person's file has before the core. What is bundled is called by a folder and a name,
 * so a person's way that begins so gets the folder it is in before it: no file of a person is ever
 * called as a bundled one.
 */
export const ownName = (path: string): string => (/^[a-z]+\//.test(path) ? `./${path}` : path);

/** Of a table in a document (`inwoners.xlsx#Blad1`) the document; of another file its name. */
export const documentName = (name: string): string => /^(.+?)#/su.exec(name)?.[1] ?? name;
