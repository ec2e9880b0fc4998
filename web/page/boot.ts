/**
 * Runs before the rest of the page has been read: what the page carries packed is unpacked, and its
 * WebAssembly compiled, while the browser still reads the script that will use them.
 */
import { unpacked } from '../../wasm/package/unpack.ts';

interface Boot {
  /** The bytes of the core, which a receipt and the worker need. */
  readonly wasm: Promise<Uint8Array<ArrayBuffer>>;
  readonly module: Promise<WebAssembly.Module>;
  /** `wasm/rounds/catalogue.ts`, as JSON. */
  readonly catalogue: Promise<string>;
  /** The address of a script that is ours, as the browser wants it; of another it throws. */
  readonly scriptAddress: (address: string) => string;
}
/** What browsers have of Trusted Types; TypeScript's list of what is there does not know it yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: Record<'createScript' | 'createScriptURL', (text: string) => string>,
  ): Record<'createScript' | 'createScriptURL', (text: string) => string>;
}
declare global {
  var boot: Boot;
  /** The part of the page that is read later, by what the build calls it. */
  var carried: (id: string) => Promise<unknown>;
  /** What that part gives, once its script has run. */
  var given: unknown;
}

// Before anything is painted, so that a dark screen does not flash.
if (matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset['theme'] = 'dark';

const packed = (id: string): string => document.getElementById(id)?.textContent ?? '';

const wasm = unpacked(packed('rekenhart'));
// Where WebAssembly is not there or not allowed, the page says so when it asks for this.
const module = wasm.then((bytes) => WebAssembly.compile(bytes));
const catalogue = unpacked(packed('gegevens')).then((bytes) => new TextDecoder().decode(bytes));
for (const promise of [module, catalogue]) promise.catch(() => undefined);

// The page demands that a text becomes a script in this policy only (Trusted Types): the part that is
// read later, a worker that the page carries, and the service worker of the site. No text of a file.
const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
const rules = {
  createScript: (text: string): string => text,
  createScriptURL: (address: string): string => {
    if (address === 'service-worker.js' || address.startsWith('blob:')) return address;
    throw new TypeError(address);
  },
};
const trusted = trustedTypes?.createPolicy('spreidingswijzer', rules) ?? rules;

// The policy of the page knows this script by its hash, as it knows the two that stand in it.
globalThis.carried = async (id) => {
  const script = document.createElement('script');
  script.textContent = trusted.createScript(new TextDecoder().decode(await unpacked(packed(id))));
  document.head.append(script);
  // A script that is refused, or breaks, throws nowhere: it has given nothing.
  if (globalThis.given === undefined) throw new Error(`no ${id}`);
  return given;
};
globalThis.boot = {
  wasm,
  module,
  catalogue,
  scriptAddress: (address) => trusted.createScriptURL(address),
};
