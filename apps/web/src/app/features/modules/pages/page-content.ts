import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, DOCUMENT, inject, input, output } from '@angular/core';
import { openPicture } from '@libretto/contracts';
import type { CalloutTone, PageNode } from '@libretto/domain';
import { fileAddress } from '../../../platform/api';
import { SentencePipe } from '../../../platform/language';
import { ReadThrough } from '../../../ui/read-through';
import { drawnPage } from './drawn-parts';
import { PageVideo } from './page-video';

let pages = 0;

/** What a page says, drawn kind by kind: nothing of it is ever taken for HTML. */
@Component({
  selector: 'lib-page-content',
  imports: [NgTemplateOutlet, PageVideo, ReadThrough, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './page-content.html',
  styleUrl: './page-content.css',
})
export class PageContent {
  readonly blocks = input.required<readonly PageNode[]>();
  readonly editionId = input.required<string>();
  readonly materialId = input.required<string>();
  /** The reader has come to the end of the page: once for each page. */
  readonly end = output();

  private readonly document = inject(DOCUMENT);
  private readonly name = `page${(pages += 1)}`;
  protected readonly page = computed(() => drawnPage(this.blocks()));

  protected pictureAt(pictureId: string): string {
    const params = { editionId: this.editionId(), materialId: this.materialId(), pictureId };
    return fileAddress(openPicture, { params, query: { inPlace: 'true' } });
  }

  protected toneOf(tone: CalloutTone) {
    return `pages.callout.${tone}` as const;
  }

  protected idOf(what: 'ref' | 'note', number: number): string {
    return `${this.name}-${what}-${number}`;
  }

  /** With the page's own path: all pages have `/` as their base. */
  protected addressOf(what: 'ref' | 'note', number: number): string {
    const { pathname, search } = this.document.location;
    return `${pathname}${search}#${this.idOf(what, number)}`;
  }

  /** To a note or back: the focus goes along, so that one reads on from there. */
  protected goTo(event: Event, what: 'ref' | 'note', number: number): void {
    event.preventDefault();
    const place = this.document.getElementById(this.idOf(what, number));
    place?.scrollIntoView({ block: 'nearest' });
    place?.focus({ preventScroll: true });
  }
}
