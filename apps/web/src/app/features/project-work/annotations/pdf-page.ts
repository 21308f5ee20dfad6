import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  ElementRef,
  afterNextRender,
  inject,
  input,
  output,
  signal,
  viewChild,
  ViewEncapsulation,
} from '@angular/core';
import { areaAround, areasOf, type PageArea, type PagePlace, type PagePoint } from '@libretto/domain/annotations';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { SentencePipe } from '../../../platform/language';
import type { WordsOfPage } from './selected-place';
import type { ShownAnnotation } from './shown-annotation';

export type Tool = 'select' | 'area' | 'drawing';

/** How far from the screen a page is drawn already. */
const ahead = '600px';
/** A smaller movement of the pointer draws nothing. */
const leastSize = 4;
const step = 6;

/** One page: its picture, its words for selecting, and the annotations on it. */
@Component({
  selector: 'lib-pdf-page',
  imports: [SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  encapsulation: ViewEncapsulation.None,
  templateUrl: './pdf-page.html',
  styleUrl: './pdf-page.css',
})
export class PdfPage {
  readonly page = input.required<PDFPageProxy>();
  readonly annotations = input.required<readonly ShownAnnotation[]>();
  readonly tool = input.required<Tool>();
  /** Whether the rectangle that keys move stands on this page. */
  readonly hasBox = input(false);
  readonly drawn = output<PagePlace>();
  readonly opened = output<string>();
  readonly left = output();

  private readonly canvas = viewChild.required<ElementRef<HTMLCanvasElement>>('canvas');
  private readonly words = viewChild.required<ElementRef<HTMLElement>>('words');
  private readonly host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly view = computed(() => this.page().getViewport({ scale: 1 }));
  protected readonly number = computed(() => this.page().pageNumber);
  /** What the pointer has drawn since it was pressed. */
  protected readonly stroke = signal<readonly PagePoint[]>([]);
  protected readonly box = signal<PageArea>({ left: 60, top: 60, width: 180, height: 60 });
  protected readonly areasOf = areasOf;
  protected readonly draft = computed<PageArea | undefined>(() =>
    this.tool() === 'area' && this.stroke().length > 1 ? areaAround(this.stroke()) : undefined,
  );

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const seen = new IntersectionObserver(
        ([entry]) => {
          if (!entry?.isIntersecting) return;
          seen.disconnect();
          void this.draw();
        },
        { rootMargin: ahead },
      );
      seen.observe(this.host);
      const sized = new ResizeObserver(() => this.host.style.setProperty('--total-scale-factor', `${this.scale()}`));
      sized.observe(this.host);
      destroyed.onDestroy(() => {
        seen.disconnect();
        sized.disconnect();
      });
    });
  }

  /** Its words, for whoever asks what is selected of them. */
  selectable(): WordsOfPage {
    return { number: this.number(), words: this.words().nativeElement, width: this.view().width };
  }

  focusMark(id: string): void {
    const mark = this.host.querySelector<HTMLElement>(`[data-annotation="${id}"]`);
    mark?.scrollIntoView({ block: 'center' });
    mark?.focus({ preventScroll: true });
  }

  focusBox(): void {
    const box = this.host.querySelector<HTMLElement>('.box');
    box?.scrollIntoView({ block: 'nearest' });
    box?.focus({ preventScroll: true });
  }

  protected linesOf({ place }: ShownAnnotation): string[] {
    return place.kind === 'drawing' ? place.strokes.map(pointsOf) : [];
  }

  protected begin(event: PointerEvent): void {
    (event.target as HTMLElement).setPointerCapture(event.pointerId);
    this.stroke.set([this.at(event)]);
  }

  protected go(event: PointerEvent): void {
    if (this.stroke().length) this.stroke.update((points) => [...points.slice(-1500), this.at(event)]);
  }

  protected end(): void {
    const points = this.stroke();
    this.stroke.set([]);
    const area = areaAround(points);
    if (Math.max(area.width, area.height) < leastSize) return;
    const page = this.number();
    this.drawn.emit(
      this.tool() === 'area' ? { kind: 'area', page, area } : { kind: 'drawing', page, strokes: [points] },
    );
  }

  /** The arrow keys move the rectangle, and with Shift change its size. */
  protected press(event: KeyboardEvent): void {
    const { key, shiftKey } = event;
    if (key === 'Escape') return this.left.emit();
    if (key === 'Enter') {
      event.preventDefault();
      return this.drawn.emit({ kind: 'area', page: this.number(), area: this.box() });
    }
    const way = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[key];
    if (!way) return;
    event.preventDefault();
    const [x = 0, y = 0] = way;
    const page = this.view();
    this.box.update(({ left, top, width, height }) =>
      shiftKey
        ? {
            left,
            top,
            width: within(width + x, step, page.width - left),
            height: within(height + y, step, page.height - top),
          }
        : {
            left: within(left + x, 0, page.width - width),
            top: within(top + y, 0, page.height - height),
            width,
            height,
          },
    );
  }

  protected readonly pointsOf = pointsOf;

  private scale(): number {
    return this.host.clientWidth / this.view().width;
  }

  private at({ clientX, clientY }: PointerEvent): PagePoint {
    const { left, top } = this.host.getBoundingClientRect();
    const { width, height } = this.view();
    const scale = this.scale();
    return { x: within((clientX - left) / scale, 0, width), y: within((clientY - top) / scale, 0, height) };
  }

  private async draw(): Promise<void> {
    const { drawPage } = await import('./draw-pdf');
    const [canvas, words] = [this.canvas().nativeElement, this.words().nativeElement];
    await drawPage(this.page(), { canvas, words, scale: this.scale() });
    this.host.dataset['drawn'] = 'yes';
  }
}

const within = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

const pointsOf = (points: readonly PagePoint[]): string => points.map(({ x, y }) => `${x},${y}`).join(' ');
