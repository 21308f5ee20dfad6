import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import {
  type InvitationsSort,
  readInvitations,
  type ReplyOf,
  resendInvitation,
  revokeInvitation,
} from '@libretto/contracts';
import { type InvitationState, invitationStates } from '@libretto/domain';
import { Api, lastOf } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { DeadlinePipe, LongDayPipe } from '../../platform/time';
import { Choice, Choose, ChooseAll, Chosen } from '../../ui/choosing';
import { Empty } from '../../ui/empty';
import { Refused, Sending } from '../../ui/sending';
import { FilterBy } from '../../ui/filter-by';
import { Notices } from '../../ui/notices';
import { PageHeader } from '../../ui/page-header';
import { Pager } from '../../ui/pager';
import { SearchBox } from '../../ui/search-box';
import { SortHead } from '../../ui/sort-head';
import { Status, type Tone } from '../../ui/status';
import { Waiting } from '../../ui/waiting';
import { editionsToChoose } from './editions-to-choose';

type Invitation = ReplyOf<typeof readInvitations>['items'][number];

const stillStands = ({ state }: Invitation): boolean => state === 'open' || state === 'expired';

/** The invitations to roles, and the actions still possible on them. */
@Component({
  selector: 'lib-invitations-page',
  imports: [
    Choose,
    ChooseAll,
    Chosen,
    DeadlinePipe,
    Empty,
    FilterBy,
    LongDayPipe,
    MatButtonModule,
    PageHeader,
    Pager,
    Refused,
    RouterLink,
    SearchBox,
    SortHead,
    Status,
    SentencePipe,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './invitations.page.html',
})
export class InvitationsPage {
  readonly q = input<string>();
  readonly edition = input<string>();
  readonly state = input<InvitationState | undefined, string | undefined>(undefined, {
    transform: (state) => invitationStates.find((one) => one === state),
  });
  readonly sort = input<InvitationsSort>();
  readonly after = input<string>();

  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  protected readonly editionsAsked = editionsToChoose(() => this.edition());
  protected readonly asked = this.api.read(readInvitations, () => ({
    query: { q: this.q(), editionId: this.edition(), state: this.state(), sort: this.sort(), after: this.after() },
  }));
  protected readonly view = lastOf(this.asked);
  protected readonly isSearching = computed(() => Boolean(this.q()?.trim() || this.edition() || this.state()));
  private readonly standing = computed(() => (this.view()?.items ?? []).filter(stillStands));
  protected readonly choice = new Choice(() => this.standing().map(({ id }) => id));
  protected readonly chosen = computed(() => this.standing().filter(({ id }) => this.choice.has(id)));
  protected readonly sending = new Sending();
  protected readonly states = invitationStates;
  protected readonly stillStands = stillStands;
  protected readonly tones: Readonly<Record<InvitationState, Tone>> = {
    open: 'wait',
    expired: 'bad',
    accepted: 'good',
    revoked: 'plain',
    refused: 'bad',
  };

  protected async resend(several: readonly Invitation[]): Promise<void> {
    await this.each('resent', several, (invitationId) => this.api.send(resendInvitation, { params: { invitationId } }));
  }

  protected async revoke(several: readonly Invitation[]): Promise<void> {
    await this.each('revoked', several, (invitationId) =>
      this.api.send(revokeInvitation, { params: { invitationId } }),
    );
  }

  private async each(
    what: 'resent' | 'revoked',
    several: readonly Invitation[],
    command: (id: string) => Promise<unknown>,
  ): Promise<void> {
    const done = await this.sending.runEach(several, ({ id }) => command(id));
    if (done[0]) this.notices.tell(`invitations-${what}`, { invitations: done.length, email: done[0].email });
    this.choice.set([]);
    this.asked.reload();
  }
}
