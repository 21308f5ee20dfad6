import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { type AnnotationsView, writeOutRecording } from '@libretto/contracts';
import { Api } from '../../../platform/api';
import { typedHere } from '../../../platform/drafts';
import { SentencePipe } from '../../../platform/language';
import { Refused, Sending } from '../../../ui/sending';

/** One's own recording in writing. This browser keeps it until it is saved: without a connection it can be written too. */
@Component({
  selector: 'lib-words-of-recording',
  imports: [MatButtonModule, Refused, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <label>
      {{ 'project-work.recording.words' | transloco }}
      <textarea #typed rows="3" maxlength="4000" [value]="words()" (input)="words.set(typed.value)"></textarea>
    </label>
    <p class="small" [class.missing]="!recording().words">
      {{ (recording().words ? 'project-work.recording.written' : 'project-work.recording.write-out') | transloco }}
    </p>
    <button mat-stroked-button type="button" [disabled]="sending.isBusy()" (click)="save()">
      {{ 'project-work.recording.save-words' | transloco }}
    </button>
    <lib-refused [of]="sending" />
  `,
  styleUrl: './spoken-comment.css',
})
export class WordsOfRecording {
  readonly at = input.required<{ readonly editionId: string; readonly submissionId: string }>();
  readonly recording = input.required<AnnotationsView['recordings'][number]>();
  readonly saved = output();

  private readonly api = inject(Api);
  protected readonly words = typedHere(
    computed(() => `recording/${this.recording().id}`),
    computed(() => this.recording().words),
  );
  protected readonly sending = new Sending();

  protected async save(): Promise<void> {
    const body = { words: this.words() };
    if (await this.sending.run(() => this.api.send(writeOutRecording, { params: this.at(), body }))) this.saved.emit();
  }
}
