import type { WhatBecame } from '@libretto/contracts';

/** How what became of an application looks in a drawing: the colours mean what they mean everywhere. */
export const outcomeColours: Readonly<Record<WhatBecame, string>> = {
  undecided: 'color-mix(in srgb, var(--ink) 45%, var(--paper))',
  admitted: 'var(--green)',
  'admitted-by-exception': 'color-mix(in srgb, var(--green) 55%, var(--paper))',
  'waiting-list': 'var(--amber)',
  rejected: 'var(--red)',
  withdrawn: 'var(--rule)',
};
