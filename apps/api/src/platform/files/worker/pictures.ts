import { createRequire } from 'node:module';
import sharp, { type Sharp } from 'sharp';

const require = createRequire(import.meta.url);
const { all: readHeic } = require('heic-decode') as {
  all(input: {
    buffer: Uint8Array;
  }): Promise<{ width: number; height: number; decode(): Promise<{ data: Uint8ClampedArray }> }[]>;
};

/** Phones take pictures of 50 megapixels and some of 108; a picture of a few bytes may unpack to far more. */
export const mostPixels = 120_000_000;
/** An A4 page at 300 dots per inch. */
const longestSide = 3508;
const mostPagesOfTiff = 100;

sharp.concurrency(1);
sharp.cache(false);
// Only these readers open files of strangers.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpeg',
    'VipsForeignLoadPng',
    'VipsForeignLoadWebp',
    'VipsForeignLoadTiff',
    'VipsForeignLoadNsgif',
    'VipsForeignLoadHeif',
  ],
});

export class TooManyPixels extends Error {
  readonly width: number;
  readonly height: number;

  constructor(width: number, height: number) {
    super('A picture has too many pixels.');
    this.width = width;
    this.height = height;
  }
}

const opened = (bytes: Uint8Array, page = 0): Sharp =>
  sharp(bytes, { failOn: 'truncated', limitInputPixels: mostPixels, page });

async function measured(bytes: Uint8Array) {
  const found = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (found.width * found.height > mostPixels) throw new TooManyPixels(found.width, found.height);
  return found;
}

/** Upright, on white, no larger than a printed page needs: a picture's shown form on a page. */
const asPrinted = (picture: Sharp): Promise<Buffer> =>
  picture
    .autoOrient()
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 90, chromaSubsampling: '4:4:4' })
    .toBuffer();

/** A picture as a JPEG to print. Throws if it cannot be read to its end. */
export async function printedPicture(bytes: Uint8Array): Promise<Buffer> {
  await measured(bytes);
  return asPrinted(opened(bytes));
}

/** Each page of a scan. */
export async function printedScan(bytes: Uint8Array): Promise<Buffer[]> {
  const { pages = 1 } = await measured(bytes);
  const printed: Buffer[] = [];
  for (let page = 0; page < Math.min(pages, mostPagesOfTiff); page += 1)
    printed.push(await asPrinted(opened(bytes, page)));
  return printed;
}

/** A phone's HEIC picture, which browsers do not show. */
export async function printedHeic(bytes: Uint8Array): Promise<Buffer> {
  const [picture] = await readHeic({ buffer: bytes });
  if (!picture) throw new Error('There is no picture.');
  const { width, height } = picture;
  if (width * height > mostPixels / 2) throw new TooManyPixels(width, height);
  const { data } = await picture.decode();
  return asPrinted(sharp(data, { raw: { width, height, channels: 4 } }));
}
