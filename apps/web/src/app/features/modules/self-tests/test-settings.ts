import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatCheckboxModule } from '@angular/material/checkbox';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { type FeedbackTime, testLimits, type TestSettings as Settings } from '@libretto/domain';
import { SentencePipe } from '../../../platform/language';
import { NumberField } from './number-field';

/** How a self-test is taken: how often, with how many questions, when one learns what was right, and what passes. */
@Component({
  selector: 'lib-test-settings',
  imports: [MatCheckboxModule, MatFormFieldModule, MatInputModule, NumberField, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let now = settings();
    <lib-number-field
      [label]="'self-tests.settings.pass' | transloco"
      [value]="now.passPercent"
      [least]="0"
      [most]="100"
      (changed)="put({ passPercent: $event ?? 0 })"
    />
    <lib-number-field
      [label]="'self-tests.settings.attempts' | transloco"
      [hint]="'self-tests.settings.attempts-hint' | transloco"
      [value]="now.attempts"
      [least]="1"
      [most]="limits.attempts"
      (changed)="put({ attempts: $event })"
    />
    <lib-number-field
      [label]="'self-tests.settings.draw' | transloco"
      [hint]="'self-tests.settings.draw-hint' | transloco"
      [value]="now.draw"
      [least]="1"
      [most]="limits.questions"
      (changed)="put({ draw: $event })"
    />
    <mat-form-field>
      <mat-label>{{ 'self-tests.settings.feedback' | transloco }}</mat-label>
      <select matNativeControl (change)="choose($event)">
        <option value="each" [selected]="now.feedback === 'each'">
          {{ 'self-tests.settings.feedback-each' | transloco }}
        </option>
        <option value="end" [selected]="now.feedback === 'end'">
          {{ 'self-tests.settings.feedback-end' | transloco }}
        </option>
      </select>
    </mat-form-field>
    <mat-checkbox [checked]="now.isShuffled" (change)="put({ isShuffled: $event.checked })">{{
      'self-tests.settings.shuffle' | transloco
    }}</mat-checkbox>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr));
      gap: var(--s5) var(--s4);
      align-items: start;
      padding-block: var(--s3) var(--s4);
    }
  `,
})
export class TestSettings {
  readonly settings = input.required<Settings>();
  readonly changed = output<Settings>();

  protected readonly limits = testLimits;

  protected put(values: Partial<Settings>): void {
    this.changed.emit({ ...this.settings(), ...values });
  }

  protected choose({ target }: Event): void {
    this.put({ feedback: (target as HTMLSelectElement).value as FeedbackTime });
  }
}
