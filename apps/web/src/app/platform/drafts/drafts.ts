import { computed, DestroyRef, effect, inject, Injectable, untracked } from '@angular/core';
import { SignedIn } from '../people';
import { Draft, type DraftSource } from './draft';

type AnyDraft = Pick<Draft<object, object>, 'flush' | 'saveNow'>;

/** The drafts that are open in this window. */
@Injectable({ providedIn: 'root' })
export class Drafts {
  private readonly open = new Set<AnyDraft>();

  constructor() {
    const flush = () => this.open.forEach((draft) => draft.flush());
    window.addEventListener('pagehide', flush);
    window.addEventListener('online', flush);
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && flush());
  }

  add(draft: AnyDraft): void {
    this.open.add(draft);
  }

  remove(draft: AnyDraft): void {
    this.open.delete(draft);
  }

  /** Saves all pending changes; called before signing out. */
  async saveAll(): Promise<void> {
    await Promise.all([...this.open].map((draft) => draft.saveNow()));
  }
}

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
