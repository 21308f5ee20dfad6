import { Injectable } from '@angular/core';
import type { Draft } from './draft';

type AnyDraft = Pick<Draft<object, object>, 'flush' | 'saveNow'>;

/** The drafts that are open in this window. The first page has it: it must not bring along what drafts need to be kept. */
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
