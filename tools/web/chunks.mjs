/**
 * The parts in which a browser fetches the application. The bundler makes one for each set of pages that share something:
 * hundreds, most of them smaller than what asking for one costs. Here they become few.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

/**
 * Modules that at least so many parts share are joined into one part. Whatever such a part needs is shared as widely, so that no
 * two parts need each other: one of them would run before what it needs.
 */
const sharedByMost = 70;
const sharedByMany = 20;

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
        { name: 'first', priority: 3, test: (id) => first.has(id) },
        { name: 'most', priority: 2, minShareCount: sharedByMost },
        { name: 'many', priority: 1, minShareCount: sharedByMany },
      ],
    },
  });
  await bundle.close();
  refuseCircles(output);
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

/** Two parts that need each other can't both run after what they need: the pages that use them fail, some only now and then. */
function refuseCircles(output) {
  const needs = new Map(output.map(({ fileName, imports }) => [fileName, imports]));
  const done = new Set();
  const follow = (file, path) => {
    if (path.includes(file)) throw new Error(`Parts that need each other: ${[...path, file].join(', ')}`);
    if (done.has(file)) return;
    for (const needed of needs.get(file) ?? []) follow(needed, [...path, file]);
    done.add(file);
  };
  for (const file of needs.keys()) follow(file, []);
}
