import * as z from 'zod/mini';

/** The types that the file dialogue offers. The bytes decide whether a file is taken, not its name. */
export const fileExtensions = [
  ...['.pdf', '.p7m'],
  ...['.jpg', '.jpeg', '.png', '.heic', '.heif', '.tif', '.tiff', '.webp', '.avif', '.gif'],
  ...['.docx', '.doc', '.odt', '.rtf', '.xlsx', '.xls', '.ods', '.pptx', '.ppt', '.odp'],
  ...['.txt', '.md', '.csv'],
] as const;

/** Asks for the view of a file in the browser; without it, the original comes as a download. */
export const fileQuery = z.object({ inPlace: z.optional(z.literal('true')) });

/** The refusals of every upload. */
export const uploadRefusals = [
  'common.upload-not-readable',
  'common.content-type-not-taken',
  'common.too-large',
  'common.file-is-empty',
  'common.file-type-not-taken',
  'common.file-is-web-page',
  'common.file-needs-password',
  'common.file-needs-adobe',
  'common.file-is-encrypted',
  'common.file-is-signature-only',
  'common.file-has-macros',
  'common.file-loads-by-itself',
  'common.file-is-cut-off',
  'common.file-is-damaged',
  'common.file-has-too-many-pixels',
  'common.file-is-too-heavy',
  'common.file-is-no-recording',
] as const;
