import { DOCUMENT, inject, Injectable, signal } from '@angular/core';

const KEPT_AS = 'libretto.appearance';

export const appearances = ['system', 'light', 'dark'] as const;
export type AppearanceName = (typeof appearances)[number];

/**
 * Light, dark, or the system's setting; remembered on this device. `index.html` reads it again before anything is
 * drawn.
 */
@Injectable({ providedIn: 'root' })
export class Appearance {
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly current = signal(appearances.find((name) => name === this.root.dataset['appearance']) ?? 'system');
  readonly chosen = this.current.asReadonly();

  choose(name: AppearanceName): void {
    localStorage.setItem(KEPT_AS, name);
    this.root.dataset['appearance'] = name;
    this.current.set(name);
  }
}
