// WebKit, the engine of Safari, as WebKitGTK brings it: driven by its own WebDriver, on a screen of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a driver calls an element. */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';
interface Element {
  readonly [elementKey]: string;
}

/** Keys of WebDriver that tests press. */
export const keys = {
  enter: '\uE007',
  tab: '\uE004',
  escape: '\uE00C',
  control: '\uE009',
} as const;

function miniBrowser(): string {
  const libraries = '/usr/lib';
  const found = readdirSync(libraries)
    .filter((name) => name.endsWith('-linux-gnu'))
    .flatMap((triplet) =>
      readdirSync(join(libraries, triplet))
        .filter((name) => /^webkit2?gtk-\d/.test(name))
        .map((name) => join(libraries, triplet, name))
        .filter((folder) => readdirSync(folder).includes('MiniBrowser')),
    );
  const newest = found.sort().at(-1);
  if (newest === undefined) throw new Error('MiniBrowser of WebKitGTK is not installed');
  return join(newest, 'MiniBrowser');
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });

/** Asks again until there is an answer; what is waited for says so itself, no time is guessed. */
async function until<T>(ask: () => Promise<T | null | false>, what: string): Promise<T> {
  const end = Date.now() + 30_000;
  for (;;) {
    const answer = await ask().catch(() => null);
    if (answer !== null && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** One window of WebKit. */
export interface WebKit {
  open(address: string): Promise<void>;
  /** Runs a function in the page; arguments and answer travel as JSON. */
  evaluate<A extends readonly unknown[], T>(
    run: (...given: A) => T | Promise<T>,
    ...given: A
  ): Promise<T>;
  /** Waits until the function in the page gives something that is neither null nor false. */
  waitFor<A extends readonly unknown[], T>(
    run: (...given: A) => T | null | false,
    ...given: A
  ): Promise<T>;
  click(selector: string): Promise<void>;
  /** Types as a person does; for a field of files: the paths of files. */
  type(selector: string, text: string): Promise<void>;
  /** Keys to what has the focus. */
  press(text: string): Promise<void>;
  /** A key while Control is held. */
  chord(key: string): Promise<void>;
  /** What the page should not have done: refusals by the policy and errors, since it was opened. */
  said(): Promise<readonly string[]>;
  back(): Promise<void>;
  /** Files that the page has saved, in this window's own home. */
  readonly downloads: string;
  close(): Promise<void>;
}

/** Noted in the page from its first line on; WebKit's driver tells nothing of the console. */
const listen = (): void => {
  const said: string[] = [];
  Object.assign(globalThis, { said });
  document.addEventListener('securitypolicyviolation', (event) => {
    said.push(`refused by the policy: ${event.violatedDirective} ${event.blockedURI}`);
  });
  addEventListener('error', (event) => {
    said.push(`error: ${event.message}`);
  });
  addEventListener('unhandledrejection', (event) => {
    said.push(`rejected: ${String(event.reason)}`);
  });
};

export async function openWebKit(): Promise<WebKit> {
  const home = mkdtempSync(join(tmpdir(), 'spreiding-webkit-'));
  // Without a word of its own, what is saved would land in the home itself.
  mkdirSync(join(home, 'Downloads'));
  mkdirSync(join(home, '.config'));
  writeFileSync(join(home, '.config/user-dirs.dirs'), 'XDG_DOWNLOAD_DIR="$HOME/Downloads"\n');
  const screen = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  const display = await new Promise<string>((resolve, reject) => {
    screen.once('error', reject);
    screen.stdio[3]?.once('data', (bytes: Buffer) => {
      resolve(bytes.toString().trim());
    });
  });
  const port = await freePort();
  const driver: ChildProcess = spawn('WebKitWebDriver', [`--port=${port}`], {
    stdio: 'ignore',
    env: {
      PATH: process.env['PATH'],
      DISPLAY: `:${display}`,
      HOME: home,
      XDG_RUNTIME_DIR: home,
      LANG: 'nl_NL.UTF-8',
      GDK_BACKEND: 'x11',
      NO_AT_BRIDGE: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
    },
  });
  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = (await answer.json()) as { value: unknown };
    if (!answer.ok) throw new Error(JSON.stringify(value));
    return value;
  };
  await until(() => ask('GET', '/status'), 'the driver');
  const { sessionId } = (await ask('POST', '/session', {
    capabilities: {
      alwaysMatch: {
        'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] },
        unhandledPromptBehavior: 'accept',
      },
    },
  })) as { sessionId: string };
  const session = `/session/${sessionId}`;
  const execute = (script: string, given: readonly unknown[]): Promise<unknown> =>
    ask('POST', `${session}/execute/async`, { script, args: given });
  // The last argument is the driver's: it takes the answer.
  const evaluate: WebKit['evaluate'] = async (run, ...given) => {
    const answer = (await execute(
      `const done = arguments[arguments.length - 1];
       Promise.resolve().then(() => (${run.toString()})(...[...arguments].slice(0, -1)))
         .then((value) => done({ value }), (fault) => done({ fault: String(fault) }));`,
      given,
    )) as { value?: unknown; fault?: string };
    if (answer.fault !== undefined) throw new Error(answer.fault);
    return answer.value as never;
  };
  const waitFor: WebKit['waitFor'] = (run, ...given) =>
    until(() => evaluate(run, ...given) as Promise<never>, run.toString());
  const find = (selector: string): Promise<string> =>
    until(
      async () =>
        (
          (await ask('POST', `${session}/element`, {
            using: 'css selector',
            value: selector,
          })) as Element
        )[elementKey],
      selector,
    );
  return {
    downloads: join(home, 'Downloads'),
    open: async (address) => {
      // An address that differs only behind its # would keep the page, and what was loaded in it.
      await ask('POST', `${session}/url`, { url: 'about:blank' });
      await ask('POST', `${session}/url`, { url: address });
      await evaluate(listen);
    },
    evaluate,
    waitFor,
    click: async (selector) => {
      await ask('POST', `${session}/element/${await find(selector)}/click`, {});
    },
    type: async (selector, text) => {
      await ask('POST', `${session}/element/${await find(selector)}/value`, { text });
    },
    press: async (text) => {
      await ask('POST', `${session}/actions`, {
        actions: [
          {
            type: 'key',
            id: 'keys',
            actions: Array.from(text).flatMap((value) => [
              { type: 'keyDown', value },
              { type: 'keyUp', value },
            ]),
          },
        ],
      });
    },
    chord: async (key) => {
      const actions = [
        { type: 'keyDown', value: keys.control },
        { type: 'keyDown', value: key },
        { type: 'keyUp', value: key },
        { type: 'keyUp', value: keys.control },
      ];
      await ask('POST', `${session}/actions`, { actions: [{ type: 'key', id: 'keys', actions }] });
    },
    said: () => evaluate(() => (globalThis as unknown as { said: readonly string[] }).said),
    back: async () => {
      await ask('POST', `${session}/back`, {});
    },
    close: async () => {
      await ask('DELETE', session).catch(() => undefined);
      driver.kill();
      screen.kill();
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
