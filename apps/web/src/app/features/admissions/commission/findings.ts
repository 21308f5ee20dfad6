import { ChangeDetectionStrategy, Component, effect, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { type QuestionView, recordFinding } from '@libretto/contracts';
import { type Finding, findings } from '@libretto/domain';
import { Api } from '../../../platform/api';
import { InLanguagePipe } from '../../../platform/language';
import { ErrorPanel } from '../../../ui/error-panel';
import { Status, type Tone } from '../../../ui/status';
import { keyFor } from './dossier-keys';

interface Mine {
  finding: Finding | null;
  note: string;
}

/** What a member finds on each criterion, beside what the form's data say. Each choice is saved at once. */
@Component({
  selector: 'lib-findings',
  imports: [TranslocoPipe, InLanguagePipe, ErrorPanel, Status],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './findings.html',
  styleUrl: './findings.css',
})
export class Findings {
  readonly editionId = input.required<string>();
  readonly applicationId = input.required<string>();
  readonly questions = input.required<readonly QuestionView[]>();
  readonly editable = input.required<boolean>();
  /** The question whose findings are on the keys 1 to 3; `null` where there are no keys. */
  readonly firstKeyed = input.required<number | null>();
  /** What a key has just set. */
  readonly pressed = input.required<{ question: number; finding: Finding } | undefined>();

  private readonly api = inject(Api);
  protected readonly choices = findings;
  protected readonly tones: Readonly<Record<string, Tone>> = { reached: 'good', 'not-reached': 'bad', 'no-data': 'plain' };
  protected readonly mine = linkedSignal<readonly Mine[]>(() =>
    this.questions().map(({ mine }) => ({ finding: mine?.finding ?? null, note: mine?.note ?? '' })),
  );
  protected readonly standing = signal<'calm' | 'saving' | 'saved'>('calm');
  protected readonly refused = signal<unknown>(undefined);

  constructor() {
    effect(() => {
      const pressed = this.pressed();
      if (pressed) untracked(() => void this.find(pressed.question, pressed.finding));
    });
  }

  protected key(question: number, finding: Finding): string | null {
    const first = this.firstKeyed();
    return first === null ? null : keyFor(question, finding, first);
  }

  protected async find(at: number, finding: Finding): Promise<void> {
    if (!this.editable() || at >= this.questions().length) return;
    this.keep(at, { finding });
    await this.save(at);
  }

  protected async note(at: number, note: string): Promise<void> {
    this.keep(at, { note });
    if (this.mine()[at]?.finding) await this.save(at);
  }

  private keep(at: number, change: Partial<Mine>): void {
    this.mine.update((mine) => mine.map((one, index) => (index === at ? { ...one, ...change } : one)));
  }

  private async save(at: number): Promise<void> {
    const { finding, note } = this.mine()[at] ?? { finding: null, note: '' };
    const criterionId = this.questions()[at]?.id;
    if (!finding || !criterionId) return;
    this.refused.set(undefined);
    this.standing.set('saving');
    try {
      const params = { editionId: this.editionId(), applicationId: this.applicationId(), criterionId };
      await this.api.send(recordFinding, { params, body: { finding, note } });
      this.standing.set('saved');
    } catch (error) {
      this.standing.set('calm');
      this.refused.set(error);
    }
  }
}
