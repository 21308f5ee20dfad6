import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { type AnnotationsView, hearRecording, recordComment, removeRecording } from '@libretto/contracts';
import { Api, fileAddress } from '../../../platform/api';
import { SentencePipe } from '../../../platform/language';
import { Refused } from '../../../ui/sending';
import { Uploading } from '../../../ui/uploading';
import { WordsOfRecording } from './words-of-recording';

/** A recording ends by itself after so long. */
const mostMs = 5 * 60_000;

/** Comments that markers have recorded, each with its words; one's own is recorded here. */
@Component({
  selector: 'lib-spoken-comment',
  imports: [MatButtonModule, Refused, SentencePipe, WordsOfRecording],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './spoken-comment.html',
  styleUrl: './spoken-comment.css',
})
export class SpokenComment {
  readonly at = input.required<{ readonly editionId: string; readonly submissionId: string }>();
  readonly recordings = input.required<AnnotationsView['recordings']>();
  readonly canRecord = input.required<boolean>();
  readonly reload = input.required<() => void>();

  private readonly api = inject(Api);
  protected readonly sending = new Uploading();
  protected readonly recorder = signal<MediaRecorder | undefined>(undefined);
  protected readonly isDenied = signal(false);
  protected readonly hasOwn = computed(() => this.recordings().some(({ isOwn }) => isOwn));
  protected readonly canHere = 'MediaRecorder' in window;

  protected addressOf(recordingId: string): string {
    return fileAddress(hearRecording, { params: { ...this.at(), recordingId } });
  }

  protected async start(): Promise<void> {
    this.isDenied.set(false);
    const sound = await navigator.mediaDevices.getUserMedia({ audio: true }).catch(() => undefined);
    if (!sound) return this.isDenied.set(true);
    const recorder = new MediaRecorder(sound, { audioBitsPerSecond: 32_000 });
    const end = setTimeout(() => recorder.stop(), mostMs);
    recorder.addEventListener('dataavailable', ({ data }) => void this.send(data));
    recorder.addEventListener('stop', () => {
      clearTimeout(end);
      sound.getTracks().forEach((track) => track.stop());
      this.recorder.set(undefined);
    });
    recorder.start();
    this.recorder.set(recorder);
  }

  protected async remove(): Promise<void> {
    if (await this.sending.run(() => this.api.send(removeRecording, { params: this.at() }))) this.reload()();
  }

  private async send(sound: Blob): Promise<void> {
    const file = new File([sound], 'comment', { type: sound.type });
    if (await this.sending.upload(recordComment, { params: this.at() }, file)) this.reload()();
  }
}
