import { ChangeDetectionStrategy, Component, input, linkedSignal } from '@angular/core';
import { FormRoot, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { changeEdition } from '@libretto/contracts';
import { SentencePipe } from '../../platform/language';
import { zonesToChoose } from '../../platform/time';
import { FormProblem, formToSend, SelectField, TextField } from '../../ui/form';
import type { Plan } from './edition-plan';

/** Dates, name and places of an edition, to plan one or to change one. */
@Component({
  selector: 'lib-edition-form',
  imports: [SelectField, FormProblem, FormRoot, MatButtonModule, TextField, SentencePipe],
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
