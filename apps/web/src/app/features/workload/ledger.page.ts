import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { FormField, FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { approveMoreSelfStudy, type LedgerEntry, readLedger } from '@libretto/contracts';
import { allMinutes, type MinutesByKind, type WorkloadKind, workloadKinds } from '@libretto/domain';
import { Api } from '../../platform/api';
import { InLanguagePipe } from '../../platform/language';
import { HoursPipe, LongDayPipe } from '../../platform/time';
import { Empty } from '../../ui/empty';
import { formToSend, Send, TextField } from '../../ui/form';
import { PageHeader } from '../../ui/page-header';
import { Waiting } from '../../ui/waiting';
import { TakeBackForm } from './take-back-form';

/** One person's ledger: notional next to recorded, and the entries behind the figure that was opened. */
@Component({
  selector: 'lib-ledger-page',
  imports: [
    Empty,
    FormField,
    FormRoot,
    HoursPipe,
    InLanguagePipe,
    LongDayPipe,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    PageHeader,
    RouterLink,
    Send,
    TakeBackForm,
    TextField,
    TranslocoPipe,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './ledger.page.html',
  styleUrl: './ledger.page.css',
})
export class LedgerPage {
  readonly editionId = input.required<string>();
  readonly enrolmentId = input.required<string>();
  /** The figure that is open, from the address. */
  readonly module = input<string>();
  readonly kind = input<WorkloadKind>();

  private readonly api = inject(Api);
  private readonly params = computed(() => ({ editionId: this.editionId(), enrolmentId: this.enrolmentId() }));
  protected readonly ledger = this.api.read(readLedger, () => ({
    params: this.params(),
    query: { ...(this.module() && { module: this.module() }), ...(this.kind() && { kind: this.kind() }) },
  }));
  protected readonly kinds = workloadKinds;
  protected readonly takingBack = signal<LedgerEntry | undefined>(undefined);

  private readonly model = signal({ module: '1', minutes: 60, reason: '' });
  protected readonly form = formToSend(approveMoreSelfStudy, this.model, () => this.approve());

  protected all(minutes: MinutesByKind): number {
    return allMinutes(minutes);
  }

  /** The credits of these minutes, to two digits. */
  protected credits(minutes: MinutesByKind): string {
    return (allMinutes(minutes) / (this.ledger.value()?.minutesPerEcts ?? 1)).toFixed(2);
  }

  protected tookBack(): void {
    this.takingBack.set(undefined);
    this.ledger.reload();
  }

  private async approve(): Promise<void> {
    const { module, minutes, reason } = this.model();
    await this.api.send(approveMoreSelfStudy, {
      params: this.params(),
      body: { moduleNumber: Number(module), minutes, reason },
    });
    this.model.set({ module, minutes: 60, reason: '' });
    this.form().reset();
    this.ledger.reload();
  }
}
