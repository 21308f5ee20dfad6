/**
 * The paths of a file as `illustrative` spells them: keys joined by dots, positions in lists left out, so that
 * `modules.minutes` means the minutes of every module.
 */
export function pathsOf(data: unknown, prefix = ''): Set<string> {
  const paths = new Set<string>();
  if (Array.isArray(data)) for (const item of data) for (const path of pathsOf(item, prefix)) paths.add(path);
  else if (typeof data === 'object' && data !== null)
    for (const [key, value] of Object.entries(data)) {
      const path = prefix ? `${prefix}.${key}` : key;
      paths.add(path);
      for (const deeper of pathsOf(value, path)) paths.add(deeper);
    }
  return paths;
}

/**
 * Whether the value at this path is the author's, not the source's. A path below an illustrative one is illustrative.
 */
export function isIllustrative({ illustrative }: { readonly illustrative: readonly string[] }, path: string): boolean {
  return illustrative.some((marked) => path === marked || path.startsWith(`${marked}.`));
}
