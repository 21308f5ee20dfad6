import { fileTypeFromBuffer } from 'file-type';
import type { Inspected } from './inspect.ts';

/** The recordings of a voice that browsers make and play, by their type. */
export const recordings = ['audio/webm', 'audio/ogg', 'audio/mp4', 'audio/mpeg', 'audio/wav'];

/** What file-type calls them: a container of pictures and sound has the same first bytes without pictures. */
const sniffed: Readonly<Record<string, string>> = {
  'video/webm': 'audio/webm',
  'video/matroska': 'audio/webm',
  'audio/opus': 'audio/ogg',
  'audio/ogg; codecs=opus': 'audio/ogg',
  'video/mp4': 'audio/mp4',
  'audio/x-m4a': 'audio/mp4',
  'audio/vnd.wave': 'audio/wav',
};

/** The mark of a track with pictures, in WebM and in MP4. */
const pictures: Readonly<Record<string, RegExp>> = {
  'audio/webm': /V_(?:VP[89]|AV1|MPEG|UNCOMPRESSED|THEORA|MS)/,
  'audio/mp4': /hdlr.{8}vide/s,
};

/** A recording without pictures, in a form that browsers play. */
export async function inspectRecording(bytes: Buffer): Promise<Inspected> {
  const mime = (await fileTypeFromBuffer(bytes))?.mime ?? '';
  const type = sniffed[mime] ?? mime;
  if (!recordings.includes(type) || pictures[type]?.test(bytes.toString('latin1'))) return { fault: 'no-recording' };
  return { type, view: null };
}
