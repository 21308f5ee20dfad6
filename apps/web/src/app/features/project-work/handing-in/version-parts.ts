import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { readSubmittedFile, type WorkVersion } from '@libretto/contracts';
import { fileAddress } from '../../../platform/api';
import { SentencePipe } from '../../../platform/language';
import { FileLink } from '../../../ui/file-link';
import { WorkLinks } from './work-links';

/** What a version consists of. */
@Component({
  selector: 'lib-version-parts',
  imports: [FileLink, SentencePipe, WorkLinks],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul>
      @for (file of version().files; track file.id) {
        <li>
          <lib-file-link [address]="address(file.id)" [file]="file" />
          @if (withHashes()) {
            <details class="small">
              <summary>
                {{ 'project-work.own.sha256' | transloco }}<span class="unseen">: {{ file.name }}</span>
              </summary>
              <code>{{ file.sha256 }}</code>
            </details>
          }
        </li>
      }
    </ul>
    <lib-work-links [links]="version().links" />
    @if (version().text; as text) {
      <details>
        <summary>{{ 'project-work.own.text' | transloco }}</summary>
        <p class="typed">{{ text }}</p>
      </details>
    }
  `,
  styles: `
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }

    code {
      overflow-wrap: anywhere;
    }

    .typed {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class VersionParts {
  readonly editionId = input.required<string>();
  readonly version = input.required<WorkVersion>();
  readonly withHashes = input(false);

  protected address(submittedFileId: string): string {
    const params = { editionId: this.editionId(), submissionId: this.version().id, submittedFileId };
    return fileAddress(readSubmittedFile, { params });
  }
}
