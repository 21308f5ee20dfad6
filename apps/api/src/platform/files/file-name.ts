import { withoutHidden } from '@libretto/domain';

/** A file's name does not need them, and they make one ending look like another. */
const marksOfDirection = /[\u061c\u200e\u200f]/g;
const longest = 200;

/**
 * A file's name as its owner wrote it, without parts that could do harm: it has no folder and no hidden characters. A
 * long name is shortened in its middle, so that its ending stays.
 */
export function fileNameOf(given: string): string {
  const name = withoutHidden(given.normalize('NFC'))
    .replace(marksOfDirection, '')
    .replace(/[\\/]/g, '_')
    .replace(/^[\s.]+|\s+$/g, '');
  const letters = [...name];
  if (letters.length <= longest) return name || 'file';
  const ending = /\.[^.\s]{1,12}$/.exec(name)?.[0] ?? '';
  return (
    letters
      .slice(0, longest - ending.length)
      .join('')
      .trimEnd() + ending
  );
}

/**
 * The name that a browser put into the head of a form's part: it encodes these three characters as the form's standard
 * says.
 */
export const nameInForm = (given: string): string => given.replace(/%22/g, '"').replace(/%0D|%0A/g, ' ');

/** The endings by which a machine opens each accepted kind of file; the first is the usual one. */
const endingsOf: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'application/pkcs7-mime': ['p7m'],
  'application/rtf': ['rtf'],
  'application/msword': ['doc'],
  'application/vnd.ms-excel': ['xls'],
  'application/vnd.ms-powerpoint': ['ppt'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/vnd.oasis.opendocument.presentation': ['odp'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png', 'apng'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'image/avif': ['avif'],
  'image/heic': ['heic', 'heif'],
  'image/heif': ['heif', 'heic'],
  'image/heic-sequence': ['heic', 'heif'],
  'image/heif-sequence': ['heif', 'heic'],
  'image/tiff': ['tif', 'tiff'],
  'text/plain': ['txt', 'text', 'md', 'csv', 'tsv', 'tex', 'log'],
};

/**
 * The name of a download, which a machine opens by its ending: one that fits the bytes. `photo.exe`, which is a
 * picture, becomes `photo.exe.jpg`. Kinds that only the product makes keep their names.
 */
export function nameToSave({ name, type }: { readonly name: string; readonly type: string }): string {
  const endings = endingsOf[type];
  // Windows takes dots and blanks off the end.
  const whole = name.replace(/[\s.]+$/, '') || 'file';
  if (!endings || endings.some((ending) => whole.toLowerCase().endsWith(`.${ending}`))) return whole;
  return fileNameOf(`${whole}.${endings[0]}`);
}
