import { ChangeDetectionStrategy, Component, ElementRef, inject, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { injectSay, SentencePipe } from '../../../platform/language';
import { DraftState } from '../../../ui/draft-state';
import type { KeptAnnotations } from './keep-annotations';
import type { ShownAnnotation } from './shown-annotation';

/** The annotations of a file or a text one after the other, each with the way to its place. One's own are written here. */
@Component({
  selector: 'lib-annotation-list',
  imports: [DraftState, MatButtonModule, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './annotation-list.html',
  styleUrl: './annotation-list.css',
})
export class AnnotationList {
  readonly kept = input.required<KeptAnnotations>();
  /** Somebody wants to see the place of this one. */
  readonly sought = output<string>();

  private readonly host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly say = injectSay();
  protected readonly labelOf = ([, id]: readonly string[]): string =>
    this.say('project-work.annotations.number', {
      number:
        this.kept()
          .all()
          .find((one) => one.id === id)?.number ?? 0,
    });

  /** Goes to an annotation: to its words, if they can be written. */
  focus(id: string): void {
    const item = this.host.querySelector<HTMLElement>(`[data-annotation="${id}"]`);
    item?.scrollIntoView({ block: 'nearest' });
    (item?.querySelector<HTMLElement>('textarea') ?? item?.querySelector<HTMLElement>('button'))?.focus();
  }

  protected quoteOf({ place }: ShownAnnotation): string | undefined {
    return 'exact' in place ? place.exact : undefined;
  }

  protected write(id: string, event: Event): void {
    this.kept().write(id, (event.target as HTMLTextAreaElement).value);
  }
}
