import type { Locator, Page } from 'playwright-core';

/** Drags one thing to another by mouse, which presses only what is in view. */
export async function drag(page: Page, what: Locator, to: Locator): Promise<void> {
  await what.scrollIntoViewIfNeeded();
  for (const [target, step] of [
    [what, () => page.mouse.down()],
    [to, () => page.mouse.up()],
  ] as const) {
    const box = await target.boundingBox();
    if (!box) throw new Error('It is nowhere to be seen.');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 12 });
    await step();
  }
}
