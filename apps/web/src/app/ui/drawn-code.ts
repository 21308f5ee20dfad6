import { create } from 'qrcode';

export interface DrawnCode {
  /** The dark squares as the path of an SVG. */
  readonly path: string;
  /** How many squares it is wide. */
  readonly size: number;
}

/** A text as a QR code. */
export function drawnCode(text: string | undefined): DrawnCode | undefined {
  if (!text) return undefined;
  const { data, size } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const path = Array.from(data, (dark, at) => (dark ? `M${at % size} ${Math.floor(at / size)}h1v1h-1z` : '')).join('');
  return { path, size };
}
