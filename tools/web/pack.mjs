/**
 * After the web application is built: its files with a compressed copy beside each text, as small as it gets. Whoever
 * serves them compresses nothing. Fails where a page would bring too much at first sight.
 */
import '../node.mjs';
import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip } from 'node:zlib';
import { joinChunks } from './chunks.mjs';

const out = 'dist/apps/web';
const isText = /\.(js|css|json|svg|webmanifest)$/;

rmSync(out, { recursive: true, force: true });
cpSync('dist/bundle', out, { recursive: true });
await joinChunks(out);
const texts = readdirSync(out, { recursive: true }).filter((file) => isText.test(file));
await Promise.all(
  texts.map(async (file) => {
    const path = join(out, file);
    const text = readFileSync(path);
    const params = { [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
    writeFileSync(`${path}.br`, await promisify(brotliCompress)(text, { params }));
    writeFileSync(`${path}.gz`, await promisify(gzip)(text, { level: 9 }));
  }),
);

/** Kilobytes over the line, at most: for the first words (the page with its styles; the words of a programme are some more), */
const forWords = 20;
/** and for the application, with the first part of its language. */
const forApplication = 140;

const page = readFileSync(join(out, 'index.html'), 'utf8');
const named = (ending) =>
  [...page.matchAll(new RegExp(`(?:src|href)="([^"]+\\.${ending})"`, 'g'))].map(([, file]) => file);
const sizeOf = (file) => statSync(join(out, `${file}.br`)).size;
const sum = (sizes) => sizes.reduce((all, size) => all + size, 0);
const words = brotliCompressSync(page + named('css').map((file) => readFileSync(join(out, file), 'utf8'))).length;
const language = Math.max(...texts.filter((file) => /^language\/..-first-.*json$/.test(file)).map(sizeOf));
const application = sum(named('js').map(sizeOf)) + language;
for (const [what, size, most] of [
  ['The first words', words, forWords],
  ['The application', application, forApplication],
]) {
  console.log(`${what}: ${(size / 1000).toFixed(1)} kB compressed, of ${most} at most`);
  if (size <= most * 1000) continue;
  console.error(`${what} bring too much: load what first sight does not need later (docs/decisions/038).`);
  process.exitCode = 1;
}
