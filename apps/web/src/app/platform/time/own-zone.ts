import { computed, inject, Injectable } from '@angular/core';
import { SignedIn } from '../people';

/** The person's own time zone: their account's, or else their device's. */
@Injectable({ providedIn: 'root' })
export class OwnZone {
  private readonly signedIn = inject(SignedIn);
  readonly name = computed(() => this.signedIn.me()?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone);
}
