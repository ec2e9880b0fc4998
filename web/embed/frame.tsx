/**
 * What every page in a frame does alike: it follows its address and the theme of the device, links to the
 * program, and tells the page around it how high it is:
 *
 *     { type: 'spreidingswijzer:height', height: 412 }      whole pixels, at every change
 */
import { type ComponentChildren, type VNode, render } from 'preact';
import type { Language } from '../../wasm/words/messages.ts';
import { type Asked, readAddress, textsOf } from './address.ts';
import type { EmbedData } from './form.ts';
import './embed.css';

/** The link behind a figure; in a tab of its own, because a frame is no place for the program. */
export function Out(props: { href: string; children: ComponentChildren }) {
  return (
    <a
      class="utrecht-link utrecht-link--html-a"
      href={props.href}
      target="_blank"
      rel="noreferrer noopener"
    >
      {props.children}
    </a>
  );
}

/** The program beside this folder, with the question. */
export const programLink = (question: Readonly<Record<string, string>>): string =>
  `../#v1/${new URLSearchParams(question).toString()}`;

export function Foot(props: { link: string; text: string; data: EmbedData; language: Language }) {
  const { language, data } = props;
  return (
    <footer class="embed__foot">
      <p>
        <Out href={props.link}>{props.text}</Out>
      </p>
      <p>{textsOf(language).about(data.dataUntil[language])}</p>
    </footer>
  );
}

/** What is wrong with the address; a figure stands below it where there is one all the same. */
export function Wrong(props: { wrong: readonly string[] }) {
  return (
    <>
      {props.wrong.map((sentence) => (
        <p key={sentence} class="figure__note" role="alert">
          {sentence}
        </p>
      ))}
    </>
  );
}

function tellHeight(): void {
  if (parent === window) return;
  let told = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    // To whoever frames it: how high it is, is no secret.
    parent.postMessage({ type: 'spreidingswijzer:height', height }, '*');
  }).observe(document.body);
}

function followTheme(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const follow = (): void => {
    document.documentElement.dataset['theme'] = dark.matches ? 'dark' : 'light';
  };
  dark.addEventListener('change', follow);
  follow();
}

/** What the build packed into the page: gzip in base64. */
async function carried(): Promise<string> {
  const text = document.getElementById('gegevens')?.textContent ?? '';
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(plain).text();
}

/** @param read  the figures of the page, of the text that the build packed */
export async function start<Data extends EmbedData>(
  read: (text: string) => Data,
  view: (asked: Asked, data: Data) => VNode,
): Promise<void> {
  followTheme();
  const data = read(await carried());
  const main = document.querySelector('main');
  const show = (): void => {
    const asked = readAddress(location.hash, data);
    if (asked === null || main === null) return;
    document.documentElement.lang = asked.language;
    render(view(asked, data), main);
  };
  addEventListener('hashchange', show);
  show();
  tellHeight();
}
