import { Buffer } from 'node:buffer';
import {
  hashIn,
  isPictureText,
  mostBytesOfPicture,
  pictureOfHash,
  pictureOfPng,
  pngOf,
  withoutPictures,
} from './pictures';

/** The beginning of a PNG of this size, and as many bytes as are asked for. */
function png(width: number, height: number, bytes = 60): string {
  const all = Buffer.alloc(bytes);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(all);
  all.writeUInt32BE(width, 16);
  all.writeUInt32BE(height, 20);
  return all.toString('base64');
}

describe('a picture of a programme file', () => {
  it.each([
    ['a PNG', pictureOfPng(png(600, 200)), true],
    ['the largest', pictureOfPng(png(2000, 2000, mostBytesOfPicture)), true],
    ['the hash of one', pictureOfHash('a0'.repeat(32)), true],
    ['a hash that is none', pictureOfHash('A0'.repeat(32)), false],
    ['one with too many bytes', pictureOfPng(png(600, 200, mostBytesOfPicture + 3)), false],
    ['one with too many pixels', pictureOfPng(png(2001, 10)), false],
    ['one without any', pictureOfPng(png(0, 10)), false],
    ['another type', 'data:image/svg+xml;base64,PHN2Zy8+', false],
    [
      'what is called a PNG',
      pictureOfPng(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64')),
      false,
    ],
    ['no base64', 'data:image/png;base64,****', false],
    ['an address', 'https://example.org/logo.png', false],
    ['nothing', pictureOfPng(''), false],
  ])('%s', (_, text, isOne) => expect(isPictureText(text)).toBe(isOne));

  it('has its PNG in it, and is not counted among the letters of the file', () => {
    const picture = pictureOfPng(png(1, 1));
    expect(pngOf(picture)).toBe(png(1, 1));
    expect(pngOf(pictureOfHash('a0'.repeat(32)))).toBeNull();
    expect(hashIn(pictureOfHash('a0'.repeat(32)))).toBe('a0'.repeat(32));
    expect(withoutPictures(`a: ${picture}\nb: c`)).toBe('a: \nb: c');
  });
});
