import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { RouterLink } from '@angular/router';
import { checkPeopleList, invitePeople, type PeopleList, type ReplyOf, personInvited } from '@libretto/contracts';
import {
  type InvitedRole,
  invitedRoles,
  isOrganisationRole,
  type ListFault,
  type ListVerdict,
  mostListed,
  peopleOfTable,
} from '@libretto/domain';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { olderEncodings, type OlderEncoding, readTable } from '../../platform/tables/read-table';
import { Refused, Sending } from '../../ui/sending';
import { FileDrop } from '../../ui/file-drop';
import { formToSend, Send, TextField } from '../../ui/form';
import { Notices } from '../../ui/notices';
import { PageHeader } from '../../ui/page-header';
import { FullNamePipe } from '../../ui/person-name.pipes';
import { Status, type Tone } from '../../ui/status';
import { Waiting } from '../../ui/waiting';
import { editionsToChoose } from './editions-to-choose';

type Checked = ReplyOf<typeof checkPeopleList>['items'];

/** Gives roles to people by their addresses: to one, or to those of a file, which is checked row by row first. */
@Component({
  selector: 'lib-invite-page',
  imports: [
    FileDrop,
    FormRoot,
    FullNamePipe,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    PageHeader,
    Refused,
    RouterLink,
    Send,
    Status,
    TextField,
    SentencePipe,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './invite.page.html',
})
export class InvitePage {
  readonly edition = input<string>();

  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  protected readonly roles = invitedRoles;
  protected readonly most = mostListed;
  protected readonly tones: Readonly<Record<ListVerdict, Tone>> = {
    invite: 'now',
    give: 'now',
    'has-role': 'plain',
    'is-invited': 'plain',
    'invited-often': 'bad',
    fault: 'bad',
  };
  protected readonly editionsAsked = editionsToChoose(() => this.edition());
  protected readonly editions = computed(() => this.editionsAsked.all().filter(({ state }) => state !== 'closed'));
  protected readonly role = signal<InvitedRole>('tutor');
  protected readonly editionId = linkedSignal(
    () => this.editions().find(({ id }) => !this.edition() || id === this.edition())?.id ?? '',
  );
  protected readonly isInEdition = computed(() => !isOrganisationRole(this.role()));

  private readonly model = signal({ email: '' });
  protected readonly form = formToSend({ body: personInvited }, this.model, () => this.inviteOne());

  protected readonly people = signal<PeopleList['people']>([]);
  protected readonly checked = signal<Checked>([]);
  protected readonly fault = signal<ListFault | 'unreadable' | undefined>(undefined);
  protected readonly encodings = olderEncodings;
  /** The file being checked, if its encoding is unknown, and the assumed encoding. */
  protected readonly assumed = signal<{ file: File; encoding: OlderEncoding } | undefined>(undefined);
  protected readonly sending = new Sending();
  /** The one person who was not invited. */
  protected readonly leftOut = signal<Checked[number] | undefined>(undefined);
  protected readonly counts = computed(() => countsOf(this.checked()));

  protected chooseRole(role: string): void {
    this.role.set(role as InvitedRole);
    void this.check();
  }

  protected chooseEdition(editionId: string): void {
    this.editionId.set(editionId);
    void this.check();
  }

  protected async read(file: File, older?: OlderEncoding): Promise<void> {
    this.people.set([]);
    this.checked.set([]);
    this.leftOut.set(undefined);
    this.assumed.set(undefined);
    try {
      const { rows, assumed } = await readTable(file, older);
      if (assumed) this.assumed.set({ file, encoding: assumed });
      const read = peopleOfTable(rows);
      this.fault.set('fault' in read ? read.fault : undefined);
      if ('people' in read)
        this.people.set(
          read.people.map(({ email, givenName, familyName, role }) => ({
            email: email.slice(0, 400),
            givenName: givenName.slice(0, 400),
            familyName: familyName.slice(0, 400),
            role: role.slice(0, 200),
          })),
        );
    } catch {
      this.fault.set('unreadable');
    }
    await this.check();
  }

  protected readAs(file: File, encoding: string): Promise<void> {
    return this.read(file, encoding as OlderEncoding);
  }

  protected async inviteList(): Promise<void> {
    const people = this.people();
    await this.attempt(async () => {
      await this.invite(people);
      // Another list may have been chosen meanwhile.
      if (this.people() !== people) return;
      this.people.set([]);
      this.checked.set([]);
      this.assumed.set(undefined);
    });
  }

  private async inviteOne(): Promise<void> {
    await this.invite([{ email: this.model().email, givenName: '', familyName: '', role: '' }]);
    if (!this.leftOut()?.fault) this.model.set({ email: '' });
  }

  private async invite(people: PeopleList['people']): Promise<void> {
    this.leftOut.set(undefined);
    const { items } = await this.api.send(invitePeople, { body: this.listOf(people) });
    const counts = countsOf(items);
    if (items.length === 1 && !counts.invite && !counts.give) this.leftOut.set(items[0]);
    else this.notices.tell('invited', counts);
  }

  private async check(): Promise<void> {
    if (!this.people().length) return;
    await this.attempt(async () =>
      this.checked.set((await this.api.send(checkPeopleList, { body: this.listOf(this.people()) })).items),
    );
  }

  private listOf(people: PeopleList['people']): PeopleList {
    return { editionId: this.editionId() || null, role: this.role(), people };
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    await this.sending.run(async () => {
      await work();
    });
  }
}

function countsOf(items: Checked) {
  const count = (verdict: ListVerdict) => items.filter((item) => item.verdict === verdict).length;
  return { invite: count('invite'), give: count('give'), often: count('invited-often'), fault: count('fault') };
}
