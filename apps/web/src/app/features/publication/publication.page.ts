import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import {
  gatherAgain,
  printPublication,
  readBookProof,
  readPublication,
  remindOfConsents,
  setPublication,
} from '@libretto/contracts';
import { type BookForm, publicationStates } from '@libretto/domain';
import type { KeyBelow } from '@libretto/language';
import { Api, fileAddress } from '../../platform/api';
import { injectSay, SentencePipe } from '../../platform/language';
import { LongDayPipe, Moment } from '../../platform/time';
import { Confirm } from '../../ui/confirm';
import { askAgainWhileMade, MadeFile } from '../../ui/made-file';
import { Notices } from '../../ui/notices';
import { PageHeader } from '../../ui/page-header';
import { Refused, Sending } from '../../ui/sending';
import { Status } from '../../ui/status';
import { type Step, Steps } from '../../ui/steps';
import { Waiting } from '../../ui/waiting';
import { consentTones } from './consent-tones';
import { GatherForm } from './gather-form';

/** The publication of an edition: its works, the consents to it, and its books. */
@Component({
  selector: 'lib-publication-page',
  imports: [
    GatherForm,
    LongDayPipe,
    MadeFile,
    MatButtonModule,
    Moment,
    PageHeader,
    Refused,
    RouterLink,
    SentencePipe,
    Status,
    Steps,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './publication.page.html',
  styles: 'lib-steps { display: block; margin-block: var(--s5); } ul { margin: 0; padding: 0; list-style: none; }',
})
export class PublicationPage {
  readonly editionId = input.required<string>();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly say = injectSay();
  private readonly asked = computed(() => ({ params: { editionId: this.editionId() } }));
  protected readonly publication = this.api.read(readPublication, () => this.asked());
  protected readonly sending = new Sending();
  protected readonly tones = consentTones;
  protected readonly steps = computed((): readonly Step[] => {
    const state = this.publication.value()?.state ?? 'gathering';
    const now = publicationStates.indexOf(state);
    return publicationStates.map((step, at) => ({
      label: this.say(`publication.step.${step}`),
      is: at < now || state === 'in-print' ? 'done' : at === now ? 'now' : 'to-come',
    }));
  });
  protected readonly consents = computed(() => {
    const members = (this.publication.value()?.works ?? []).flatMap((work) => work.members);
    return { members: members.length, given: members.filter(({ consent }) => consent === 'given').length };
  });
  protected readonly counts = computed(() => {
    const works = this.publication.value()?.works ?? [];
    const out = works.filter(({ leftOut }) => leftOut !== null).length;
    return { works: works.length - out, out };
  });

  constructor() {
    askAgainWhileMade(
      () => this.publication.value()?.books,
      () => this.publication.reload(),
    );
  }

  protected proof(form: BookForm): string {
    return fileAddress(readBookProof, { params: { ...this.asked().params, form } });
  }

  protected async remind(): Promise<void> {
    await this.sending.run(async () => {
      await this.api.send(remindOfConsents, this.asked());
      this.notices.tell('consents-reminded');
    });
    this.publication.reload();
  }

  protected async regather(): Promise<void> {
    if (!(await this.agrees('consents', 'regather'))) return;
    await this.sending.run(() => this.api.send(gatherAgain, this.asked()));
    this.publication.reload();
  }

  protected async set(): Promise<void> {
    await this.sending.run(() => this.api.send(setPublication, this.asked()));
    this.publication.reload();
  }

  protected async print(): Promise<void> {
    if (!(await this.agrees('books', 'print'))) return;
    await this.sending.run(async () => {
      await this.api.send(printPublication, this.asked());
      this.notices.tell('publication-printed');
    });
    this.publication.reload();
  }

  private agrees(part: 'consents' | 'books', verb: 'regather' | 'print'): Promise<boolean> {
    const say = (key: string) => this.say(`publication.${part}.${key}` as `publication.${KeyBelow<'publication'>}`);
    return this.confirm.ask({
      title: say(`${verb}-title`),
      consequence: say(`${verb}-consequence`),
      verb: say(verb),
    });
  }
}
