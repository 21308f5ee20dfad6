#!/usr/bin/env node
import { languages } from './languages';
import { logCommand } from './log-command';

const { LC_ALL, LC_MESSAGES, LANG } = process.env;

// Not process.exit: if the output is a pipe, it may not be flushed yet.
process.exitCode = await logCommand(process.argv.slice(2), {
  languages,
  locale: LC_ALL || LC_MESSAGES || LANG || '',
  now: new Date(),
  write: (text) => process.stdout.write(text),
});
