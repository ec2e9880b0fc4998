// For ears and fingers: what is said, where headings are, what an arrow does, and what a narrow screen holds.
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { freshPages, openView } from './browsers.ts';

const find = async (page: Page, name: string): Promise<void> => {
  await page.focus('#zoek');
  await page.keyboard.type(name);
  await page.waitForSelector('[role=option]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-testid=kaart]');
};

describe.each(['chromium', 'firefox'] as const)('ears and fingers in %s', (name) => {
  let page: Page;
  freshPages(name, (opened) => {
    page = opened;
  });

  test('the answer is what is announced, once, with who says so', async () => {
    await page.evaluate(() => {
      const said: string[] = [];
      Object.assign(globalThis, { said });
      new MutationObserver((changes) => {
        for (const { target } of changes) {
          const region = (target instanceof Element ? target : target.parentElement)?.closest(
            '[role=status]',
          );
          const words = region?.textContent.trim() ?? '';
          if (words !== '' && said.at(-1) !== words) said.push(words);
        }
      }).observe(document.body, { childList: true, characterData: true, subtree: true });
    });
    const heard = (): Promise<string[]> =>
      page.evaluate(() => [...(globalThis as unknown as { said: string[] }).said]);
    const waitFor = (sentence: string): Promise<unknown> =>
      page.waitForFunction(
        (words: string) => (globalThis as unknown as { said: string[] }).said.includes(words),
        {},
        sentence,
      );
    const breda = 'Breda: 932 plekken, volgens OOZO, 2 maart 2026';
    await find(page, 'breda');
    await waitFor(breda);
    await page.select('#ronde', '2024');
    await waitFor('Breda: tussen 1.013 en 1.024 plekken, schatting');
    expect((await heard()).filter((words) => words.includes('932'))).toEqual([breda]);
    // What is announced stands large on the card.
    expect(await page.$eval('[data-testid=getal]', (number) => number.textContent)).toBe(
      'tussen 1.013 en 1.024 plekken',
    );
  });

  test('what is dropped is announced where it lands: as what it was recognised, and what it changed', async () => {
    await find(page, 'breda');
    await page.evaluate(() => {
      const carried = new DataTransfer();
      carried.items.add(new File(['gemeentecode;plekken\nGM0758;900\n'], 'krant.csv'));
      document.body.dispatchEvent(
        new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: carried }),
      );
    });
    await page.waitForFunction(() =>
      document.querySelector('.visually-hidden[role=status]')?.textContent.startsWith('krant.csv'),
    );
    const said = await page.$eval('.visually-hidden[role=status]', (live) => live.textContent);
    expect(said).not.toContain('Sluit');
    const stands = await page.$eval('[data-testid=aangekomen]', (box) => box.textContent);
    expect(stands).toContain(said.split('. ')[0]);
  });

  test('headings in a summary are headings of the page', async () => {
    await find(page, 'breda');
    const written = await page.$$eval('summary :is(h1, h2, h3, h4)', (all) =>
      all.map((heading) => `${heading.tagName} ${heading.textContent.trim()}`),
    );
    expect(written.length).toBeGreaterThan(2);
    if (name === 'firefox') return; // its tree is behind no protocol here
    const session = await page.createCDPSession();
    const { nodes } = (await session.send('Accessibility.getFullAXTree')) as {
      nodes: {
        ignored: boolean;
        role?: { value: string };
        name?: { value: string };
        properties?: { name: string; value: { value: unknown } }[];
      }[];
    };
    const told = nodes
      .filter(({ ignored, role }) => !ignored && role?.value === 'heading')
      .map((node) => {
        const level = node.properties?.find((each) => each.name === 'level')?.value.value;
        return `H${String(level)} ${node.name?.value.trim() ?? ''}`;
      });
    for (const heading of written) expect(told).toContain(heading);
  });

  test('one press of an arrow moves the slider by a step that shows, and what is finer is typed', async () => {
    await find(page, 'breda');
    const typed = '[data-testid=wat-als-gewicht-getal]';
    const value = (): Promise<string> =>
      page.$eval(typed, (field) => (field as HTMLInputElement).value);
    await openView(page, 'country');
    await page.waitForSelector('#wat-als-gewicht');
    await page.$eval('#wat-als-gewicht', (slider) => {
      for (let box = slider.closest('details'); box !== null;) {
        box.open = true;
        box = box.parentElement?.closest('details') ?? null;
      }
    });
    await page.focus('#wat-als-gewicht');
    await page.keyboard.press('ArrowLeft');
    expect(await value()).toBe('0,95');
    expect(await page.$eval('#wat-als-gewicht', (slider) => slider.ariaValueText)).toBe('0,95');
    await page.$eval(typed, (field) => {
      (field as HTMLInputElement).select();
    });
    await page.focus(typed);
    await page.keyboard.type('0,333');
    expect(await value()).toBe('0,333');
    expect(await page.$eval('#wat-als-gewicht', (slider) => slider.ariaValueText)).toBe('0,333');
  });

  test('a municipality on the map is found in a list as well, high enough for a finger', async () => {
    await openView(page, 'country');
    await page.waitForSelector('#kaart-gemeente');
    await page.select('#kaart-gemeente', 'GM0758');
    await page.waitForSelector('[data-testid=kaart-nederland] .mark--chosen');
    const heights = await page.$$eval('.picture__control select', (all) =>
      all.map((each) => each.getBoundingClientRect().height),
    );
    for (const height of heights) expect(height).toBeGreaterThanOrEqual(24);
    await page.select('#kaart-provincie', 'Zeeland');
    expect(
      await page.$$eval('#kaart-gemeente option', (all) => all.map((each) => each.textContent)),
    ).toHaveLength(14);
  });

  test('nothing widens the page at 320 pixels, with everything unfolded', async () => {
    await find(page, 'groningen');
    const over = (): Promise<number> =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
    const views = await page.$$eval('[data-view]', (all) => [
      ...new Set(all.map((each) => (each as HTMLElement).dataset['view'] ?? '')),
    ]);
    expect(views.length).toBeGreaterThan(4);
    for (const view of views) {
      await openView(page, view);
      await page.$$eval('main details, dialog details', (all) => {
        for (const each of all) each.open = true;
      });
      await page.setViewport({ width: 320, height: 800 });
      expect([view, await over()]).toEqual([view, 0]);
      await page.setViewport({ width: 1280, height: 900 });
    }
  });
});
