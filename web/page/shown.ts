/**
 * The one door of texts to the screen: in no text that Preact draws does a sign stand that nobody sees and that
 * turns what stands beside it. A name out of a file could so turn a figure about.
 */
import { options } from 'preact';
import { plainLines } from '../../wasm/words/plain-text.ts';

// Anything that is no sign to see; most texts have none.
const isSuspect = /[^\P{C}\t\n\r]/u;

const before = options.vnode?.bind(options);
options.vnode = (vnode) => {
  const text = vnode as { readonly type: unknown; props: unknown };
  if (text.type === null && typeof text.props === 'string' && isSuspect.test(text.props))
    text.props = plainLines(text.props);
  before?.(vnode);
};
