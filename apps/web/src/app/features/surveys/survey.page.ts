import { ChangeDetectionStrategy, Component, computed, inject, input, signal, viewChildren } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { answerSurvey, readMySurvey } from '@libretto/contracts';
import { type QuestionAnswer, type SurveyFault, surveyFaults } from '@libretto/domain';
import { Api } from '../../platform/api';
import { InLanguagePipe, injectSay, SentencePipe } from '../../platform/language';
import { DeadlinePipe, LongDayPipe } from '../../platform/time';
import { Confirm } from '../../ui/confirm';
import { Empty } from '../../ui/empty';
import { Notices } from '../../ui/notices';
import { PageHeader } from '../../ui/page-header';
import { Refused, Sending } from '../../ui/sending';
import { Waiting } from '../../ui/waiting';
import { SurveyField } from './survey-field';
import { answersIn, type Typed } from './typed';

/** The survey of an edition, for a participant to answer once. What is typed stays on this page until it is sent. */
@Component({
  selector: 'lib-survey-page',
  imports: [
    DeadlinePipe,
    Empty,
    InLanguagePipe,
    LongDayPipe,
    MatButtonModule,
    PageHeader,
    Refused,
    RouterLink,
    SentencePipe,
    SurveyField,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './survey.page.html',
  styles: `
    p {
      max-width: 44rem;
    }

    .introduction {
      font-size: var(--lead);
      white-space: pre-line;
    }

    form {
      margin-top: var(--s6);
    }

    .fault {
      color: var(--red);
    }
  `,
})
export class SurveyPage {
  readonly editionId = input.required<string>();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly say = injectSay();
  private readonly fields = viewChildren(SurveyField);
  protected readonly sending = new Sending();
  protected readonly survey = this.api.read(readMySurvey, () => ({ params: { editionId: this.editionId() } }));
  protected readonly typed = signal<Typed>({});
  /** Faults are told once somebody has tried to send. */
  private readonly isTried = signal(false);
  private readonly questions = computed(() => this.survey.value()?.questions ?? []);
  private readonly answers = computed(() => answersIn(this.questions(), this.typed()));
  /** Of each question with a fault, the first one in words. */
  protected readonly faults = computed(() => {
    const found = this.isTried() ? surveyFaults(this.questions(), this.answers()) : [];
    return new Map(found.toReversed().map((fault) => [String(fault.path[0]), this.worded(fault)]));
  });

  protected write(id: string, answer: QuestionAnswer | undefined): void {
    this.sending.forget();
    this.typed.update(({ [id]: _, ...others }) => (answer === undefined ? others : { ...others, [id]: answer }));
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.isTried.set(true);
    const first = this.questions().findIndex(({ id }) => this.faults().has(id));
    if (first >= 0) return this.fields()[first]?.focus();
    const consequence = { title: this.say('surveys.title'), consequence: this.say('surveys.confirm') };
    if (!(await this.confirm.ask({ ...consequence, verb: this.say('surveys.send') }))) return;
    await this.sending.run(async () => {
      const answers = this.answers() as never;
      await this.api.send(answerSurvey, { params: { editionId: this.editionId() }, body: { answers } });
      this.typed.set({});
      this.isTried.set(false);
      this.survey.reload();
      this.notices.tell('survey-sent');
    });
  }

  private worded({ reason, numbers }: SurveyFault): string {
    return this.say(`common.fields.${reason}`, { ...numbers });
  }
}
