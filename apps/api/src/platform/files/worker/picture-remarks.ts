/**
 * The same picture without what cameras and programs write beside its pixels: who owns the camera, where it stood, when.
 * No pixel changes, since the picture is not written anew. Other kinds of pictures stay as they are.
 */
export function withoutRemarks(picture: Buffer): Buffer {
  if (picture.readUInt16BE(0) === startOfJpeg) return jpegWithoutRemarks(picture);
  return picture.subarray(0, 8).equals(startOfPng) ? pngWithoutRemarks(picture) : picture;
}

const startOfJpeg = 0xffd8;
const startOfPng = Buffer.from('89504e470d0a1a0a', 'hex');

const pixelsFollow = 0xda;
const comment = 0xfe;
const [firstOfApps, lastOfApps] = [0xe0, 0xef];
/** The kind of the file, the colours, and how they were mixed: a picture looks different without them. */
const appsOfPixels = [0xe0, 0xe2, 0xee];

function jpegWithoutRemarks(picture: Buffer): Buffer {
  const kept = [picture.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= picture.length && picture[at] === 0xff) {
    const kind = picture[at + 1] as number;
    if (kind === pixelsFollow) break;
    const end = at + 2 + picture.readUInt16BE(at + 2);
    const isRemark = kind === comment || (kind >= firstOfApps && kind <= lastOfApps && !appsOfPixels.includes(kind));
    if (!isRemark) kept.push(picture.subarray(at, end));
    at = end;
  }
  return Buffer.concat([...kept, picture.subarray(at)]);
}

const remarksOfPng = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME'];

function pngWithoutRemarks(picture: Buffer): Buffer {
  const kept = [picture.subarray(0, 8)];
  let at = 8;
  while (at + 12 <= picture.length) {
    const end = at + 12 + picture.readUInt32BE(at);
    if (!remarksOfPng.includes(picture.toString('latin1', at + 4, at + 8))) kept.push(picture.subarray(at, end));
    at = end;
  }
  return Buffer.concat(kept);
}
