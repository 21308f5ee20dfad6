/**
 * The parts in which a browser fetches the application. The bundler makes one for each set of pages that share something:
 * hundreds, most of them smaller than what asking for one costs. Here they become few.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

/** Modules that at least so many parts share are joined into one part. */
const sharedByMost = 70;
const sharedByMany = 20;
/** In bytes before compression: a part below this is joined with one that nearly the same pages need. */
const small = 5000;

/** Puts the parts of the application in `folder` together, and names the new ones in its page. */
export async function joinChunks(folder) {
  const pageFile = join(folder, 'index.html');
  const page = readFileSync(pageFile, 'utf8');
  const [main] = page.match(/main-[\w-]+\.js/);
  const parts = new Set();
  const first = new Set();
  const bundle = await rolldown({ input: join(folder, main), logLevel: 'silent', plugins: [tellFirst(parts, first)] });
  const { output } = await bundle.generate({
    entryFileNames: 'main-[hash].js',
    chunkFileNames: 'chunk-[hash].js',
    minify: { mangle: false, compress: false },
    codeSplitting: {
      groups: [
        { name: 'first', priority: 4, test: (id) => first.has(id) },
        { name: 'most', priority: 3, minShareCount: sharedByMost },
        { name: 'many', priority: 2, minShareCount: sharedByMany },
        { name: 'some', priority: 1, minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: small },
      ],
    },
  });
  await bundle.close();
  for (const file of parts) rmSync(file);
  for (const { fileName, code } of output) writeFileSync(join(folder, fileName), code);
  const entry = output.find(({ isEntry }) => isEntry);
  const preload = entry.imports.map((file) => `<link rel="modulepreload" href="${file}">`).join('');
  const [before, ...after] = page
    .replace(main, entry.fileName)
    .split(/(?:<link rel="modulepreload" href="[^"]+">\s*)+/);
  writeFileSync(pageFile, [before, ...after].join(preload));
}

/** Collects the `parts` that are joined, and those which the entry imports: they come `first`. */
const tellFirst = (parts, first) => ({
  name: 'tell-first',
  buildEnd() {
    for (const id of this.getModuleIds()) parts.add(id);
    const follow = (id) => {
      if (first.has(id)) return;
      first.add(id);
      this.getModuleInfo(id).importedIds.forEach(follow);
    };
    for (const id of parts) if (this.getModuleInfo(id).isEntry) follow(id);
  },
});
