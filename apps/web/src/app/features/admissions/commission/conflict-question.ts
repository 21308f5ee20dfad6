import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { Router } from '@angular/router';
import { declareConflicts } from '@libretto/contracts';
import type { ClaimedGround } from '@libretto/domain';
import { Api } from '../../../platform/api';
import { SentencePipe } from '../../../platform/language';
import { Refused, Sending } from '../../../ui/sending';
import { formToSend, Send, TextField } from '../../../ui/form';
import { Notices } from '../../../ui/notices';

/**
 * Asks a member to declare conflicts, before the dossier opens or later. A declared conflict closes the dossier to
 * them.
 */
@Component({
  selector: 'lib-conflict-question',
  imports: [FormRoot, MatButtonModule, Refused, Send, TextField, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './conflict-question.html',
  styles: '.claim { font-weight: 600; }',
})
export class ConflictQuestion {
  readonly editionId = input.required<string>();
  readonly applicationId = input.required<string>();
  readonly next = input.required<string | null>();
  /** The applicant's claims about this member. */
  readonly claims = input<readonly ClaimedGround[]>([]);
  /** Off if the dossier is open already, and only a conflict is left to declare. */
  readonly first = input(true);
  readonly declared = output();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  protected readonly sending = new Sending();
  private readonly model = signal({ conflict: { reason: '' } });
  protected readonly form = formToSend(declareConflicts, this.model, () => this.declareConflict());

  protected async declareNone(): Promise<void> {
    await this.sending.run(async () => {
      await this.declare(null);
      this.declared.emit();
    });
  }

  private async declareConflict(): Promise<void> {
    await this.declare(this.model().conflict);
    this.notices.tell('conflict-declared');
    const next = this.next();
    this.model.set({ conflict: { reason: '' } });
    await this.router.navigate(['/editions', this.editionId(), ...(next ? ['dossiers', next] : ['desk'])], {
      queryParamsHandling: 'preserve',
    });
  }

  private declare(conflict: { reason: string } | null): Promise<unknown> {
    const body = { applicationIds: [this.applicationId()], conflict };
    return this.api.send(declareConflicts, { params: { editionId: this.editionId() }, body });
  }
}
