import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type AttendanceRequestView, readRequestDocument } from '@libretto/contracts';
import type { RequestState } from '@libretto/domain';
import { fileAddress } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { LongDayPipe } from '../../platform/time';
import { FileLink } from '../../ui/file-link';
import { Status, type Tone } from '../../ui/status';

const tones: Readonly<Record<RequestState, Tone>> = {
  open: 'wait',
  granted: 'good',
  refused: 'bad',
  withdrawn: 'plain',
};

/** What somebody asked about their attendance, with its document and its answer. */
@Component({
  selector: 'lib-request-card',
  imports: [FileLink, LongDayPipe, SentencePipe, Status],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './request-card.html',
  styles: `
    p {
      margin: 0 0 var(--s1);
    }

    .words {
      white-space: pre-line;
    }
  `,
})
export class RequestCard {
  readonly editionId = input.required<string>();
  readonly request = input.required<AttendanceRequestView>();

  protected readonly tones = tones;
  protected readonly document = computed(() => {
    const { id: requestId, sessionId } = this.request();
    return fileAddress(readRequestDocument, { params: { editionId: this.editionId(), sessionId, requestId } });
  });
}
