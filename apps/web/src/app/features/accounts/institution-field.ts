import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  inject,
  input,
  model,
  signal,
  viewChild,
} from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { MatAutocompleteModule, type MatAutocompleteSelectedEvent } from '@angular/material/autocomplete';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { type Institution, searchInstitutions } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { CountryNamePipe, SentencePipe } from '../../platform/language';
import { type Proposed, ProposeInstitution } from './propose-institution';

/**
 * An institution, found by a part of its name: `[formField]` binds it to an `Institution` or `null`. A missing
 * institution is added on the spot. Text that matches none is never dropped: while it stands there, the field is
 * `unsettled`.
 */
@Component({
  selector: 'lib-institution-field',
  imports: [
    MatAutocompleteModule,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    SentencePipe,
    CountryNamePipe,
    ProposeInstitution,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <mat-form-field>
      <mat-label>{{ label() ?? ('accounts.institution' | transloco) }}</mat-label>
      <input
        #box
        matInput
        autocomplete="off"
        [value]="text() ?? nameOf(value())"
        [attr.aria-invalid]="unsettled()"
        [matAutocomplete]="found"
        (input)="search(box.value)"
      />
      <mat-hint [class.wrong]="unsettled()">{{
        (unsettled() ? 'accounts.institutions.unsettled' : 'accounts.institution-hint') | transloco
      }}</mat-hint>
      <mat-autocomplete #found="matAutocomplete" [displayWith]="nameOf" (optionSelected)="choose($event)">
        @for (institution of matches.value()?.items ?? []; track institution.id) {
          <mat-option [value]="institution">
            {{ institution.name }}
            <span class="soft small">{{ institution.country | countryName }}{{ hostOf(institution) }}</span>
          </mat-option>
        }
        @if (mayPropose() && text() && !matches.isLoading()) {
          <mat-option [value]="null">{{
            'accounts.institutions.propose.option' | transloco: { name: text() }
          }}</mat-option>
        }
      </mat-autocomplete>
    </mat-form-field>
    @if (proposing(); as name) {
      <lib-propose-institution [name]="name" (proposed)="take($event)" (left)="leave()" />
    } @else if (mayPropose() && unsettled()) {
      <button mat-stroked-button type="button" (click)="propose()">
        {{ 'accounts.institutions.propose.option' | transloco: { name: text() } }}
      </button>
    }
    <p class="small" role="status">
      @if (taken(); as done) {
        {{
          (done.isNew ? 'accounts.institutions.propose.added' : 'accounts.institutions.propose.known')
            | transloco: { name: done.institution.name }
        }}
      }
    </p>
  `,
  styles: `
    mat-form-field {
      width: 100%;
    }

    .wrong {
      color: var(--red);
    }
  `,
})
export class InstitutionField implements FormValueControl<Institution | null> {
  readonly value = model<Institution | null>(null);
  readonly label = input<string>();
  readonly mayPropose = input(true);

  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  /** The typed text, while it matches no institution. */
  protected readonly text = signal<string | undefined>(undefined);
  protected readonly proposing = signal<string | undefined>(undefined);
  protected readonly taken = signal<Proposed | undefined>(undefined);
  /** Whether the text here matches no institution. */
  readonly unsettled = signal(false);
  protected readonly matches = inject(Api).read(searchInstitutions, () => {
    const name = this.text()?.trim();
    return name ? { query: { name } } : undefined;
  });

  protected readonly nameOf = (institution: Institution | null): string => institution?.name ?? this.text() ?? '';
  /** Institutions of the same name are distinguished by their websites. */
  protected readonly hostOf = ({ website }: Institution): string =>
    website ? ` · ${new URL(website).hostname.replace(/^www\./, '')}` : '';

  focus(options?: FocusOptions): void {
    this.box().nativeElement.focus(options);
  }

  protected search(text: string): void {
    this.taken.set(undefined);
    this.text.set(text);
    this.unsettled.set(text.trim() !== '' && text.trim() !== this.value()?.name);
    if (text.trim() === '') this.value.set(null);
  }

  protected choose({ option }: MatAutocompleteSelectedEvent): void {
    const institution = option.value as Institution | null;
    if (institution) this.become(institution);
    else this.propose();
  }

  protected propose(): void {
    this.proposing.set(this.text()?.trim());
  }

  protected take(proposed: Proposed): void {
    this.taken.set(proposed);
    this.become(proposed.institution);
    this.focus();
  }

  protected leave(): void {
    this.proposing.set(undefined);
    this.focus();
  }

  private become(institution: Institution): void {
    this.text.set(undefined);
    this.unsettled.set(false);
    this.proposing.set(undefined);
    this.box().nativeElement.value = institution.name;
    this.value.set(institution);
  }
}
