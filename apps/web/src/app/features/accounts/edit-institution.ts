import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { addInstitution, changeInstitution, type InstitutionRecord } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { formToSend, Send } from '../../ui/form';
import { type InstitutionSaid, InstitutionSaidFields } from './institution-said';

/** Adds an institution, or corrects one; saving confirms it. */
@Component({
  selector: 'lib-edit-institution',
  imports: [FormRoot, InstitutionSaidFields, MatButtonModule, Send, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './edit-institution.html',
})
export class EditInstitution {
  /** Absent: a new one. */
  readonly institution = input<InstitutionRecord>();
  /** The institution's name now. */
  readonly saved = output<string>();
  readonly left = output();

  private readonly api = inject(Api);
  protected readonly verb = computed(() => {
    const state = this.institution()?.state;
    return state ? (state === 'proposed' ? 'confirm' : 'save') : 'add';
  });
  private readonly model = linkedSignal<InstitutionSaid>(() => {
    const { name = '', country = '', website } = this.institution() ?? {};
    return { name, country, website: website ?? '' };
  });
  protected readonly form = formToSend(addInstitution, this.model, () => this.save());

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => host.querySelector('input')?.focus());
  }

  private async save(): Promise<void> {
    const institutionId = this.institution()?.id;
    const body = this.model();
    if (institutionId) await this.api.send(changeInstitution, { params: { institutionId }, body });
    else await this.api.send(addInstitution, { body });
    this.saved.emit(body.name);
  }
}
