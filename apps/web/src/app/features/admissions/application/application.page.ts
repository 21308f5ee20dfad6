import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, viewChild } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import {
  readMyApplication,
  readMyPlace,
  readOwnCopy,
  startApplication,
  submitApplication,
  withdrawApplication,
} from '@libretto/contracts';
import { evidenceKinds, evidenceKindsOf, isOwnFieldKey, monthsOfExperience, showing } from '@libretto/domain';
import type { KeyBelow } from '@libretto/language';
import { Api, fileAddress } from '../../../platform/api';
import {
  CountryNamePipe,
  injectSay,
  inLanguage,
  InLanguagePipe,
  ReadingLanguage,
  SentencePipe,
} from '../../../platform/language';
import { LongDayPipe, Moment, today } from '../../../platform/time';
import { Confirm } from '../../../ui/confirm';
import { Refused, Sending } from '../../../ui/sending';
import { Notices } from '../../../ui/notices';
import { PageHeader } from '../../../ui/page-header';
import { Steps } from '../../../ui/steps';
import { Waiting } from '../../../ui/waiting';
import { OwnInstitution } from '../../accounts';
import { MyLetters } from '../letters/my-letters';
import { lineOf } from './application-line';
import { DossierContents } from '../dossier/dossier-contents';
import { OwnRulings } from '../appeal/own-rulings';
import { FieldLabelPipe } from '../dossier/field-label.pipe';
import { AskedQuestions } from '../dossier/asked-questions';
import { CommissionAsks } from '../return/commission-asks';
import { QuestionAt } from '../dossier/question-at';
import { ReturnsList } from '../return/returns-list';
import { DossierForm } from './dossier-form';
import { EvidenceOfKind } from '../dossier/evidence-of-kind';

/** One's own application: its state, its missing parts, and the one next step. */
@Component({
  selector: 'lib-application-page',
  imports: [
    CommissionAsks,
    CountryNamePipe,
    DossierContents,
    DossierForm,
    EvidenceOfKind,
    FieldLabelPipe,
    InLanguagePipe,
    LongDayPipe,
    MatButtonModule,
    Moment,
    MyLetters,
    OwnInstitution,
    OwnRulings,
    PageHeader,
    QuestionAt,
    Refused,
    ReturnsList,
    RouterLink,
    Steps,
    SentencePipe,
    Waiting,
  ],
  providers: [AskedQuestions],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './application.page.html',
  styleUrl: './application.page.css',
})
export class ApplicationPage {
  readonly editionId = input.required<string>();

  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly confirm = inject(Confirm);
  private readonly say = injectSay();
  private readonly reading = inject(ReadingLanguage);
  private readonly params = computed(() => ({ params: { editionId: this.editionId() } }));
  private readonly form = viewChild(DossierForm);

  protected readonly mine = this.api.read(readMyApplication, () => this.params());
  protected readonly copy = computed(() =>
    fileAddress(readOwnCopy, { ...this.params(), query: { language: this.reading.code() } }),
  );
  private readonly isRuled = computed(() => this.mine.value()?.application?.state === 'ruled');
  protected readonly place = this.api.read(readMyPlace, () => (this.isRuled() ? this.params() : undefined));
  /** The open return, and the earlier ones. */
  protected readonly asked = computed(() => {
    const application = this.mine.value()?.application;
    return application?.state === 'returned' ? application.returns[0] : undefined;
  });
  protected readonly endedReturns = computed(() =>
    (this.mine.value()?.application?.returns ?? []).filter(({ answeredAt, lapsedAt }) => answeredAt ?? lapsedAt),
  );
  protected readonly isOwn = isOwnFieldKey;
  /** The programme's own fields that show, given the stored answers. */
  protected readonly shown = computed(() => {
    const view = this.mine.value();
    return view?.application ? showing(view.fields, view.application) : [];
  });
  private readonly asking = inject(AskedQuestions);
  /**
   * The kinds of evidence that the programme asks for, and those that there are. Evidence of exceptional conditions
   * stands apart, with the conditions.
   */
  protected readonly evidenceKinds = computed(() => {
    const asked = evidenceKindsOf(this.mine.value()?.parts ?? []);
    const held = this.submitted();
    return evidenceKinds.filter(
      (kind) => kind !== 'exceptional-conditions' && (asked.includes(kind) || held.some((one) => one.kind === kind)),
    );
  });
  protected readonly months = computed(() =>
    monthsOfExperience(this.mine.value()?.application?.form.posts ?? [], today()),
  );
  /** Evidence of an appeal stands with the appeal. */
  protected readonly submitted = computed(() =>
    (this.mine.value()?.application?.evidence ?? []).filter(({ ofAppeal }) => !ofAppeal),
  );
  protected readonly sending = new Sending();

  protected readonly steps = computed(() => {
    this.reading.code();
    const application = this.mine.value()?.application;
    return lineOf(
      application ?? { state: 'draft', ruling: null, appeal: null },
      this.place.value()?.offer?.state ?? null,
    ).map(({ station, is }) => ({
      label: this.say(`admissions.station.${station}`),
      is,
    }));
  });
  protected readonly programme = computed(() => inLanguage(this.mine.value()?.programme, this.reading.code()));

  constructor() {
    this.asking.follow(this.asked, this.editionId);
  }

  protected start(): Promise<void> {
    return this.act(() => this.api.send(startApplication, this.params()));
  }

  protected async submit(): Promise<void> {
    const parts = this.form()?.unkept();
    const say = (key: KeyBelow<'admissions.submit'>) =>
      this.say(`admissions.${parts ? 'submit-unkept' : 'submit'}.${key}`, { parts });
    if (!(await this.confirm.ask({ title: say('title'), consequence: say('consequence'), verb: say('do') }))) return;
    await this.act(async () => {
      // Fields that are not saved, or have two values, show so themselves.
      if (!(await this.asking.saveNow()) || !((await this.form()?.saveNow()) ?? true)) return;
      await this.api.send(submitApplication, this.params());
      this.notices.tell('submitted');
    });
  }

  protected async withdraw(): Promise<void> {
    const say = (key: KeyBelow<'admissions.withdraw'>) => this.say(`admissions.withdraw.${key}`);
    if (await this.confirm.ask({ title: say('title'), consequence: say('consequence'), verb: say('do') }))
      await this.act(async () => {
        await this.api.send(withdrawApplication, this.params());
        this.notices.tell('withdrawn');
      });
  }

  private async act(step: () => Promise<unknown>): Promise<void> {
    await this.sending.run(async () => {
      await step();
      // The pressed button goes; people with screen readers or keyboards go on from the heading and its new state.
      this.host.querySelector('h1')?.focus();
    });
    this.mine.reload();
  }
}
