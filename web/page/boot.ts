/**
 * Runs before the rest of the page has been read: what belongs to the page packed is unpacked, and its
 * WebAssembly compiled, while the browser still reads the script that will use them. The single file carries
 * its parts; the site has each in a script of its own, so that the search box need not wait for them.
 */
import { lookUp } from '../../wasm/contract/look-up.ts';
import { unpacked } from '../../wasm/package/unpack.ts';

interface Boot {
  /** The bytes of the core, which a receipt and the worker need. */
  readonly wasm: Promise<Uint8Array<ArrayBuffer>>;
  readonly module: Promise<WebAssembly.Module>;
  /** `wasm/rounds/catalogue.ts`, as JSON. */
  readonly catalogue: Promise<string>;
  /** A part of the page by what the build calls it, unpacked; it throws where that cannot be had. */
  readonly part: (id: string) => Promise<Uint8Array<ArrayBuffer>>;
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
  /** What the scripts of the site brought, packed. */
  var parts: Record<string, string> | undefined;
}

// Before anything is painted, so that a dark screen does not flash.
if (matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset['theme'] = 'dark';

// The page demands that a text becomes a script in this policy only (Trusted Types): the part that is
// read later, a worker, and what the site asks for: its parts and its service worker. No text of a file.
const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
const rules = {
  createScript: (text: string): string => text,
  createScriptURL: (address: string): string => {
    if (/^(service-worker\.js$|parts\/|blob:)/.test(address)) return address;
    throw new TypeError(address);
  },
};
const trusted = trustedTypes?.createPolicy('spreidingswijzer', rules) ?? rules;

/** Runs a script of the site, which the policy of the page knows by its hash. */
const run = (address: string, integrity: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.onload = () => {
      resolve();
    };
    script.onerror = () => {
      reject(new Error(`no ${address}`));
    };
    script.integrity = integrity;
    script.src = trusted.createScriptURL(address);
    document.head.append(script);
  });

async function part(id: string): Promise<Uint8Array<ArrayBuffer>> {
  const place = document.getElementById(id);
  const { src, integrity = '' } = place?.dataset ?? {};
  if (src !== undefined) await run(src, integrity);
  return unpacked(lookUp(globalThis.parts, id) ?? place?.textContent ?? '');
}

const wasm = part('rekenhart');
// Where WebAssembly is not there or not allowed, the page says so when it asks for this.
const module = wasm.then((bytes) => WebAssembly.compile(bytes));
const catalogue = part('gegevens').then((bytes) => new TextDecoder().decode(bytes));
for (const promise of [module, catalogue]) promise.catch(() => undefined);

// The policy of the page knows this script by its hash, as it knows the two that stand in it.
globalThis.carried = async (id) => {
  const script = document.createElement('script');
  script.textContent = trusted.createScript(new TextDecoder().decode(await part(id)));
  document.head.append(script);
  // A script that is refused, or breaks, throws nowhere: it has given nothing.
  if (globalThis.given === undefined) throw new Error(`no ${id}`);
  return given;
};
globalThis.boot = {
  wasm,
  module,
  catalogue,
  part,
  scriptAddress: (address) => trusted.createScriptURL(address),
};
