/** What the server files that travel with the site make a host send with a file, each read as its host reads it. */
import { readFileSync } from 'node:fs';
import { root } from './browsers.ts';

type Headers = Record<string, string>;
/** The headers of a path, such as `/embed/kaart.html`, by name in small letters. */
export type HeadersOf = (path: string) => Headers;

const shipped = (name: string): string => readFileSync(`${root}public/hosting/${name}`, 'utf8');
const named = (name: string, value: string): readonly [string, string] => [
  name.toLowerCase(),
  value,
];

/** Of every block whose pattern fits; a header of two is joined, which for a policy is the strictest. */
function netlify(): HeadersOf {
  const blocks: { pattern: string; headers: (readonly [string, string])[] }[] = [];
  for (const line of shipped('_headers').split('\n')) {
    const [, name, value] = /^\s+([\w-]+): (.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) blocks.at(-1)?.headers.push(named(name, value));
    else if (line.startsWith('/')) blocks.push({ pattern: line, headers: [] });
  }
  const fits = (pattern: string, path: string): boolean =>
    pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : pattern === path;
  return (path) => {
    const sent: Headers = {};
    for (const { pattern, headers } of blocks)
      for (const [name, value] of fits(pattern, path) ? headers : [])
        sent[name] = name in sent ? `${sent[name] ?? ''}, ${value}` : value;
    return sent;
  };
}

/** What a folder says goes before what the one above it says. */
function nested(read: (text: string, sent: Headers) => void, file: string): HeadersOf {
  return (path) => {
    const sent: Headers = {};
    read(shipped(file), sent);
    if (path.startsWith('/embed/')) read(shipped(`embed/${file}`), sent);
    return sent;
  };
}

const apache = nested((text, sent) => {
  for (const line of text.split('\n')) {
    const [, act, name = '', value = ''] =
      /^\s*Header (?:always )?(set|unset) ([\w-]+)(?: "([^"]*)")?/.exec(line) ?? [];
    if (act === 'set') sent[name.toLowerCase()] = value;
    if (act === 'unset') Reflect.deleteProperty(sent, name.toLowerCase());
  }
}, '.htaccess');

const iis = nested((text, sent) => {
  for (const [, act, name = '', value = ''] of text.matchAll(
    /<(add|remove) name="([^"]+)"(?: value="([^"]*)")? \/>/g,
  )) {
    // Added twice without being removed first, IIS answers with a fault instead of the page.
    if (act === 'add' && name.toLowerCase() in sent) throw new Error(`${name} twice`);
    if (act === 'add') sent[name.toLowerCase()] = value;
    else Reflect.deleteProperty(sent, name.toLowerCase());
  }
}, 'web.config');

/** Of the location with the longest prefix, and of none else. */
function nginx(): HeadersOf {
  const locations = shipped('nginx.conf')
    .split(/^location /m)
    .slice(1)
    .map((text) => ({
      prefix: text.split(' ')[0] ?? '',
      headers: [...text.matchAll(/add_header ([\w-]+) "([^"]*)" always;/g)].map(
        ([, name = '', value = '']) => named(name, value),
      ),
    }))
    .sort((one, other) => other.prefix.length - one.prefix.length);
  return (path) =>
    Object.fromEntries(locations.find(({ prefix }) => path.startsWith(prefix))?.headers ?? []);
}

export const hosts: Readonly<Record<string, HeadersOf>> = {
  netlify: netlify(),
  apache,
  iis,
  nginx: nginx(),
};
