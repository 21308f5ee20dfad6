import type { Page } from 'playwright-core';

/** A megabyte a second leaves the browser, so that somebody sees how much of a file was sent; then nothing for a while. */
export async function sendBrokenly(page: Page, send: () => Promise<void>, broken: () => Promise<void>): Promise<void> {
  const network = await page.context().newCDPSession(page);
  const line = { offline: false, latency: 0, downloadThroughput: -1 };
  await network.send('Network.emulateNetworkConditions', { ...line, uploadThroughput: 1_000_000 });
  await send();
  await network.send('Network.emulateNetworkConditions', { ...line, offline: true, uploadThroughput: 1_000_000 });
  await broken();
  await network.send('Network.emulateNetworkConditions', { ...line, uploadThroughput: -1 });
}
