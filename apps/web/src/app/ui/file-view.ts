import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { DomSanitizer } from '@angular/platform-browser';
import { SentencePipe } from '../platform/language';
import { Embedded } from './embedded';
import { inPlaceOf } from './file-link';

/** A file that somebody handed in, shown in place if a browser can do that safely, and always with a download. */
@Component({
  selector: 'lib-file-view',
  imports: [Embedded, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @switch (kind()) {
      @case ('page') {
        <lib-embedded><iframe [src]="trusted()" [title]="name()"></iframe></lib-embedded>
      }
      @case ('picture') {
        <img [src]="inPlace()" [alt]="name()" />
      }
      @default {
        <p class="soft">{{ 'shell.file.not-in-place' | transloco }}</p>
      }
    }
    @if (isEnvelope()) {
      <p class="soft small">{{ 'shell.file.envelope' | transloco }}</p>
    }
    <p class="row">
      <a [href]="address()" download>{{ 'shell.file.download' | transloco }}: {{ name() }}</a>
      @if (shown()) {
        <a [href]="inPlace()" target="_blank" rel="noopener"
          >{{ 'shell.file.open' | transloco }}<span class="unseen">: {{ name() }}</span></a
        >
      }
    </p>
  `,
  styles: `
    iframe {
      width: 100%;
      height: min(75vh, 60rem);
      border: 1px solid var(--rule);
      background: var(--sheet);
    }

    img {
      max-width: 100%;
      border: 1px solid var(--rule);
    }

    p {
      margin: var(--s2) 0 0;
      overflow-wrap: anywhere;
    }
  `,
})
export class FileView {
  /** From `fileAddress`: an address of our own api, which serves files inert. */
  readonly address = input.required<string>();
  readonly name = input.required<string>();
  readonly type = input.required<string>();
  /** The type of its view in a browser. */
  readonly shown = input.required<string | null>();

  private readonly sanitizer = inject(DomSanitizer);
  protected readonly inPlace = computed(() => inPlaceOf(this.address()));
  protected readonly isEnvelope = computed(() => this.type() === 'application/pkcs7-mime');
  protected readonly kind = computed(() => {
    const shown = this.shown();
    return shown === null ? 'other' : shown.startsWith('image/') ? 'picture' : 'page';
  });
  protected readonly trusted = computed(() => this.sanitizer.bypassSecurityTrustResourceUrl(this.inPlace()));
}
