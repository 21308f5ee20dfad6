import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MatCheckboxModule } from '@angular/material/checkbox';
import { RouterLink } from '@angular/router';
import {
  type MarkingPlanView,
  planMarkers,
  readMarkingPlan,
  recordProfessorship,
  setMarkersOfWork,
} from '@libretto/contracts';
import { planRules } from '@libretto/domain';
import { Api, lastOf } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { LongDayPipe } from '../../platform/time';
import { Empty } from '../../ui/empty';
import { formToSend, SelectField, Send } from '../../ui/form';
import { PageHeader } from '../../ui/page-header';
import { Pager } from '../../ui/pager';
import { Refused, Sending } from '../../ui/sending';
import { Status } from '../../ui/status';
import { Waiting } from '../../ui/waiting';

type PlannedWork = MarkingPlanView['items'][number];

/** Who is asked to mark which work: spread by a rule, or set by hand; and who of the markers is a professor. */
@Component({
  selector: 'lib-marking-plan-page',
  imports: [
    Empty,
    FormRoot,
    LongDayPipe,
    MatButtonModule,
    MatCheckboxModule,
    PageHeader,
    Pager,
    Refused,
    RouterLink,
    SelectField,
    Send,
    SentencePipe,
    Status,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './marking-plan.page.html',
  styles:
    'fieldset { border: 0; margin: 0; padding: 0; } legend { padding: 0; font-weight: 600; } select { max-width: 16rem; } .hint { margin-top: var(--s3); }',
})
export class MarkingPlanPage {
  readonly editionId = input.required<string>();
  readonly after = input<string>();

  private readonly api = inject(Api);
  protected readonly rules = planRules;
  protected readonly asked = this.api.read(readMarkingPlan, () => ({
    params: { editionId: this.editionId() },
    query: { after: this.after() },
  }));
  protected readonly plan = lastOf(this.asked);
  protected readonly sending = new Sending();
  /** The work whose markers are being chosen by hand. */
  protected readonly open = signal<string | undefined>(undefined);
  protected readonly chosen = signal<ReadonlySet<string>>(new Set());
  protected readonly spread = signal<{ works: number; lacking: number } | undefined>(undefined);
  private readonly model = signal<{ rule: (typeof planRules)[number] }>({ rule: 'even' });
  protected readonly form = formToSend(planMarkers, this.model, async (body) => {
    this.spread.set(await this.api.send(planMarkers, { params: { editionId: this.editionId() }, body }));
    this.asked.reload();
  });

  protected change({ workId, markers }: PlannedWork): void {
    this.open.set(workId);
    this.chosen.set(new Set(markers.map(({ accountId }) => accountId)));
  }

  protected choose(accountId: string, isIn: boolean): void {
    const chosen = new Set(this.chosen());
    if (isIn) chosen.add(accountId);
    else chosen.delete(accountId);
    this.chosen.set(chosen);
  }

  protected async save(workId: string): Promise<void> {
    await this.sending.run(async () => {
      const params = { editionId: this.editionId(), workId };
      await this.api.send(setMarkersOfWork, { params, body: { accountIds: [...this.chosen()] } });
      this.open.set(undefined);
    });
    this.asked.reload();
  }

  protected async record(accountId: string, university: string): Promise<void> {
    await this.sending.run(() =>
      this.api.send(recordProfessorship, {
        params: { editionId: this.editionId(), accountId },
        body: { university: university || null },
      }),
    );
    this.asked.reload();
  }
}
