// Takes every view at three widths, light and dark, in Dutch and English, as small PNG files.
//
//     node scripts/screenshots.mjs [FOLDER]      docs/screenshots when left out
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PNG } from 'pngjs';
import { root } from './run.mjs';

const file = pathToFileURL(`${root}dist/spreidingswijzer.html`).href;
const widths = [360, 768, 1440];
const tallest = 1800;
const views = [
  'start',
  'municipality',
  'country',
  'compare',
  'table',
  'input',
  'report',
  'proof',
  'dossier',
  'help',
];

/** At most this wide, by the mean of each square of pixels; and steps of eight, so that it packs well. */
export function smaller(bytes, most = 480) {
  const from = PNG.sync.read(Buffer.from(bytes));
  const factor = Math.max(1, Math.ceil(from.width / most));
  const to = new PNG({
    width: Math.floor(from.width / factor),
    height: Math.floor(from.height / factor),
  });
  for (let y = 0; y < to.height; y += 1)
    for (let x = 0; x < to.width; x += 1)
      for (let channel = 0; channel < 3; channel += 1) {
        let sum = 0;
        for (let down = 0; down < factor; down += 1)
          for (let right = 0; right < factor; right += 1)
            sum += from.data[((y * factor + down) * from.width + x * factor + right) * 4 + channel];
        const mean = sum / (factor * factor);
        const at = (y * to.width + x) * 4;
        to.data[at + channel] = Math.min(255, Math.round(mean / 8) * 8);
        to.data[at + 3] = 255;
      }
  return PNG.sync.write(to, { colorType: 2, deflateLevel: 9 });
}

/** A view with something in it: figures without an estimate, one municipality chosen. */
export async function show(page, view) {
  if (view === 'start') return;
  const annex = view === 'report' || view === 'municipality';
  await page.select('#ronde', annex ? '2026' : 'example');
  if (annex || view === 'proof') {
    await page.evaluate(() => document.querySelector('[data-view=municipality]').click());
    await page.focus('#zoek');
    await page.keyboard.type(annex ? 'breda' : 'linde');
    await page.waitForSelector('[role=option]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-testid=kaart]');
  }
  await page.evaluate((name) => document.querySelector(`[data-view=${name}]`).click(), view);
  await page.waitForSelector(`[data-view=${view}][aria-current]`);
  await page.evaluate(() => {
    document.activeElement?.blur();
    document.documentElement.scrollTop = 0;
  });
}

export const launchChromium = async () => {
  const { default: puppeteer } = await import('puppeteer-core');
  return puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--hide-scrollbars'],
  });
};

export async function takeAll(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const browser = await launchChromium();
  let size = 0;
  try {
    for (const view of views) {
      for (const language of ['nl', 'en']) {
        // Language and theme are kept between visits: each round begins as a first visit.
        const context = await browser.createBrowserContext();
        const page = await context.newPage();
        await page.setViewport({ width: 1440, height: 900 });
        await page.goto(file);
        await page.waitForSelector('#zoek');
        await show(page, view);
        if (language === 'en') {
          await page.evaluate(() => document.querySelector('.header__settings button').click());
          await page.waitForSelector('html[lang=en]');
        }
        for (const theme of ['light', 'dark']) {
          await page.select('#weergave', theme);
          for (const width of widths) {
            await page.setViewport({ width, height: 900 });
            // What follows the width is drawn again.
            await page.evaluate(
              () =>
                new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
            );
            const height = await page.evaluate(() => document.documentElement.scrollHeight);
            const shot = await page.screenshot({
              clip: { x: 0, y: 0, width, height: Math.min(height, tallest) },
              captureBeyondViewport: true,
            });
            const picture = smaller(shot);
            size += picture.length;
            writeFileSync(join(folder, `${view}-${width}-${theme}-${language}.png`), picture);
          }
        }
        await context.close();
      }
    }
    // Two for the README, at full width.
    const page = await (await browser.createBrowserContext()).newPage();
    await page.setViewport({ width: 1280, height: 720 });
    await page.goto(file);
    await page.waitForSelector('#zoek');
    for (const view of ['start', 'municipality']) {
      await show(page, view);
      const picture = smaller(await page.screenshot(), 1280);
      size += picture.length;
      writeFileSync(join(folder, `readme-${view}.png`), picture);
    }
  } finally {
    await browser.close();
  }
  console.log(`${views.length * 12 + 2} screenshots, ${Math.round(size / 1000)} kB`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await takeAll(process.argv[2] ?? `${root}docs/screenshots`);
