import { computed, DestroyRef, effect, inject, untracked } from '@angular/core';
import { SignedIn } from '../people';
import { Draft, type DraftSource } from './draft';
import { Drafts } from './drafts';

/**
 * A draft that saves itself during the life of its component. Call it where a field is initialised; `undefined`:
 * nothing to write yet.
 */
export function keepDraft<Screen extends object, Stored extends object>(
  source: () => DraftSource<Screen, Stored> | undefined,
): Draft<Screen, Stored> {
  const [drafts, signedIn] = [inject(Drafts), inject(SignedIn)];
  const now = computed(source);
  const draft = new Draft<Screen, Stored>(now, () => signedIn.me()?.accountId);
  const name = computed(() => now()?.name);
  effect(() => {
    name();
    untracked(() => {
      const opened = now();
      if (opened) void draft.resume(opened);
    });
  });
  drafts.add(draft);
  inject(DestroyRef).onDestroy(() => {
    draft.close();
    drafts.remove(draft);
  });
  return draft;
}
