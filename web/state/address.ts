/** The address of the page and its question, each following the other. */
import { batch, computed, effect, signal } from '@preact/signals';
import { chosenVintage, findRound, newestRound } from '../../wasm/rounds/catalogue.ts';
import {
  type Question,
  type LinkReading,
  linkOf,
  longestLink,
  packFiles,
  readLink,
  unpackFiles,
} from './link.ts';
import { admit, setFiles } from './inputs.ts';
import { type Wish, plainWish, wish } from './what-if.ts';
import {
  catalogue,
  chooseRound,
  chosenCode,
  files,
  isView,
  ownMinors,
  ownNeed,
  round,
  texts,
  view,
} from './page.ts';

/** What is to be said about a link that was opened; empty: nothing. */
export const linkNotice = signal('');

// A code that only a person's own file has is that person's data, and stays out of the address.
export const isOfRound = (code: string): boolean =>
  new RegExp(`^${code},`, 'm').test(chosenVintage(catalogue, round.value.population).csv);

const ofRound = (asked: Wish): Wish => ({
  ...asked,
  changes: asked.changes.filter(({ code }) => isOfRound(code)),
  merged: asked.merged.filter(isOfRound),
});
const isPlain = (asked: Wish): boolean => JSON.stringify(asked) === JSON.stringify(plainWish);

/** The question, without anything from a person's files. */
const question = computed<Question>(() => ({
  round: round.value.id,
  ...(chosenCode.value !== null && isOfRound(chosenCode.value)
    ? { municipality: chosenCode.value }
    : {}),
  ...(ownNeed.value === undefined ? {} : { need: ownNeed.value }),
  ...(ownMinors.value === undefined ? {} : { minors: ownMinors.value }),
  view: view.value,
  ...(isPlain(wish.value) ? {} : { whatIf: ofRound(wish.value) }),
}));

// From a file the address holds the folders of its owner, which are nobody's business.
const before = (): string =>
  location.protocol === 'file:' ? '' : location.origin + location.pathname;

/** @returns null where so much is supposed that it is longer than a link may be */
export function questionLink(): string | null {
  const fragment = linkOf(question.value);
  return fragment.length > longestLink ? null : before() + fragment;
}

/** @returns null where the loaded files are too large for a link */
export async function dataLink(): Promise<string | null> {
  if (files.value.some(({ large }) => large !== null)) return null;
  const data = await packFiles(
    files.value.map(({ name, bytes, reading }) => ({
      name,
      bytes,
      notation: reading.notation ?? null,
    })),
  );
  return data === null ? null : before() + linkOf(question.value, data);
}

const replace = (fragment: string): void => {
  history.replaceState(history.state, '', location.pathname + location.search + fragment);
};

function ask(asked: Question): boolean {
  const wanted = asked.round === undefined ? round.value : findRound(catalogue, asked.round);
  if (wanted === undefined) return false;
  batch(() => {
    chooseRound(wanted.id);
    ownNeed.value = asked.need;
    ownMinors.value = asked.minors;
    chosenCode.value = asked.municipality ?? null;
    wish.value = asked.whatIf ?? plainWish;
    if (asked.view !== undefined && isView(asked.view)) view.value = asked.view;
  });
  return true;
}

/** Opens a link; a bad one changes nothing and says so. */
export async function openLink(reading: LinkReading): Promise<void> {
  const t = texts.value.proof;
  if (reading.kind === 'none') return;
  if (reading.kind === 'refused') {
    linkNotice.value = t.linkRefused[reading.reason];
    return;
  }
  const packed = reading.data === null ? [] : await unpackFiles(reading.data);
  if (packed === null || !ask(reading.question)) {
    linkNotice.value = t.linkRefused.malformed;
    return;
  }
  if (packed.length > 0) {
    setFiles([
      ...files.value,
      ...packed.map(({ name, bytes, notation }) =>
        admit({
          name,
          bytes: bytes as Uint8Array<ArrayBuffer>,
          reading: notation === null ? {} : { notation },
          broughtBy: 'link',
        }),
      ),
    ]);
  }
  linkNotice.value = [
    ...(packed.length > 0 ? [t.linkHadData] : []),
    ...(reading.unknown.length > 0 ? [t.linkUnknown(reading.unknown.join(', '))] : []),
  ].join(' ');
}

/** Reads the address now and whenever it changes, and keeps it current. */
export async function followAddress(): Promise<void> {
  const open = async (): Promise<void> => {
    const reading = readLink(location.hash);
    // Before anything else: what a link carries of a person's data leaves the address at once.
    if (reading.kind === 'question' && reading.data !== null) replace('');
    await openLink(reading);
  };
  await open();
  addEventListener('hashchange', () => void open());
  const opening = linkOf({ round: newestRound(catalogue).id, view: 'municipality' });
  effect(() => {
    const { whatIf: _supposed, ...rest } = question.value;
    const whole = linkOf(question.value);
    const now = whole.length > longestLink ? linkOf(rest) : whole;
    // As it opens, the page needs no question in its address.
    const wanted = now === opening && !location.hash.startsWith('#v') ? location.hash : now;
    if (location.hash !== wanted) replace(wanted);
  });
}
