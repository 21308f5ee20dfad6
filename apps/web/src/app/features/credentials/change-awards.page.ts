import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import {
  type AwardRow,
  type ChangedAward,
  approveAward,
  readAwardChanges,
  reinstateCredential,
  retryIssue,
  revokeCredential,
  suspendCredential,
} from '@libretto/contracts';
import { type AwardChange, awardChanges, type AwardStanding, awardStandingOf } from '@libretto/domain';
import { Api } from '../../platform/api';
import { injectSay, SentencePipe } from '../../platform/language';
import { Confirm } from '../../ui/confirm';
import { Empty } from '../../ui/empty';
import { FilterBy } from '../../ui/filter-by';
import { formToSend, Send, TextField } from '../../ui/form';
import { PageHeader } from '../../ui/page-header';
import { RefusalPipe } from '../../ui/refusal.pipe';
import { Sending } from '../../ui/sending';
import { Status } from '../../ui/status';
import { Waiting } from '../../ui/waiting';
import { toneOf } from './award-tone';

const ofStanding = { suspend: suspendCredential, reinstate: reinstateCredential, revoke: revokeCredential } as const;

/** Changes several awards: first what would happen to each, then, with one reason, what did. */
@Component({
  selector: 'lib-change-awards-page',
  imports: [
    Empty,
    FilterBy,
    FormRoot,
    MatButtonModule,
    PageHeader,
    RefusalPipe,
    RouterLink,
    Send,
    SentencePipe,
    Status,
    TextField,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './change-awards.page.html',
  styleUrl: './change-awards.page.css',
})
export class ChangeAwardsPage {
  /** The edition, if they are one edition's. */
  readonly editionId = input<string>();
  readonly change = input<AwardChange, string | undefined>('suspend', {
    transform: (asked) => awardChanges.find((one) => one === asked) ?? 'suspend',
  });
  readonly chosen = input<string>();
  readonly state = input<AwardStanding>();
  readonly q = input<string>();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly say = injectSay();
  protected readonly preview = this.api.read(readAwardChanges, () => ({
    query: {
      ...{ change: this.change(), edition: this.editionId(), chosen: this.chosen() },
      ...{ q: this.q(), state: this.state() },
    },
  }));
  protected readonly changes = awardChanges;
  protected readonly standing = awardStandingOf;
  protected readonly tone = toneOf;
  protected readonly sending = new Sending();
  /** Whoever tries again or approves gives no reason. */
  protected readonly needsReason = computed(() => this.change() !== 'retry' && this.change() !== 'approve');
  protected readonly doable = computed(() =>
    this.preview.hasValue() ? this.preview.value().items.filter(({ whyNot }) => !whyNot) : [],
  );
  /** What became of each that was sent, by enrolment: `null` where it was done, or the words of its refusal. */
  protected readonly results = linkedSignal<unknown, ReadonlyMap<string, string | null>>({
    source: () => this.preview.value(),
    computation: () => new Map(),
  });
  protected readonly refusals = computed(() => [...this.results().values()].filter((why) => why !== null).length);
  protected readonly isOver = computed(() => this.results().size > 0 && !this.sending.isBusy());
  // All that have a reason are sent the same.
  protected readonly form = formToSend(suspendCredential, signal({ reason: '' }), ({ reason }) => this.run(reason));

  protected async run(reason: string): Promise<void> {
    if (this.change() === 'revoke' && !(await this.confirm.ask(this.consequence()))) return;
    await this.sending.runEach(this.doable(), (one) => this.send(one, reason));
  }

  /** A refusal stands in the row of its award. */
  private async send({ row }: ChangedAward, reason: string): Promise<void> {
    const result = await this.changed(row, reason).then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    this.results.update((results) => new Map([...results, [row.enrolmentId, result]]));
  }

  private async changed({ enrolmentId, credential }: AwardRow, reason: string): Promise<unknown> {
    const change = this.change();
    if (change === 'retry') return this.api.send(retryIssue, { params: { enrolmentId } });
    if (change === 'approve') return this.api.send(approveAward, { params: { enrolmentId } });
    const params = { credentialId: credential?.id ?? '' };
    return this.api.send(ofStanding[change], { params, body: { reason } });
  }

  private consequence() {
    return {
      title: this.say('credentials.changing.revoke-ask', { count: this.doable().length }),
      consequence: this.say('credentials.award.revoke-consequence'),
      verb: this.say('credentials.changing.do.revoke', { count: this.doable().length }),
    };
  }
}
