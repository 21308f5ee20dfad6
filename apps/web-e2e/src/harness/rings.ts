import type { Page } from 'playwright-core';

/**
 * Goes by keys through the first controls of a page: each shows the focus by a ring, or by the frame of its field, of
 * two pixels and of at least 3:1 to the ground beside it; in light, in dark and with forced colours.
 */
export async function expectRings(page: Page, stops: number): Promise<void> {
  const seen = new Set<string>();
  const faint: string[] = [];
  for (const media of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active' }] as const) {
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', ...media, reducedMotion: 'reduce' });
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    for (let stop = 0; stop < stops; stop++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(ringHere);
      if (!at) break;
      seen.add(at.what);
      if (at.width < 2 || at.contrast < 3)
        faint.push(`${JSON.stringify(media)}: ${at.width}px, ${at.contrast.toFixed(1)}:1 at ${at.what}`);
    }
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' });
  expect(seen.size).toBeGreaterThan(3);
  expect(faint).toEqual([]);
}

/**
 * Runs in the page: the element that shows the focus, and its contrast to the ground. `null` once the focus has left
 * the page.
 */
function ringHere(): { what: string; width: number; contrast: number } | null {
  const here = document.activeElement;
  if (!here || here === document.body) return null;
  const box = here.closest('.mdc-checkbox');
  const frame = here.closest('.mat-mdc-form-field')?.querySelector('.mdc-notched-outline__trailing');
  const ringed = box ?? here;
  const [ring, edge] = [getComputedStyle(ringed), frame ? getComputedStyle(frame) : null];
  const byRing = ring.outlineStyle !== 'none' && parseFloat(ring.outlineWidth) > 0;
  const colour = byRing || !edge ? ring.outlineColor : edge.borderTopColor;
  const width =
    byRing || !edge
      ? parseFloat(ring.outlineStyle === 'none' ? '0' : ring.outlineWidth)
      : parseFloat(edge.borderTopWidth);

  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const paint = (...colours: string[]) => {
    if (!canvas) return [0, 0, 0];
    for (const one of colours) {
      canvas.fillStyle = one;
      canvas.fillRect(0, 0, 1, 1);
    }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const luminance = (rgb: number[]) => {
    const [r = 0, g = 0, b = 0] = rgb.map((of) =>
      of / 255 <= 0.04045 ? of / 255 / 12.92 : ((of / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  // A ring outside of its control lies on the ground behind the control.
  const grounds: string[] = [];
  for (let on = parseFloat(ring.outlineOffset) < 0 ? ringed : ringed.parentElement; on; on = on.parentElement)
    grounds.unshift(getComputedStyle(on).backgroundColor);
  const ground = paint('Canvas', ...grounds);
  const [low = 0, high = 0] = [luminance(ground), luminance(paint('Canvas', ...grounds, colour))].sort((a, b) => a - b);
  return { what: here.outerHTML.slice(0, 80), width, contrast: (high + 0.05) / (low + 0.05) };
}
