import {
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  input,
  linkedSignal,
  output,
  viewChild,
} from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import {
  longerByWord,
  paragraphsOf,
  passageAt,
  passageIn,
  type PassagePlace,
  sentencesOf,
  shorterByWord,
  type Span,
} from '@libretto/domain/annotations';
import { SentencePipe } from '../../../platform/language';
import { AnnotatingTools } from './annotating-tools';
import { placeInSight, select, selectedSpan } from './selected-passage';
import type { ShownAnnotation } from './shown-annotation';

/** Words in paragraphs, with annotations on them and the tools that make more. Nothing in them is taken for markup. */
@Component({
  selector: 'lib-annotated-text',
  imports: [AnnotatingTools, MatButtonModule, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './annotated-text.html',
  styleUrl: './annotated-text.css',
})
export class AnnotatedText {
  readonly words = input.required<string>();
  readonly name = input.required<string>();
  readonly annotations = input.required<readonly ShownAnnotation[]>();
  readonly canAnnotate = input.required<boolean>();
  /** Somebody has marked a place, and may want to write about it. */
  readonly added = output<{ readonly place: PassagePlace; readonly wantsWords: boolean }>();
  readonly opened = output<string>();

  private readonly text = viewChild.required<ElementRef<HTMLElement>>('text');
  /** The words that keys or the button have selected, for screen readers. */
  protected readonly selected = linkedSignal({ source: this.words, computation: () => '' });
  protected readonly nothingSelected = linkedSignal({ source: this.words, computation: () => false });
  protected readonly paragraphs = computed(() =>
    paragraphsOf(
      this.words(),
      this.annotations().flatMap((of) => {
        const span = of.place.kind === 'passage' ? passageIn(this.words(), of.place) : undefined;
        return span ? [{ ...span, of }] : [];
      }),
    ),
  );
  private readonly sentences = computed(() => sentencesOf(this.words()));

  /** Goes to an annotation's place. */
  show(id: string): void {
    const mark = this.text().nativeElement.querySelector<HTMLElement>(`[data-annotation="${id}"]`);
    mark?.scrollIntoView({ block: 'center' });
    mark?.focus({ preventScroll: true });
  }

  focus(): void {
    this.text().nativeElement.focus();
  }

  /** Marks what is selected; without a selection it says how to select. */
  highlight(wantsWords: boolean): void {
    const span = this.span();
    const place = span && passageAt(this.words(), span);
    this.nothingSelected.set(!place);
    if (!place) return;
    document.getSelection()?.removeAllRanges();
    this.selected.set('');
    this.added.emit({ place, wantsWords });
  }

  /** The sentence after what is selected, or the first one in sight. */
  selectSentence(): void {
    const from = this.span()?.end ?? placeInSight(this.text().nativeElement);
    this.choose(this.sentences().find(({ start, end }) => start >= from || (!this.span() && end > from)));
  }

  /** Arrow keys go from sentence to sentence, with Shift a word is added or taken away. */
  protected press(event: KeyboardEvent): void {
    const { key, shiftKey, target, currentTarget } = event;
    if (!this.canAnnotate() || target !== currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    if (key !== 'ArrowRight' && key !== 'ArrowLeft') return;
    event.preventDefault();
    const span = this.span();
    if (!span) return this.selectSentence();
    if (shiftKey) return this.choose((key === 'ArrowRight' ? longerByWord : shorterByWord)(this.words(), span));
    if (key === 'ArrowRight') return this.selectSentence();
    this.choose(this.sentences().findLast(({ end }) => end <= span.start));
  }

  private choose(span: Span | undefined): void {
    if (!span) return;
    this.nothingSelected.set(false);
    select(this.text().nativeElement, span);
    this.selected.set(this.words().slice(span.start, span.end));
  }

  private span(): Span | undefined {
    return selectedSpan(document.getSelection(), this.text().nativeElement);
  }
}
