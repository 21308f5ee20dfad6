import {
  ChangeDetectionStrategy,
  Component,
  computed,
  debounced,
  inject,
  input,
  resource,
  signal,
} from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { previewRuling, readDossier, ruleOnApplication } from '@libretto/contracts';
import { voteChoices } from '@libretto/domain';
import type { KeyBelow } from '@libretto/language';
import { Api } from '../../../platform/api';
import { injectSay, LanguageNamesPipe, SentencePipe } from '../../../platform/language';
import { Confirm } from '../../../ui/confirm';
import { ErrorPanel } from '../../../ui/error-panel';
import { FormProblem, formToSend, TextField } from '../../../ui/form';
import { Notices } from '../../../ui/notices';
import { PageHeader } from '../../../ui/page-header';
import { Skeleton } from '../../../ui/skeleton';
import { Status } from '../../../ui/status';
import { PlacesForeseen, PlacesGrid } from '../../places';
import { LetterSheet } from '../letters/letter-sheet';
import { outcomeTones } from '../dossier/outcome-tones';

const pauseMs = 500;

/** The ruling and its letter, previewed together while the reason is written. */
@Component({
  selector: 'lib-rule-page',
  imports: [
    ErrorPanel,
    FormProblem,
    FormRoot,
    LanguageNamesPipe,
    LetterSheet,
    MatButtonModule,
    PageHeader,
    PlacesForeseen,
    PlacesGrid,
    RouterLink,
    Skeleton,
    Status,
    TextField,
    SentencePipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './rule.page.html',
  styleUrl: './rule.page.css',
})
export class RulePage {
  readonly editionId = input.required<string>();
  readonly applicationId = input.required<string>();

  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly confirm = inject(Confirm);
  private readonly say = injectSay();
  private readonly router = inject(Router);
  private readonly params = computed(() => ({ editionId: this.editionId(), applicationId: this.applicationId() }));
  protected readonly dossier = this.api.read(readDossier, () => ({ params: this.params() }));
  private readonly model = signal({ reason: '' });
  private readonly settledReason = debounced(() => this.model().reason.trim(), pauseMs);
  protected readonly preview = resource({
    params: () => ({ params: this.params(), body: { reason: this.settledReason.value() } }),
    loader: ({ params }) => this.api.send(previewRuling, params),
  });
  /** The last preview stays while the next one is on its way, so that nothing jumps. */
  protected readonly shown = computed(() => (this.preview.error() ? undefined : this.preview.value()));
  /** The country in which the ruling would bring a further institution on a place of its quota. */
  protected readonly coming = computed(() => {
    const places = this.shown()?.places;
    const isFurther = places?.source === 'quota' && places.before?.institutionsHeld !== places.after?.institutionsHeld;
    return isFurther ? places.country : undefined;
  });
  protected readonly form = formToSend(ruleOnApplication, this.model, () => this.rule());
  protected readonly choices = computed(() =>
    voteChoices.filter((choice) => this.shown()?.votes[choice] !== undefined),
  );
  protected readonly tones = outcomeTones;
  private async rule(): Promise<void> {
    const outcome = this.shown()?.outcome;
    if (!outcome) return;
    const say = (key: KeyBelow<'admissions.rule'>) =>
      this.say(`admissions.rule.${key}`, {
        name: this.dossier.value()?.name ?? '',
        outcome: this.say(`admissions.outcome.${outcome}`),
      });
    if (!(await this.confirm.ask({ title: say('ask'), consequence: say('final'), verb: say('do') }))) return;
    try {
      await this.api.send(ruleOnApplication, { params: this.params(), body: { reason: this.model().reason, outcome } });
      this.notices.tell('decided', { decisions: 1 });
    } catch (error) {
      this.preview.reload();
      throw error;
    }
    await this.router.navigate(['/editions', this.editionId(), 'rulings']);
  }
}
