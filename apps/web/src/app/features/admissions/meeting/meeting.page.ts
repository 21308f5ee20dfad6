import { RefusalPipe } from '../../../ui/refusal.pipe';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  linkedSignal,
  signal,
  viewChildren,
} from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import {
  type AgendaItem as Item,
  closeMeeting,
  readAgenda,
  readMeeting,
  type RuledInMeeting,
} from '@libretto/contracts';
import { agendaParts } from '@libretto/domain';
import type { KeyBelow } from '@libretto/language';
import { Api } from '../../../platform/api';
import { injectSay, SentencePipe } from '../../../platform/language';
import { SignedIn } from '../../../platform/people';
import { ClockTimePipe, LongDayPipe } from '../../../platform/time';
import { Confirm } from '../../../ui/confirm';
import { Empty } from '../../../ui/empty';
import { Refused, Sending } from '../../../ui/sending';
import { Notices } from '../../../ui/notices';
import { PageHeader } from '../../../ui/page-header';
import { Pager } from '../../../ui/pager';
import { Waiting } from '../../../ui/waiting';
import { isTyping } from '../commission/dossier-keys';
import { AgendaItem } from './agenda-item';
import { Attendance } from './attendance';
import { RuleOnSeveral } from './rule-on-several';

/**
 * A meeting: the people who attend, and for its chair the agenda. j and k go from item to item, x chooses one to rule
 * on.
 */
@Component({
  selector: 'lib-meeting-page',
  imports: [
    RefusalPipe,
    AgendaItem,
    Attendance,
    ClockTimePipe,
    Empty,
    LongDayPipe,
    MatButtonModule,
    PageHeader,
    Pager,
    Refused,
    RouterLink,
    RuleOnSeveral,
    SentencePipe,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './meeting.page.html',
  styleUrl: './meeting.page.css',
  host: { '(document:keydown)': 'press($event)' },
})
export class MeetingPage {
  readonly editionId = input.required<string>();
  readonly meetingId = input.required<string>();
  readonly after = input<string>();

  private readonly api = inject(Api);
  private readonly signedIn = inject(SignedIn);
  private readonly notices = inject(Notices);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly router = inject(Router);
  private readonly confirm = inject(Confirm);
  private readonly say = injectSay();
  protected readonly meeting = this.api.read(readMeeting, () => ({ params: this.params() }));
  /** Those who lead a commission nearly always rule in its meeting: their agenda does not wait for the meeting. */
  private readonly canRule = computed(
    () =>
      this.meeting.value()?.can.rule ??
      this.signedIn.rolesIn(this.editionId()).some((role) => role === 'chair' || role === 'deputy'),
  );
  protected readonly agenda = this.api.read(readAgenda, () =>
    this.canRule() ? { params: this.params(), query: { after: this.after() } } : undefined,
  );
  private readonly items = computed(() => this.agenda.value()?.items ?? []);
  protected readonly parts = computed(() =>
    agendaParts
      .map((part) => ({ part, items: this.items().filter((item) => item.part === part) }))
      .filter(({ items }) => items.length),
  );
  private readonly chosenIds = linkedSignal<readonly Item[], ReadonlySet<string>>({
    source: this.items,
    computation: (items, before) =>
      new Set(
        items
          .filter(({ part, applicationId }) => part === 'ready' && before?.value.has(applicationId))
          .map(({ applicationId }) => applicationId),
      ),
  });
  protected readonly chosen = computed(() =>
    this.items().filter(({ applicationId }) => this.chosenIds().has(applicationId)),
  );
  protected readonly sending = new Sending();
  /** The result of the last request to rule. */
  protected readonly ruled = signal<
    | { made: number; failed: { name: string; why: { code: string; numbers: Record<string, string | number> } }[] }
    | undefined
  >(undefined);
  private readonly rows = viewChildren(AgendaItem, { read: ElementRef<HTMLElement> });
  private at = -1;

  protected isChosen(applicationId: string): boolean {
    return this.chosenIds().has(applicationId);
  }

  protected choose(applicationId: string, isChosen: boolean): void {
    const chosen = new Set(this.chosenIds());
    if (isChosen) chosen.add(applicationId);
    else chosen.delete(applicationId);
    this.chosenIds.set(chosen);
    this.ruled.set(undefined);
  }

  protected chooseAll(): void {
    this.chosenIds.set(
      new Set(
        this.items()
          .filter(({ part }) => part === 'ready')
          .map(({ applicationId }) => applicationId),
      ),
    );
    this.ruled.set(undefined);
  }

  protected press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key === 'j' || event.key === 'k') {
      this.at = Math.min(this.rows().length - 1, Math.max(0, this.at + (event.key === 'j' ? 1 : -1)));
      this.rows()[this.at]?.nativeElement.focus();
    } else if (event.key === 'x') {
      const item = this.parts().flatMap(({ items }) => items)[this.at];
      if (item?.part === 'ready') this.choose(item.applicationId, !this.isChosen(item.applicationId));
    } else return;
    event.preventDefault();
  }

  protected show(ruled: RuledInMeeting): void {
    const nameOf = (id: string) => this.items().find(({ applicationId }) => applicationId === id)?.name ?? '';
    this.ruled.set({
      made: ruled.items.filter(({ rulingId }) => rulingId).length,
      failed: ruled.items.flatMap(({ applicationId, whyNot }) =>
        whyNot ? [{ name: nameOf(applicationId), why: whyNot }] : [],
      ),
    });
    this.agenda.reload();
    // The form goes with the chosen applicants: reading goes on from the top.
    this.host.querySelector('h1')?.focus();
  }

  protected async close(): Promise<void> {
    const say = (key: KeyBelow<'admissions.meeting'>) => this.say(`admissions.meeting.${key}`);
    const agreed = await this.confirm.ask({
      title: say('close-title'),
      consequence: say('close-consequence'),
      verb: say('close'),
    });
    if (!agreed) return;
    await this.sending.run(async () => {
      await this.api.send(closeMeeting, { params: this.params() });
      this.notices.tell('meeting-closed');
      await this.router.navigate(['/editions', this.editionId(), 'meetings', this.meetingId(), 'minutes']);
    });
  }

  private params() {
    return { editionId: this.editionId(), meetingId: this.meetingId() };
  }
}
