import { booleanAttribute, ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import { SentencePipe } from '../platform/language';

/** The ticked rows of a list, by key: only rows in sight count. */
export class Choice {
  private readonly ticked = signal<ReadonlySet<string>>(new Set());
  readonly chosen = computed(() => this.choosable().filter((key) => this.ticked().has(key)));

  constructor(readonly choosable: () => readonly string[]) {}

  has(key: string): boolean {
    return this.ticked().has(key);
  }

  turn(key: string): void {
    this.ticked.update((ticked) => ticked.symmetricDifference(new Set([key])));
  }

  set(keys: readonly string[]): void {
    this.ticked.set(new Set(keys));
  }
}

/** The tick of one row: `<td class="choose"><lib-choose [of]="choice" [key]="one.id" [name]="one.name" /></td>`. */
@Component({
  selector: 'lib-choose',
  imports: [SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <input
      type="checkbox"
      [attr.aria-label]="'shell.choosing.one' | transloco: { name: name() }"
      [checked]="of().has(key())"
      (change)="of().turn(key())"
    />
  `,
})
export class Choose {
  readonly of = input.required<Choice>();
  readonly key = input.required<string>();
  readonly name = input.required<string>();
}

/** The tick of all rows in sight: in the head of their column, or above a list, with its label (`worded`). */
@Component({
  selector: 'lib-choose-all',
  imports: [SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <label
      ><input
        type="checkbox"
        [disabled]="!of().choosable().length"
        [checked]="all()"
        [indeterminate]="of().chosen().length > 0 && !all()"
        (change)="of().set(all() ? [] : of().choosable())"
      />
      <span [class.unseen]="!worded()">{{ 'shell.choosing.all' | transloco }}</span></label
    >
  `,
})
export class ChooseAll {
  readonly of = input.required<Choice>();
  readonly worded = input(false, { transform: booleanAttribute });
  protected readonly all = computed(
    () => this.of().chosen().length > 0 && this.of().chosen().length === this.of().choosable().length,
  );
}

/** The number of chosen rows, and the actions on them beside it. Its room is kept, so that the list does not move. */
@Component({
  selector: 'lib-chosen',
  imports: [SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <span role="status">{{ count() ? ('shell.choosing.chosen' | transloco: { count: count() }) : '' }}</span>
    @if (count()) {
      <ng-content />
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s2) var(--s4);
      align-items: center;
      min-height: 2.75rem;
    }
  `,
})
export class Chosen {
  readonly of = input.required<Choice>();
  /** The number of rows that are chosen with these, and are not in sight yet. */
  readonly beyond = input(0);
  protected readonly count = computed(() => this.of().chosen().length + this.beyond());
}
