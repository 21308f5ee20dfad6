import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  Injector,
  input,
  output,
  resource,
  signal,
  viewChild,
  viewChildren,
} from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import type { PagePlace, Place } from '@libretto/domain/annotations';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { SentencePipe } from '../../../platform/language';
import { AnnotatingTools } from './annotating-tools';
import { PdfPage, type Tool } from './pdf-page';
import { selectedPlace } from './selected-place';
import type { ShownAnnotation } from './shown-annotation';

/** A PDF page by page, drawn by pdf.js, with annotations on it and the tools that make more of them. */
@Component({
  selector: 'lib-annotated-pdf',
  imports: [AnnotatingTools, MatButtonModule, PdfPage, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './annotated-pdf.html',
  styleUrl: './annotated-pdf.css',
})
export class AnnotatedPdf {
  /** Where the file is read from, to be shown in place. */
  readonly address = input.required<string>();
  readonly name = input.required<string>();
  readonly annotations = input.required<readonly ShownAnnotation[]>();
  readonly canAnnotate = input.required<boolean>();
  /** Somebody has marked a place, and may want to write about it. */
  readonly added = output<{ readonly place: PagePlace; readonly wantsWords: boolean }>();
  readonly opened = output<string>();

  private readonly injector = inject(Injector);
  private readonly pages = viewChildren(PdfPage);
  private readonly scroller = viewChild<ElementRef<HTMLElement>>('scroller');
  protected readonly tool = signal<Tool>('select');
  /** The page with the rectangle that keys move. */
  protected readonly boxOn = signal<number | undefined>(undefined);
  protected readonly nothingSelected = signal(false);
  protected readonly pdf = resource({
    params: () => this.address(),
    loader: async ({ params, abortSignal }): Promise<PDFPageProxy[]> => {
      const { openPdf } = await import('./draw-pdf');
      const { opened, close } = openPdf(params);
      abortSignal.addEventListener('abort', close);
      const pdf = await opened;
      return Promise.all(Array.from({ length: pdf.numPages }, (_, at) => pdf.getPage(at + 1)));
    },
  });
  protected readonly onPage = computed(() => Map.groupBy(this.annotations(), ({ place }) => pageOf(place)));
  protected readonly none: readonly ShownAnnotation[] = [];

  constructor() {
    effect(() => {
      this.address();
      this.tool.set('select');
      this.boxOn.set(undefined);
    });
  }

  /** Goes to an annotation's place. */
  show(id: string): void {
    const place = this.annotations().find((one) => one.id === id)?.place;
    if (place) this.pages()[pageOf(place) - 1]?.focusMark(id);
  }

  focus(): void {
    this.scroller()?.nativeElement.focus();
  }

  /** Marks what is selected; without a selection it says how to select. */
  highlight(wantsWords: boolean): void {
    const place = selectedPlace(
      document.getSelection(),
      this.pages().map((page) => page.selectable()),
    );
    this.nothingSelected.set(!place);
    if (!place) return;
    document.getSelection()?.removeAllRanges();
    this.added.emit({ place, wantsWords });
  }

  use(tool: Tool): void {
    const now: Tool = this.tool() === tool ? 'select' : tool;
    this.nothingSelected.set(false);
    this.tool.set(now);
    this.boxOn.set(now === 'area' ? this.pageInSight() : undefined);
    if (now === 'area')
      afterNextRender(() => this.pages()[(this.boxOn() ?? 1) - 1]?.focusBox(), { injector: this.injector });
  }

  protected add(place: PagePlace): void {
    this.use('select');
    this.added.emit({ place, wantsWords: true });
  }

  protected stop(): void {
    this.use('select');
    this.focus();
  }

  /** The page that has most of the screen. */
  private pageInSight(): number {
    const middle = this.scroller()?.nativeElement;
    if (!middle) return 1;
    const { top, height } = middle.getBoundingClientRect();
    const at = this.pages().findIndex((page) => {
      const { bottom } = page.selectable().words.getBoundingClientRect();
      return bottom > top + height / 2;
    });
    return Math.max(0, at) + 1;
  }
}

/** A passage, which has no page, is on none. */
const pageOf = (place: Place): number => (place.kind === 'passage' ? 0 : place.page);
