#!/usr/bin/env node
import { guardedPdfReader } from './guarded-pdf-reader';
import { languages } from './languages';
import { verifyCommand } from './verify-command';

const { LC_ALL, LC_MESSAGES, LANG, NO_COLOR, TRUSTED_ISSUERS } = process.env;

// Not process.exit: if the output is a pipe, it may not be flushed yet.
process.exitCode = await verifyCommand(process.argv.slice(2), {
  languages,
  locale: LC_ALL || LC_MESSAGES || LANG || '',
  trustedFile: TRUSTED_ISSUERS,
  pdfReader: guardedPdfReader(new URL('./read-attachments.mjs', import.meta.url)),
  now: new Date(),
  colours: process.stdout.isTTY && !NO_COLOR,
  write: (text) => process.stdout.write(text),
});
