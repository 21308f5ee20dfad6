import {
  ChangeDetectionStrategy,
  Component,
  computed,
  debounced,
  inject,
  input,
  output,
  resource,
  signal,
} from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { type FormField as OwnField, previewReturn, returnApplication } from '@libretto/contracts';
import { fieldKeysOf, type FormPart } from '@libretto/domain';
import { Api } from '../../../platform/api';
import { LanguageNamesPipe, SentencePipe } from '../../../platform/language';
import { Moment } from '../../../platform/time';
import { ErrorPanel } from '../../../ui/error-panel';
import { FormProblem, formToSend, TextField } from '../../../ui/form';
import { Notices } from '../../../ui/notices';
import { Skeleton } from '../../../ui/skeleton';
import { FieldLabelPipe } from '../dossier/field-label.pipe';
import { LetterSheet } from '../letters/letter-sheet';

const pauseMs = 500;

/** Returns a dossier: chooses fields, with a question for each, and shows the mail as it will be sent. */
@Component({
  selector: 'lib-return-form',
  imports: [
    ErrorPanel,
    FieldLabelPipe,
    FormProblem,
    FormRoot,
    LanguageNamesPipe,
    LetterSheet,
    MatButtonModule,
    Moment,
    Skeleton,
    TextField,
    SentencePipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './return-form.html',
  styleUrl: './return-form.css',
})
export class ReturnForm {
  readonly editionId = input.required<string>();
  readonly applicationId = input.required<string>();
  /** The edition's time zone. */
  readonly zone = input.required<string>();
  readonly parts = input.required<readonly FormPart[]>();
  /** The programme's own fields that this dossier shows. */
  readonly fields = input.required<readonly OwnField[]>();
  readonly returned = output();

  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly params = computed(() => ({ editionId: this.editionId(), applicationId: this.applicationId() }));
  protected readonly keys = computed(() => fieldKeysOf(this.parts(), this.fields()));
  protected readonly model = signal({ questions: [] as { field: string; text: string }[], word: '' });
  private readonly settled = debounced(this.model, pauseMs);
  protected readonly preview = resource({
    params: () =>
      this.settled.value().questions.length ? { params: this.params(), body: this.settled.value() } : undefined,
    loader: ({ params }) => this.api.send(previewReturn, params),
  });
  protected readonly form = formToSend(returnApplication, this.model, () => this.giveBack());

  protected isAsked(key: string): boolean {
    return this.model().questions.some(({ field }) => field === key);
  }

  /** Questions stay in the order of the form. */
  protected choose(key: string, asked: boolean): void {
    this.model.update(({ questions, word }) => ({
      word,
      questions: this.keys().flatMap((field) => {
        const known = questions.find((question) => question.field === field);
        if (field !== key) return known ?? [];
        return asked ? (known ?? { field, text: '' }) : [];
      }),
    }));
  }

  private async giveBack(): Promise<void> {
    await this.api.send(returnApplication, { params: this.params(), body: this.model() });
    this.notices.tell('returned');
    this.returned.emit();
  }
}
