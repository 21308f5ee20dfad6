import type { WhatBecame } from '@libretto/contracts';

/** The colour of an outcome in a drawing: colours have the same meaning everywhere. */
export const outcomeColours: Readonly<Record<WhatBecame, string>> = {
  undecided: 'color-mix(in srgb, var(--ink) 45%, var(--paper))',
  admitted: 'var(--green)',
  'admitted-by-exception': 'color-mix(in srgb, var(--green) 55%, var(--paper))',
  'waiting-list': 'var(--amber)',
  rejected: 'var(--red)',
  withdrawn: 'var(--rule)',
};
