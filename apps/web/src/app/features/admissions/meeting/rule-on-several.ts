import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import {
  type AgendaItem,
  previewRuling,
  type RuledInMeeting,
  ruleInMeeting,
  ruleOnApplication,
  type RulingPreview,
} from '@libretto/contracts';
import type { KeyBelow } from '@libretto/language';
import { Api } from '../../../platform/api';
import { injectSay, LanguageNamesPipe, SentencePipe } from '../../../platform/language';
import { Confirm } from '../../../ui/confirm';
import { ErrorPanel } from '../../../ui/error-panel';
import { Refused, Sending } from '../../../ui/sending';
import { FormProblem, formToSend, TextField } from '../../../ui/form';
import { Notices } from '../../../ui/notices';
import { Status } from '../../../ui/status';
import { PlacesForeseen } from '../../places';
import { LetterSheet } from '../letters/letter-sheet';
import { outcomeTones } from '../dossier/outcome-tones';

interface Previewed {
  readonly applicationId: string;
  readonly name: string;
  readonly preview: RulingPreview | null;
  readonly refused: unknown;
}

/** One reason for one applicant or for several: the rulings and letters are previewed, then each is made separately. */
@Component({
  selector: 'lib-rule-on-several',
  imports: [
    ErrorPanel,
    FormProblem,
    FormRoot,
    LanguageNamesPipe,
    LetterSheet,
    MatButtonModule,
    PlacesForeseen,
    Refused,
    Status,
    TextField,
    SentencePipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './rule-on-several.html',
  styleUrl: './rule-on-several.css',
})
export class RuleOnSeveral {
  readonly editionId = input.required<string>();
  readonly meetingId = input.required<string>();
  readonly chosen = input.required<readonly AgendaItem[]>();
  readonly ruled = output<RuledInMeeting>();

  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly confirm = inject(Confirm);
  private readonly say = injectSay();
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly tones = outcomeTones;
  private readonly model = signal({ reason: '' });
  protected readonly form = formToSend(ruleOnApplication, this.model, () => this.preview());
  /** Reset as soon as the choice or the reason changes: only a previewed ruling is made. */
  protected readonly previewed = linkedSignal<unknown, readonly Previewed[]>({
    source: () => [this.chosen(), this.model().reason],
    computation: () => [],
  });
  private readonly possible = computed(() => this.previewed().filter(({ preview }) => preview));
  protected readonly count = computed(() => this.possible().length);
  protected readonly sending = new Sending();

  protected async rule(): Promise<void> {
    const { reason } = this.model();
    const rulings = this.possible().flatMap(({ applicationId, preview }) =>
      preview ? { applicationId, reason, outcome: preview.outcome } : [],
    );
    const say = (key: KeyBelow<'admissions.rule'>) => this.say(`admissions.rule.${key}`, { decisions: rulings.length });
    if (!(await this.confirm.ask({ title: say('ask-several'), consequence: say('final-several'), verb: say('do') })))
      return;
    await this.sending.run(async () => {
      const ruled = await this.api.send(ruleInMeeting, {
        params: { editionId: this.editionId(), meetingId: this.meetingId() },
        body: { rulings },
      });
      this.form().reset({ reason: '' });
      this.ruled.emit(ruled);
      this.notices.tell('decided', { decisions: rulings.length });
    });
  }

  private async preview(): Promise<void> {
    const { reason } = this.model();
    const asked = this.chosen();
    const previewed = await Promise.all(
      asked.map((item, at) =>
        this.previewOne(item, { reason, after: asked.slice(0, at).map(({ applicationId }) => applicationId) }),
      ),
    );
    // Another choice has reset these previews meanwhile.
    if (asked !== this.chosen() || reason !== this.model().reason) return;
    this.previewed.set(previewed);
    afterNextRender(() => this.host.querySelector('h4')?.focus({ preventScroll: true }), { injector: this.injector });
  }

  /** Rulings are made in the order of the agenda, so each gets the places that those before it have left. */
  private async previewOne(
    { applicationId, name }: AgendaItem,
    body: { reason: string; after: string[] },
  ): Promise<Previewed> {
    try {
      const params = { editionId: this.editionId(), applicationId };
      return { applicationId, name, preview: await this.api.send(previewRuling, { params, body }), refused: null };
    } catch (error) {
      return { applicationId, name, preview: null, refused: error };
    }
  }
}
