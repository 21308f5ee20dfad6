import { ChangeDetectionStrategy, Component, inject, model, signal } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { MatAutocompleteModule, type MatAutocompleteSelectedEvent } from '@angular/material/autocomplete';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { TranslocoPipe } from '@jsverse/transloco';
import { type Institution, searchInstitutions } from '@libretto/contracts';
import { Api } from '../../platform/api';

/** Where somebody works: a part of the name finds it. `[formField]` binds it to an `Institution` or `null`. */
@Component({
  selector: 'lib-institution-field',
  imports: [MatAutocompleteModule, MatFormFieldModule, MatInputModule, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <mat-form-field>
      <mat-label>{{ 'accounts.institution' | transloco }}</mat-label>
      <input
        #box
        matInput
        autocomplete="off"
        [value]="nameOf(value())"
        [matAutocomplete]="found"
        (input)="search(box.value)"
        (blur)="settle(box)"
      />
      <mat-hint>{{ 'accounts.institution-hint' | transloco }}</mat-hint>
      <mat-autocomplete #found="matAutocomplete" [displayWith]="nameOf" (optionSelected)="choose($event)">
        @for (institution of matches.value()?.items ?? []; track institution.id) {
          <mat-option [value]="institution">{{ institution.name }} <span class="soft">{{ institution.country }}</span></mat-option>
        }
      </mat-autocomplete>
    </mat-form-field>
  `,
  styles: 'mat-form-field { width: 100%; }',
})
export class InstitutionField implements FormValueControl<Institution | null> {
  readonly value = model<Institution | null>(null);

  private readonly text = signal<string | undefined>(undefined);
  protected readonly matches = inject(Api).read(searchInstitutions, () => {
    const name = this.text();
    return name === undefined ? undefined : { query: { name } };
  });

  protected nameOf(institution: Institution | null): string {
    return institution?.name ?? '';
  }

  protected search(text: string): void {
    this.text.set(text.trim());
  }

  protected choose({ option }: MatAutocompleteSelectedEvent): void {
    this.value.set(option.value as Institution);
  }

  /** An emptied field means none; letters that name nothing give way to what was chosen before. */
  protected settle(box: HTMLInputElement): void {
    if (box.value.trim() === '') this.value.set(null);
    else box.value = this.nameOf(this.value());
  }
}
