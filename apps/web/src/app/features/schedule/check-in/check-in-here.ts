import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import type { SessionView } from '@libretto/contracts';
import { joinWindow } from '@libretto/domain';
import { SignedIn } from '../../../platform/people';
import { Clock } from '../../../platform/time';
import { CheckInField } from './check-in-field';

/** The field for the code of a session, for its participants, while check-in is open. */
@Component({
  selector: 'lib-check-in-here',
  imports: [CheckInField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (isOpen()) {
      <lib-check-in-field outlined (typed)="send($event)" />
    }
  `,
  // Without a field it takes no place in a row.
  styles: ':host { display: contents; }',
})
export class CheckInHere {
  readonly editionId = input.required<string>();
  readonly session = input.required<SessionView>();

  private readonly router = inject(Router);
  private readonly signedIn = inject(SignedIn);
  private readonly clock = inject(Clock);
  protected readonly isOpen = computed(() => {
    const isParticipant = this.signedIn.rolesIn(this.editionId()).includes('participant');
    const { state, startsAt, endsAt } = this.session();
    const span = { startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
    return isParticipant && state === 'planned' && joinWindow(span, new Date(this.clock.now())) === 'open';
  });

  protected send(code: string): void {
    void this.router.navigate(['/check-in'], { queryParams: { code } });
  }
}
