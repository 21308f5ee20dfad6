import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { FormField, FormRoot, maxLength, pattern, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { TranslocoPipe } from '@jsverse/transloco';
import { addMaterial } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { FieldError, FormProblem, formToSend } from '../../ui/form';

/** A link or a text for a module's page. */
@Component({
  selector: 'lib-add-material-form',
  imports: [
    FieldError,
    FormField,
    FormProblem,
    FormRoot,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    TranslocoPipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form class="form" [formRoot]="form">
      <mat-form-field>
        <mat-label>{{ 'modules.materials.kind' | transloco }}</mat-label>
        <select matNativeControl [formField]="form.kind">
          <option value="link">{{ 'modules.materials.link' | transloco }}</option>
          <option value="text">{{ 'modules.materials.text' | transloco }}</option>
        </select>
      </mat-form-field>
      <mat-form-field>
        <mat-label>{{ 'modules.materials.name' | transloco }}</mat-label>
        <input matInput [formField]="form.title" />
        <mat-error><lib-field-error [field]="form.title" /></mat-error>
      </mat-form-field>
      @if (form.kind().value() === 'link') {
        <mat-form-field>
          <mat-label>{{ 'modules.materials.address' | transloco }}</mat-label>
          <input matInput type="url" [formField]="form.url" />
          <mat-error><lib-field-error [field]="form.url" /></mat-error>
        </mat-form-field>
      } @else {
        <mat-form-field>
          <mat-label>{{ 'modules.materials.text' | transloco }}</mat-label>
          <textarea matInput rows="6" [formField]="form.text"></textarea>
          <mat-error><lib-field-error [field]="form.text" /></mat-error>
        </mat-form-field>
      }
      <lib-form-problem [form]="form" />
      <div class="row">
        <button mat-stroked-button [disabled]="form().submitting()">{{ 'modules.materials.do' | transloco }}</button>
      </div>
    </form>
  `,
  styles: ':host { display: block; }',
})
export class AddMaterialForm {
  readonly editionId = input.required<string>();
  readonly moduleNumber = input.required<number>();
  readonly added = output();

  private readonly api = inject(Api);
  private readonly model = signal({ kind: 'link', title: '', url: '', text: '' });
  protected readonly form = formToSend(
    this.model,
    (path) => {
      required(path.title);
      maxLength(path.title, 160);
      required(path.url, { when: () => this.model().kind === 'link' });
      pattern(path.url, /^https?:\/\/\S+$/i);
      required(path.text, { when: () => this.model().kind === 'text' });
      maxLength(path.text, 8000);
    },
    () => this.add(),
  );

  private async add(): Promise<void> {
    const { kind, title, url, text } = this.model();
    const body = kind === 'link' ? ({ kind, title, url } as const) : ({ kind: 'text', title, text } as const);
    await this.api.send(addMaterial, {
      params: { editionId: this.editionId(), moduleNumber: this.moduleNumber() },
      body,
    });
    this.model.set({ kind, title: '', url: '', text: '' });
    this.form().reset();
    this.added.emit();
  }
}
