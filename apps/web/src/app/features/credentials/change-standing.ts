import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { reinstateCredential, suspendCredential } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { Notices } from '../../ui/notices';
import { ReasonedStep } from './reasoned-step';

const changes = {
  suspend: { route: suspendCredential, notice: 'suspended' },
  reinstate: { route: reinstateCredential, notice: 'reinstated' },
} as const;

/** Suspends a credential or reinstates it, with a reason. Either can be undone, so no confirmation is asked for. */
@Component({
  selector: 'lib-change-standing',
  imports: [ReasonedStep, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './change-standing.html',
})
export class ChangeStanding {
  readonly credentialId = input.required<string>();
  readonly change = input.required<keyof typeof changes>();
  readonly done = output();

  private readonly api = inject(Api);
  private readonly notices = inject(Notices);

  protected readonly send = async (body: { reason: string }): Promise<void> => {
    const { route, notice } = changes[this.change()];
    await this.api.send(route, { params: { credentialId: this.credentialId() }, body });
    this.notices.tell(notice);
    this.done.emit();
  };
}
