// What is inside the page and the command line of others, with version and licence: the packages that the
// bundlers took in, and the parts of the WebAssembly. Notices and bill of materials are of this one list.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { root } from './run.mjs';

const licence = (name) => readFileSync(`${root}scripts/licences/${name}.txt`, 'utf8').trim();
const mit = (copyright) => `${copyright}\n\n${licence('MIT')}`;

/**
 * What the linker puts into the WebAssembly and the script beside it: one line per library of Emscripten
 * 3.1 that it names for this module, and the header of JSON that the service is compiled with.
 */
export const nativeParts = () => {
  const emscripten = mit('Copyright (c) 2010-2022 Emscripten authors');
  const llvm = licence('Apache-2.0-LLVM');
  return [
    ['nlohmann_json', 'MIT', mit('Copyright (c) 2013-2022 Niels Lohmann')],
    ['Emscripten runtime and embind', 'MIT', emscripten],
    ['emmalloc', 'MIT', emscripten],
    ['musl', 'MIT', licence('musl')],
    ['libc++', 'Apache-2.0 WITH LLVM-exception', llvm],
    ['libc++abi', 'Apache-2.0 WITH LLVM-exception', llvm],
    ['compiler-rt', 'Apache-2.0 WITH LLVM-exception', llvm],
  ].map(([name, id, text]) => ({ name, version: null, licence: id, text }));
};

/** The folder of the package that a module is of; nothing for a module of our own. */
const folderOf = (module) =>
  /^.*\/node_modules\/(?:@[^/]+\/)?[^/@\0]+(?=\/)/.exec(
    // Of a module that the bundler made of a file, the file.
    module.replaceAll('\\', '/').replace(/^\0/, ''),
  )?.[0];

/** Who holds the rights, where a package has no text of its licence and its description names too few. */
const holders = {
  saxes: 'Isaac Z. Schlueter and contributors, 2016-2022 Louis-Dominique Dubeau',
};

// A package without a text of its licence beside it: by what its description says.
function textOf(folder, { license, author, name }) {
  const file = readdirSync(folder).find((each) => /^(licen[cs]e|copying)(\.\w+)?$/i.test(each));
  if (file !== undefined) return readFileSync(`${folder}/${file}`, 'utf8').trim();
  const holder = holders[name] ?? (typeof author === 'string' ? author : (author?.name ?? name));
  // The licence of this program itself stands beside it.
  if (license === 'EUPL-1.2')
    return `Copyright (c) ${holder}. See the licence of Spreidingswijzer.`;
  if (!existsSync(`${root}scripts/licences/${license}.txt`))
    throw new Error(`${name} has no text of its licence (${license})`);
  return `Copyright (c) ${holder}\n\n${licence(license)}`;
}

/** The files of which something is in the output, as esbuild tells. */
export const modulesIn = ({ outputs }) =>
  Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) =>
      bytesInOutput > 0 && !file.includes(':') ? [`${root}${file}`] : [],
    ),
  );

/** @param {Iterable<string>} modules files, as the bundlers name them */
export function packagesOf(modules) {
  const folders = new Set([...modules].map(folderOf).filter((folder) => folder !== undefined));
  return [...folders]
    .map((folder) => {
      const about = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
      return {
        name: about.name,
        version: about.version,
        licence: about.license,
        text: textOf(folder, about),
      };
    })
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** As a text: each part with its licence, and every licence once. */
export function noticesOf(parts) {
  const named = ({ name, version }) => (version === null ? name : `${name} ${version}`);
  const texts = new Map();
  for (const part of parts) texts.set(part.text, [...(texts.get(part.text) ?? []), named(part)]);
  return [
    'Spreidingswijzer: EUPL-1.2',
    'Data of CBS: CC BY 4.0, "Bron: CBS".',
    '',
    ...parts.map((part) => `${named(part)}: ${part.licence}`),
    ...[...texts].flatMap(([text, names]) => ['', `── ${names.join(', ')} ──`, '', text]),
    '',
  ].join('\n');
}
