// Takes pictures of the monthly letter to look at: full, quiet and empty months, narrow and wide, light and dark.
// `npm run pictures` writes all of them to .data/pictures, and the two of the README, cut short, beside this file.

import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import chromium from '@sparticuz/chromium';
import { chromium as browsers, type Page } from 'playwright-core';
import { decideSummary } from '../../functions/summary/decide.ts';
import { sampleMonths, sampleOccasion } from './months.ts';

const folder = resolve(import.meta.dirname, '../../.data/pictures');
const widths = [320, 700];
const schemes = ['light', 'dark'] as const;

/** Of the full month; its letter is too long to show whole. */
const readmePictures = [
  { file: 'october-wide-light.png', width: 700, height: 1010, colorScheme: 'light' },
  { file: 'october-narrow-dark.png', width: 320, height: 1010, colorScheme: 'dark' },
] as const;

/** Shows the letter of a sample month. */
async function open(page: Page, { known, lookedUp }: (typeof sampleMonths)[keyof typeof sampleMonths]): Promise<void> {
  await page.setContent(decideSummary(known, lookedUp, sampleOccasion)?.letter.html ?? '');
}

async function takeAll(page: Page): Promise<void> {
  for (const [name, month] of Object.entries(sampleMonths)) {
    await open(page, month);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 300 });
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme });
        const file = `${name}-${width}-${colorScheme}.png`;
        await page.screenshot({ path: join(folder, file), fullPage: true });
        const needed = Number(await page.evaluate('document.documentElement.scrollWidth'));
        console.log(needed > width ? `${file}: does not fit, it needs ${needed} pixels` : file);
      }
    }
  }
}

async function takeForReadme(page: Page): Promise<void> {
  await open(page, sampleMonths.full);
  for (const { file, width, height, colorScheme } of readmePictures) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: join(import.meta.dirname, file) });
  }
}

mkdirSync(folder, { recursive: true });
const browser = await browsers.launch({
  executablePath: await chromium.executablePath(),
  args: [...chromium.args, '--disable-background-networking', '--no-first-run'],
});
try {
  // One page for all: this Chromium is a single process and ends with its first page.
  const page = await browser.newPage();
  await takeAll(page);
  await takeForReadme(page);
} finally {
  await browser.close();
}
