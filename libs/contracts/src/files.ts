import * as z from 'zod/mini';

/** What the choice of a file offers. What is taken is decided by the bytes, not by the name. */
export const fileExtensions = [
  ...['.pdf', '.p7m'],
  ...['.jpg', '.jpeg', '.png', '.heic', '.heif', '.tif', '.tiff', '.webp', '.avif', '.gif'],
  ...['.docx', '.doc', '.odt', '.rtf', '.xlsx', '.xls', '.ods', '.pptx', '.ppt', '.odp'],
  ...['.txt', '.md', '.csv'],
] as const;

/** Asks for what can be shown of a file in place; without it, the file as it was handed in comes as a download. */
export const fileQuery = z.object({ inPlace: z.optional(z.literal('true')) });

/** What every upload may be refused with. */
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
] as const;
