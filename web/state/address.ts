/** The address of the page and its question, each following the other. */
import { batch, computed, effect, signal } from '@preact/signals';
import { chosenVintage, findRound, newestRound } from '../../wasm/rounds/catalogue.ts';
import { quotedTexts, shortText } from '../../wasm/words/plain-text.ts';
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
  isRoom,
  isView,
  language,
  ownMinors,
  ownNeed,
  panel,
  result,
  room,
  round,
  show,
  texts,
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
  view: room.value,
  ...(isPlain(wish.value) ? {} : { whatIf: ofRound(wish.value) }),
}));

/** Where this page is published, as a person says it; a dossier keeps it, and nothing else does. */
export const publishedAt = signal('');
/** The address that came in a dossier: whoever made that chose where the links lead. */
export const broughtAddress = signal('');

/** An address that a link can be put behind; null where the text is none. */
export function publishedAddress(typed: string): string | null {
  let address: URL;
  try {
    address = new URL(typed.trim());
  } catch {
    return null;
  }
  const right = /^https?:$/.test(address.protocol) && address.username + address.password === '';
  address.hash = '';
  return right ? address.href : null;
}

/** Whether the page is a file on somebody's computer, which no link can lead to. */
export const isOnFile = (): boolean => location.protocol === 'file:';

// From a file the address holds the folders of its owner, which are nobody's business.
const before = (): string => (isOnFile() ? publishedAt.value : location.origin + location.pathname);

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

function ask(asked: Question): void {
  batch(() => {
    chooseRound(asked.round ?? round.value.id);
    ownNeed.value = asked.need;
    ownMinors.value = asked.minors;
    chosenCode.value = asked.municipality ?? null;
    wish.value = asked.whatIf ?? plainWish;
    if (asked.view !== undefined && isView(asked.view)) show(asked.view);
  });
}

const isKnown = (code: string): boolean =>
  isOfRound(code) ||
  result.value?.municipalities.some((municipality) => municipality.code === code) === true;

/** Municipalities that a link names and that are neither in its round nor in a person's files. */
function unknownCodes({ municipality, whatIf }: Question): string[] {
  const named = [
    ...(municipality === undefined ? [] : [municipality]),
    ...(whatIf?.changes ?? []).map(({ code }) => code),
    ...(whatIf?.merged ?? []),
  ];
  return [...new Set(named)].filter((code) => !isKnown(code));
}

/** Leaves out what is not there. */
function withoutUnknown(codes: readonly string[]): void {
  if (codes.length === 0) return;
  batch(() => {
    if (codes.includes(chosenCode.value ?? '')) chosenCode.value = null;
    const { changes, merged } = wish.value;
    const left = merged.filter((code) => !codes.includes(code));
    wish.value = {
      ...wish.value,
      changes: changes.filter(({ code }) => !codes.includes(code)),
      merged: left.length < 2 ? [] : left,
    };
  });
}

/** Opens a link; a bad one changes nothing and says so. */
export async function openLink(reading: LinkReading): Promise<void> {
  const t = texts.value.proof;
  if (reading.kind === 'none') return;
  if (reading.kind === 'refused') {
    linkNotice.value =
      reading.reason === 'doubled'
        ? t.linkDoubled(shortText(reading.about))
        : t.linkRefused[reading.reason];
    return;
  }
  const asked = reading.question;
  if (asked.round !== undefined && findRound(catalogue, asked.round) === undefined) {
    linkNotice.value = t.linkNoRound(asked.round);
    return;
  }
  const packed = reading.data === null ? [] : await unpackFiles(reading.data);
  if (packed === null) {
    linkNotice.value = t.linkRefused.malformed;
    return;
  }
  // One step of the address, and of undo.
  const codes = batch(() => {
    ask(asked);
    if (packed.length > 0)
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
    const unknown = unknownCodes(asked);
    withoutUnknown(unknown);
    return unknown;
  });
  const unknown = [
    ...reading.unknown,
    ...(asked.view === undefined || isView(asked.view) ? [] : [`view=${asked.view}`]),
  ];
  linkNotice.value = [
    ...(packed.length > 0 ? [t.linkHadData] : []),
    ...(codes.length > 0
      ? [t.linkNoMunicipality(codes.join(', '), round.value.title[language.value])]
      : []),
    ...(unknown.length > 0 ? [t.linkUnknown(quotedTexts(unknown))] : []),
  ].join(' ');
}

/**
 * What the browser keeps with an entry of its history: the question, from which a step back or forward
 * takes the round, the municipality and the room. What was typed or loaded stays as it is.
 */
interface Entry {
  readonly question: string;
}
const questionIn = (state: unknown): string | null =>
  typeof state === 'object' && state !== null && typeof (state as Entry).question === 'string'
    ? (state as Entry).question
    : null;

const write = (step: 'push' | 'replace', address: string, asked: string): void => {
  const entry: Entry = { question: asked };
  const whole = location.pathname + location.search + address;
  if (step === 'push') history.pushState(entry, '', whole);
  else history.replaceState(entry, '', whole);
};

/** A step back or forward. */
function stepTo(asked: string): void {
  const reading = readLink(asked);
  if (reading.kind !== 'question') return;
  const { round: id, municipality = null, view = '' } = reading.question;
  batch(() => {
    linkNotice.value = '';
    panel.value = null;
    if (id !== undefined && id !== round.value.id) chooseRound(id);
    chosenCode.value = municipality;
    if (isRoom(view)) room.value = view;
  });
}

/** Reads the address now and whenever it changes, and keeps it current. */
export async function followAddress(): Promise<void> {
  // Where the browser itself has made the entry, no other is added.
  let entered = false;
  const open = async (): Promise<void> => {
    const reading = readLink(location.hash);
    // Before anything else: what a link carries of a person's data leaves the address at once.
    if (reading.kind === 'question' && reading.data !== null)
      history.replaceState(null, '', location.pathname + location.search);
    entered = true;
    await openLink(reading);
    entered = false;
  };
  await open();
  addEventListener('hashchange', () => {
    if (questionIn(history.state) === null) void open();
  });
  addEventListener('popstate', ({ state }) => {
    const asked = questionIn(state);
    if (asked === null) return;
    entered = true;
    stepTo(asked);
    entered = false;
  });
  const opening = linkOf({ round: newestRound(catalogue).id, view: 'municipality' });
  let place = '';
  effect(() => {
    const { whatIf: _supposed, ...rest } = question.value;
    const whole = linkOf(question.value);
    const now = whole.length > longestLink ? linkOf(rest) : whole;
    const here = `${room.value} ${rest.municipality ?? ''}`;
    const step = entered || place === '' || here === place ? 'replace' : 'push';
    place = here;
    // As it opens, the page needs no question in its address.
    const plain = now === opening && step === 'replace' && !location.hash.startsWith('#v');
    const address = plain ? location.hash : now;
    if (step === 'push') linkNotice.value = '';
    if (location.hash !== address || questionIn(history.state) !== now) write(step, address, now);
  });
}
