import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';

/** A number of a self-test as its author types it; an empty field is none. */
@Component({
  selector: 'lib-number-field',
  imports: [MatFormFieldModule, MatInputModule],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <mat-form-field>
      <mat-label>{{ label() }}</mat-label>
      <input
        #field
        matInput
        type="number"
        [attr.step]="step()"
        [attr.min]="least()"
        [attr.max]="most()"
        [value]="value() ?? ''"
        (change)="write(field)"
      />
      @if (hint(); as words) {
        <mat-hint>{{ words }}</mat-hint>
      }
    </mat-form-field>
  `,
  styles: `
    :host {
      display: block;
    }

    mat-form-field {
      width: 100%;
    }
  `,
})
export class NumberField {
  readonly label = input.required<string>();
  readonly value = input.required<number | null>();
  readonly least = input<number>();
  readonly most = input<number>();
  /** `any` lets fractions in. */
  readonly step = input<number | 'any'>(1);
  readonly hint = input<string>();
  readonly changed = output<number | null>();

  /** Within its bounds, and whole where it has to be. */
  protected write(field: HTMLInputElement): void {
    const typed = field.valueAsNumber;
    const number = this.step() === 'any' ? typed : Math.round(typed);
    const value = Number.isFinite(number)
      ? Math.min(this.most() ?? Infinity, Math.max(this.least() ?? -Infinity, number))
      : null;
    field.value = value === null ? '' : String(value);
    this.changed.emit(value);
  }
}
