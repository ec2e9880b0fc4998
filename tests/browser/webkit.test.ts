// The built page in WebKit: the single file from file:// and the site over http.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { serveSite } from '../../scripts/serve.mjs';
import { singleFile } from './browsers.ts';
import { type WebKit, keys, openWebKit } from './webkit.ts';

let webkit: WebKit;
let site = '';
beforeAll(async () => {
  site = (await serveSite(0)).address;
  webkit = await openWebKit();
});
afterAll(async () => {
  await webkit.close();
});

const text = (selector: string): Promise<string> =>
  webkit.waitFor(
    (wanted: string) => document.querySelector<HTMLElement>(wanted)?.innerText ?? null,
    selector,
  );

describe.each(['file', 'site'] as const)('over %s', (wrapping) => {
  const address = (): string => (wrapping === 'file' ? singleFile : site);
  afterEach(async () => {
    expect(await webkit.said()).toEqual([]);
  });

  test('a name and Enter give the answer', async () => {
    await webkit.open(address());
    await webkit.type('#zoek', `breda${keys.enter}`);
    expect(await text('[data-testid=kaart]')).toMatch(/Breda[\s\S]*932/);
  });

  test('a link opens its municipality', async () => {
    await webkit.open(`${address()}#v1/round=2026&municipality=GM0484`);
    expect(await text('[data-testid=kaart]')).toContain('628');
  });
});
