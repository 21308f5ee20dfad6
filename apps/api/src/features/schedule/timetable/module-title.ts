import type { ProgrammeDefinition } from '@libretto/contracts';

/** The title of a session's module in somebody's language, or in English. */
export function moduleTitle(
  { modules }: Pick<ProgrammeDefinition, 'modules'>,
  moduleNumber: number,
  language: string,
): string {
  const title: Record<string, string | undefined> = modules.find(({ number }) => number === moduleNumber)?.title ?? {};
  return title[language] ?? title['en'] ?? '';
}
