import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { ReadingLanguage } from '../platform/language';
import { type Chart as ChartData, draw, heightOf, pressedIn, type Pressed } from './chart-drawing';

/**
 * A drawing of figures that are in a table beside it: `<lib-chart [chart]="…" [label]="sentence"
 * (pressed)="open($event)" />`. Screen readers read the sentence and the table; a press on a bar is the same link as
 * its figure in the table.
 */
@Component({
  selector: 'lib-chart',
  changeDetection: ChangeDetectionStrategy.OnPush,
  // For the mouse; the table has the same links for everybody.
  host: { '(click)': 'press($event)' },
  template: `
    <div #place class="drawing drawn" role="img" [attr.aria-label]="label()" [style.min-height.px]="height()"></div>
    @if (hasLegend()) {
      <ul aria-hidden="true">
        @for (part of chart().parts; track part.key) {
          <li><span class="key drawn" [style.background]="part.colour"></span>{{ part.name }}</li>
        }
      </ul>
    }
  `,
  styles: `
    :host {
      display: block;
    }

    .drawing {
      overflow: hidden;
    }

    .drawing ::ng-deep svg {
      display: block;
      max-width: 100%;
    }

    @media (forced-colors: active) {
      .drawing ::ng-deep .bar rect {
        stroke: Canvas;
      }
    }

    .drawing ::ng-deep .bar rect {
      cursor: pointer;
    }

    .drawing ::ng-deep [class*='grid'] {
      stroke: var(--rule);
      stroke-opacity: 1;
    }

    ul {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s1) var(--s4);
      max-width: none;
      margin: var(--s2) 0 0;
      padding: 0;
      list-style: none;
      font-size: var(--small);
    }

    .key {
      display: inline-block;
      margin-inline-end: var(--s2);
      width: 0.8em;
      height: 0.8em;
      border-radius: 2px;
    }
  `,
})
export class Chart {
  readonly chart = input.required<ChartData>();
  /** The contents of the drawing, in one sentence with its figures. */
  readonly label = input.required<string>();
  /** A piece of a bar was pressed. */
  readonly pressed = output<Pressed>();

  private readonly place = viewChild.required<ElementRef<HTMLElement>>('place');
  private readonly reading = inject(ReadingLanguage);
  private readonly width = signal(0);
  /** If each part is a row of its own, the rows name it. */
  protected readonly hasLegend = computed(() => {
    const chart = this.chart();
    return chart.parts.length > 1 && !(chart.kind === 'bars' && chart.values.every(({ row, part }) => row === part));
  });
  protected readonly height = computed(() => heightOf(this.chart()));

  constructor() {
    const destroyed = inject(DestroyRef);
    let turn = 0;
    const widths = new ResizeObserver(() => this.width.set(this.place().nativeElement.clientWidth));
    destroyed.onDestroy(() => widths.disconnect());
    afterRenderEffect(() => {
      const place = this.place().nativeElement;
      widths.observe(place);
      const [chart, width, language] = [this.chart(), this.width() || place.clientWidth, this.reading.code()];
      if (!width) return;
      turn += 1;
      const mine = turn;
      // The library is as large as the rest of the app: it loads only where a chart is shown.
      void import('@observablehq/plot').then((library) => {
        if (mine === turn) place.replaceChildren(draw(library, chart, width, language));
      });
    });
  }

  protected press({ target }: Event): void {
    const pressed = target instanceof Element ? pressedIn(this.chart(), target) : null;
    if (pressed) this.pressed.emit(pressed);
  }
}
