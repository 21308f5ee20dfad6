import type { KeyBelow } from '@libretto/language';

/** The key of what to write instead: the codes of a programme file's faults are those below `programmes.cures`. */
export const cureOf = (code: string) =>
  code.replace('.', '.cures.') as `programmes.cures.${KeyBelow<'programmes.cures'>}`;
