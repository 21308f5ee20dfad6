import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import {
  changeEdition,
  checkTimetable,
  closeEdition,
  openEdition,
  readEdition,
  readMoves,
  readPlaces,
  readSetUp,
} from '@libretto/contracts';
import type { KeyBelow } from '@libretto/language';
import { Api } from '../../platform/api';
import { injectSay, SentencePipe } from '../../platform/language';
import { Confirm } from '../../ui/confirm';
import { Refused, Sending } from '../../ui/sending';
import { Notices } from '../../ui/notices';
import { PageHeader } from '../../ui/page-header';
import { Waiting } from '../../ui/waiting';
import { TimetableWarnings } from '../schedule';
import { CopyEdition } from './copy-edition';
import { EditionForm } from './edition-form';
import { bodyOf, dayIn, type Plan } from './edition-plan';
import { MovesOfEdition } from './moves-of-edition';
import { PeopleOfEdition } from './people-of-edition';
import { QuotasOfEdition } from './quotas-of-edition';
import { StateOfEdition } from './state-of-edition';

/** Everything that an edition needs before it opens, and the button that opens it. */
@Component({
  selector: 'lib-set-up-page',
  imports: [
    CopyEdition,
    EditionForm,
    MatButtonModule,
    MovesOfEdition,
    PageHeader,
    PeopleOfEdition,
    QuotasOfEdition,
    Refused,
    RouterLink,
    StateOfEdition,
    SentencePipe,
    TimetableWarnings,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './set-up.page.html',
})
export class SetUpPage {
  readonly editionId = input.required<string>();

  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly confirm = inject(Confirm);
  private readonly say = injectSay();
  private readonly params = computed(() => ({ editionId: this.editionId() }));
  protected readonly edition = this.api.read(readEdition, () => ({ params: this.params() }));
  protected readonly setUp = this.api.read(readSetUp, () => ({ params: this.params() }));
  protected readonly places = this.api.read(readPlaces, () => ({ params: this.params() }));
  protected readonly moves = this.api.read(readMoves, () => ({ params: this.params() }));
  protected readonly timetable = this.api.read(checkTimetable, () => ({ params: this.params() }));
  protected readonly sending = new Sending();
  protected readonly saved = signal(false);

  protected readonly plan = computed((): Plan => {
    const edition = this.edition.value();
    if (!edition) return { name: '', startsOn: '', endsOn: '', applyUntil: '', timeZone: 'UTC', capacity: 1 };
    const { name, startsOn, endsOn, timeZone, capacity, applicationsCloseAt } = edition;
    return { name, startsOn, endsOn, timeZone, capacity, applyUntil: dayIn(applicationsCloseAt, timeZone) };
  });

  protected readonly change = async (plan: Plan): Promise<void> => {
    this.saved.set(false);
    await this.api.send(changeEdition, { params: this.params(), body: bodyOf(plan) });
    this.saved.set(true);
    this.readAgain();
  };

  protected async open(): Promise<void> {
    const say = (key: KeyBelow<'editions.set-up'>) => this.say(`editions.set-up.${key}`);
    const isSure = await this.confirm.ask({
      title: say('open-title'),
      consequence: say('open-consequence'),
      verb: say('open'),
    });
    if (isSure) await this.attempt(() => this.api.send(openEdition, { params: this.params() }), 'edition-opened');
  }

  protected async close(): Promise<void> {
    const say = (key: KeyBelow<'editions.set-up'>) => this.say(`editions.set-up.${key}`);
    const isSure = await this.confirm.ask({
      title: say('close-title'),
      consequence: say('close-consequence'),
      verb: say('close'),
    });
    if (isSure) await this.attempt(() => this.api.send(closeEdition, { params: this.params() }), 'edition-closed');
  }

  protected readAgain(): void {
    this.edition.reload();
    this.setUp.reload();
  }

  private async attempt(command: () => Promise<unknown>, done: KeyBelow<'shell.done'>): Promise<void> {
    await this.sending.run(async () => {
      await command();
      this.notices.tell(done);
      this.readAgain();
    });
  }
}
