// The main views still look as they did when a person last looked at them: in docs/screenshots.
// After a change that is meant: node scripts/screenshots.mjs, look, and commit what it made.
import { readFileSync } from 'node:fs';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compared, launchChromium, pictureOf, show } from '../../scripts/screenshots.mjs';
import { root, singleFile } from './browsers.ts';

// Another edition of the fonts or a changed sentence moves some pixels; a lost style moves most.
const most = 0.12;

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

/** The part of the pixels that differ, over the height that both have. */
function difference(one: PNG, other: PNG): number {
  const { width } = one;
  const height = Math.min(one.height, other.height);
  const cut = (picture: PNG): Buffer => picture.data.subarray(0, width * height * 4);
  const differing = pixelmatch(cut(one), cut(other), undefined, width, height, { threshold: 0.2 });
  return differing / (width * height);
}

test.each(compared)('%s, %s, %i pixels wide, looks as it did', async (view, theme, width) => {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1440, height: 900 });
  await page.goto(singleFile);
  await page.waitForSelector('#zoek');
  await show(page, view);
  const now = PNG.sync.read(await pictureOf(page, theme, width));
  const reference = (of: string): PNG =>
    PNG.sync.read(readFileSync(`${root}docs/screenshots/${view}-${width}-${of}-nl.png`));
  const kept = reference(theme);
  expect(now.width).toBe(kept.width);
  expect(difference(now, kept)).toBeLessThan(most);
  // The measure itself tells: the other theme is another picture.
  expect(difference(now, reference(theme === 'light' ? 'dark' : 'light'))).toBeGreaterThan(0.5);
  await context.close();
});
