import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { planEdition, readProgramme } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { InLanguagePipe, SentencePipe } from '../../platform/language';
import { OwnZone } from '../../platform/time';
import { PageHeader } from '../../ui/page-header';
import { Waiting } from '../../ui/waiting';
import { EditionForm } from './edition-form';
import { bodyOf, type Plan } from './edition-plan';

/** Plans an edition: a programme, its dates, its deadline and its capacity. */
@Component({
  selector: 'lib-plan-edition-page',
  imports: [SentencePipe, EditionForm, InLanguagePipe, PageHeader, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lib-waiting [for]="programme" />
    @if (programme.hasValue()) {
      <lib-page-header
        [title]="'editions.plan.title' | transloco"
        [over]="programme.value().definition.title | inLanguage"
        [state]="'editions.plan.state' | transloco: { version: programme.value().version }"
      />
      <lib-edition-form [plan]="empty" [verb]="'editions.plan.do' | transloco" [send]="plan" />
    }
  `,
})
export class PlanEditionPage {
  readonly slug = input.required<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly programme = this.api.read(readProgramme, () => ({ params: { slug: this.slug() } }));
  protected readonly empty: Plan = {
    name: '',
    startsOn: '',
    endsOn: '',
    applyUntil: '',
    timeZone: inject(OwnZone).name(),
    capacity: 25,
  };

  protected readonly plan = async (plan: Plan): Promise<void> => {
    const programmeId = this.programme.value()?.id ?? '';
    const { id } = await this.api.send(planEdition, { body: { programmeId, ...bodyOf(plan) } });
    await this.router.navigate(['/editions', id, 'set-up']);
  };
}
