import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { DomSanitizer } from '@angular/platform-browser';
import { TranslocoPipe } from '@jsverse/transloco';

/** A file that somebody handed in, shown in place where a browser can do that safely, and always as a link. */
@Component({
  selector: 'lib-file-view',
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @switch (kind()) {
      @case ('page') {
        <iframe [src]="trusted()" [title]="name()"></iframe>
      }
      @case ('picture') {
        <img [src]="address()" [alt]="name()" />
      }
      @default {
        <p class="soft">{{ 'shell.file.not-in-place' | transloco }}</p>
      }
    }
    <p>
      <a [href]="address()" target="_blank" rel="noopener">{{ 'shell.file.open' | transloco: { name: name() } }}</a>
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

  private readonly sanitizer = inject(DomSanitizer);
  protected readonly kind = computed(() =>
    this.type() === 'application/pdf' ? 'page' : this.type().startsWith('image/') ? 'picture' : 'other',
  );
  protected readonly trusted = computed(() => this.sanitizer.bypassSecurityTrustResourceUrl(this.address()));
}
