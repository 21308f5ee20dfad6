import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { type AssignmentView, setReadingLimits } from '@libretto/contracts';
import { Api } from '../../../platform/api';
import { SentencePipe } from '../../../platform/language';
import { Refused, Sending } from '../../../ui/sending';

/** Each member's number of dossiers now and after a run, beside their limits, which can be set here. */
@Component({
  selector: 'lib-reading-loads',
  imports: [MatButtonModule, Refused, RouterLink, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './reading-loads.html',
  styleUrl: './reading-loads.css',
})
export class ReadingLoads {
  readonly editionId = input.required<string>();
  readonly members = input.required<AssignmentView['members']>();
  readonly may = input.required<boolean>();
  readonly limited = output();

  private readonly api = inject(Api);
  protected readonly limits = linkedSignal(
    () => new Map(this.members().map(({ accountId, limit }) => [accountId, limit])),
  );
  protected readonly isChanged = computed(() =>
    this.members().some(({ accountId, limit }) => this.limits().get(accountId) !== limit),
  );
  protected readonly sending = new Sending();
  /** All bars are drawn to the scale of the longest. */
  private readonly most = computed(() =>
    Math.max(1, ...this.members().map(({ load, loadThen }) => Math.max(load, loadThen))),
  );

  protected share(dossiers: number): number {
    return (100 * dossiers) / this.most();
  }

  protected change(accountId: string, value: string): void {
    const dossiers = value.trim() === '' ? null : Math.max(0, Math.trunc(Number(value)));
    this.limits.update((limits) => new Map(limits).set(accountId, dossiers));
  }

  protected async save(): Promise<void> {
    const limits = [...this.limits()].map(([accountId, dossiers]) => ({ accountId, dossiers }));
    await this.sending.run(async () => {
      await this.api.send(setReadingLimits, { params: { editionId: this.editionId() }, body: { limits } });
      this.limited.emit();
    });
  }
}
