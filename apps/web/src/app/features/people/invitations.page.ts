import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { readInvitations, type ReplyOf, resendInvitation, revokeInvitation } from '@libretto/contracts';
import type { InvitationState } from '@libretto/domain';
import { Api } from '../../platform/api';
import { DeadlinePipe } from '../../platform/time';
import { Empty } from '../../ui/empty';
import { ErrorPanel } from '../../ui/error-panel';
import { Notices } from '../../ui/notices';
import { PageHeader } from '../../ui/page-header';
import { Pager } from '../../ui/pager';
import { Status, type Tone } from '../../ui/status';
import { Waiting } from '../../ui/waiting';

type Invitation = ReplyOf<typeof readInvitations>['items'][number];

/** Who was invited to which role, and what can still be done about it. */
@Component({
  selector: 'lib-invitations-page',
  imports: [MatButtonModule, RouterLink, TranslocoPipe, DeadlinePipe, Empty, ErrorPanel, PageHeader, Pager, Status, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './invitations.page.html',
})
export class InvitationsPage {
  readonly after = input<string>();

  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  protected readonly invitations = this.api.read(readInvitations, () => ({ query: { after: this.after() } }));
  protected readonly refused = signal<unknown>(undefined);
  protected readonly tones: Readonly<Record<InvitationState, Tone>> = { open: 'wait', expired: 'bad', accepted: 'good', revoked: 'plain', refused: 'bad' };

  protected async resend({ id, email }: Invitation): Promise<void> {
    await this.attempt('invitation-resent', email, () => this.api.send(resendInvitation, { params: { invitationId: id } }));
  }

  protected async revoke({ id, email }: Invitation): Promise<void> {
    await this.attempt('invitation-revoked', email, () => this.api.send(revokeInvitation, { params: { invitationId: id } }));
  }

  private async attempt(done: string, email: string, command: () => Promise<unknown>): Promise<void> {
    this.refused.set(undefined);
    try {
      await command();
      this.notices.tell(done, { email });
    } catch (error) {
      this.refused.set(error);
    }
    this.invitations.reload();
  }
}
