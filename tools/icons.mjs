/**
 * `node tools/icons.mjs`: draws the web application's icons for browsers that take no SVG, from the one SVG. Run it
 * when that changes.
 */
import './node.mjs';
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const folder = 'apps/web/public';
const svg = readFileSync(`${folder}/libretto.svg`, 'utf8');
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell',
  args: ['--no-sandbox'],
});
for (const size of [48, 180, 512]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px }</style>${svg}`);
  await page.screenshot({ path: `${folder}/libretto-${size}.png`, omitBackground: true });
}
await browser.close();
