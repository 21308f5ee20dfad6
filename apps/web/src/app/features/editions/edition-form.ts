import { ChangeDetectionStrategy, Component, input, linkedSignal } from '@angular/core';
import { FormField, FormRoot, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { TranslocoPipe } from '@jsverse/transloco';
import { changeEdition } from '@libretto/contracts';
import { zonesToChoose } from '../../platform/time';
import { FieldError, FormProblem, formToSend, TextField } from '../../ui/form';
import type { Plan } from './edition-plan';

/** Dates, name and places of an edition, to plan one or to change one. */
@Component({
  selector: 'lib-edition-form',
  imports: [
    FieldError,
    FormField,
    FormProblem,
    FormRoot,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    TextField,
    TranslocoPipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './edition-form.html',
})
export class EditionForm {
  readonly plan = input.required<Plan>();
  /** The words on the button. */
  readonly verb = input.required<string>();
  readonly send = input.required<(plan: Plan) => Promise<unknown>>();
  /** The page's one next step has the filled button: elsewhere this one is outlined. */
  readonly isNextStep = input(true);

  protected readonly zones = zonesToChoose();
  private readonly model = linkedSignal(() => this.plan());
  protected readonly form = formToSend(changeEdition, this.model, (typed) => this.send()(typed), {
    rules: (path) => required(path.applyUntil),
  });
}
