import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { addEvidence, type EvidenceView, readEvidenceFile, removeEvidence } from '@libretto/contracts';
import type { EvidenceKind } from '@libretto/domain';
import type { KeyBelow } from '@libretto/language';
import { Api, fileAddress } from '../../../platform/api';
import { injectSay, ReadingLanguage, SentencePipe } from '../../../platform/language';
import { Confirm } from '../../../ui/confirm';
import { Refused } from '../../../ui/sending';
import { Uploading } from '../../../ui/uploading';
import { AskedQuestions } from './asked-questions';
import { FileDrop } from '../../../ui/file-drop';
import { FileLink } from '../../../ui/file-link';
import { KilobytesPipe } from '../../../ui/kilobytes.pipe';

/** The files of one kind in one's own dossier, with a place to add another. */
@Component({
  selector: 'lib-evidence-of-kind',
  imports: [FileDrop, FileLink, KilobytesPipe, MatButtonModule, Refused, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h3 tabindex="-1" [class.needed]="required()" [id]="fieldId() ? null : kind() + '-evidence'">
      {{ title() }}
      @if (required()) {
        <span class="unseen"> ({{ 'admissions.criterion.required' | transloco }})</span>
      }
    </h3>
    @if (hint()) {
      <p class="soft small">{{ hint() }}</p>
    }
    @if (files().length) {
      <ul>
        @for (one of files(); track one.id) {
          <li>
            <lib-file-link [address]="address(one.id)" [file]="one.file" />
            <span class="soft small">{{
              'admissions.evidence.size' | transloco: { kilobytes: (one.file.bytes | kilobytes) }
            }}</span>
            @if (editable()) {
              <button mat-button type="button" [disabled]="sending.isBusy()" (click)="remove(one)">
                {{ 'admissions.evidence.remove' | transloco }}<span class="unseen">: {{ one.file.name }}</span>
              </button>
            }
          </li>
        }
      </ul>
    } @else if (!editable()) {
      <p class="soft">{{ 'admissions.evidence.none' | transloco }}</p>
    }
    @if (editable() && files().length < most()) {
      <lib-file-drop
        [label]="title()"
        [progress]="sending.progress()"
        (stopped)="sending.stop()"
        (chosen)="add($event)"
      />
    }
    <lib-refused [of]="sending" />
  `,
  styles: `
    ul {
      list-style: none;
      padding: 0;
    }

    li > * {
      margin-inline-end: var(--s2);
    }
  `,
})
export class EvidenceOfKind {
  readonly editionId = input.required<string>();
  readonly kind = input.required<EvidenceKind>();
  /** The own field that the files answer, with its label; other files of the kind answer none. */
  readonly fieldId = input<string | null>(null);
  readonly label = input('');
  readonly hint = input('');
  readonly required = input(false);
  readonly most = input(Infinity);
  readonly evidence = input.required<readonly EvidenceView[]>();
  readonly editable = input.required<boolean>();
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly asking = inject(AskedQuestions, { optional: true });
  private readonly reading = inject(ReadingLanguage);
  private readonly say = injectSay();
  protected readonly title = computed(() => {
    this.reading.code();
    return this.label() || this.say(`admissions.evidence.${this.kind()}`);
  });
  protected readonly files = computed(() =>
    this.evidence().filter(({ kind, fieldId }) => kind === this.kind() && fieldId === this.fieldId()),
  );
  protected readonly sending = new Uploading();

  protected address(evidenceId: string): string {
    return fileAddress(readEvidenceFile, { params: { editionId: this.editionId(), evidenceId } });
  }

  protected async add(file: File): Promise<void> {
    const input = {
      params: { editionId: this.editionId() },
      query: { kind: this.kind(), field: this.fieldId() ?? undefined },
    };
    if (await this.sending.upload(addEvidence, input, file)) this.changed.emit();
  }

  protected async remove({ id, file }: EvidenceView): Promise<void> {
    const say = (key: KeyBelow<'admissions.evidence'>) => this.say(`admissions.evidence.${key}`, { name: file.name });
    if (
      !(await this.confirm.ask({
        title: say('remove-title'),
        consequence: say(this.asking?.asked() ? 'remove-consequence-returned' : 'remove-consequence'),
        verb: say('remove'),
      }))
    )
      return;
    await this.sending.run(async () => {
      await this.api.send(removeEvidence, { params: { editionId: this.editionId(), evidenceId: id } });
      this.changed.emit();
    });
  }
}
