import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { approveMoreSelfStudy, type LedgerEntry, readLedger, readLedgerFile, readPaceOf } from '@libretto/contracts';
import { allMinutes, type MinutesByKind, type WorkloadKind, workloadKinds } from '@libretto/domain';
import { v7 } from 'uuid';
import { Api, fileAddress } from '../../platform/api';
import { InLanguagePipe, ReadingLanguage, SentencePipe } from '../../platform/language';
import { HoursPipe, LongDayPipe } from '../../platform/time';
import { Empty } from '../../ui/empty';
import { formToSend, SelectField, Send, TextField } from '../../ui/form';
import { PageHeader } from '../../ui/page-header';
import { Waiting } from '../../ui/waiting';
import { PaceChart } from '../pace';
import { TakeBackForm } from './take-back-form';

/** One person's ledger: notional next to recorded, and the entries behind the figure that was opened. */
@Component({
  selector: 'lib-ledger-page',
  imports: [
    SelectField,
    Empty,
    FormRoot,
    HoursPipe,
    InLanguagePipe,
    LongDayPipe,
    MatButtonModule,
    PaceChart,
    PageHeader,
    RouterLink,
    Send,
    TakeBackForm,
    TextField,
    SentencePipe,
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
  protected readonly pace = this.api.read(readPaceOf, () => ({ params: this.params() }));
  private readonly reading = inject(ReadingLanguage);
  protected readonly kinds = workloadKinds;
  protected readonly takingBack = signal<LedgerEntry | undefined>(undefined);

  private readonly approvalId = signal(v7());
  private readonly model = signal({ module: '1', minutes: 60, reason: '' });
  protected readonly form = formToSend(approveMoreSelfStudy, this.model, () => this.approve());

  protected all(minutes: MinutesByKind): number {
    return allMinutes(minutes);
  }

  /** The credits of these minutes, to two digits. */
  protected credits(minutes: MinutesByKind): string {
    return (allMinutes(minutes) / (this.ledger.value()?.minutesPerEcts ?? 1)).toFixed(2);
  }

  protected file(format: 'csv' | 'xlsx'): string {
    return fileAddress(readLedgerFile, { params: this.params(), query: { format, language: this.reading.code() } });
  }

  protected tookBack(): void {
    this.takingBack.set(undefined);
    this.ledger.reload();
    this.pace.reload();
  }

  private async approve(): Promise<void> {
    const { module, minutes, reason } = this.model();
    const { editionId, enrolmentId } = this.params();
    await this.api.send(approveMoreSelfStudy, {
      params: { editionId },
      body: {
        approvalId: this.approvalId(),
        enrolmentIds: [enrolmentId],
        moduleNumbers: [Number(module)],
        minutes,
        reason,
      },
    });
    this.approvalId.set(v7());
    this.model.set({ module, minutes: 60, reason: '' });
    this.form().reset();
    this.ledger.reload();
  }
}
