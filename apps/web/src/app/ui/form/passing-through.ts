import { Directive, input } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';

/**
 * A field that somebody only passes through, with Tab or by a click elsewhere, is not missing yet: nobody has to fill in
 * every form of a page. What is missing shows once something was typed or the form was sent.
 */
@Directive({ host: { '(focusin)': 'arrive()', '(focusout)': 'leave()' } })
export class PassingThrough {
  readonly field = input.required<FieldTree<unknown>>();
  private wasTouched = false;

  protected arrive(): void {
    this.wasTouched = this.field()().touched();
  }

  protected leave(): void {
    const state = this.field()();
    if (!this.wasTouched && !state.dirty() && isEmpty(state.value())) state.reset();
  }
}

const isEmpty = (value: unknown): boolean =>
  value === '' || value === null || value === undefined || Number.isNaN(value);
