import { ChangeDetectionStrategy, Component, effect, inject, input, untracked } from '@angular/core';
import { type QuestionView, recordFinding } from '@libretto/contracts';
import { type Change, type Finding, findings } from '@libretto/domain';
import { Api } from '../../../platform/api';
import { keepDraft, sendEach } from '../../../platform/drafts';
import { injectSay, inLanguage, InLanguagePipe, ReadingLanguage, SentencePipe } from '../../../platform/language';
import { DraftState } from '../../../ui/draft-state';
import { Status, type Tone } from '../../../ui/status';
import { keyFor } from './dossier-keys';

interface Mine {
  readonly finding: Finding | null;
  readonly note: string;
}
interface Found {
  readonly finding: Finding;
  readonly note: string;
}
/** By the criterion's id. */
type Sheet = Readonly<Record<string, Mine>>;
type Kept = Readonly<Record<string, Found>>;

/** A member's findings on the criteria, beside the pre-checks of the form's data. Each choice is saved at once. */
@Component({
  selector: 'lib-findings',
  imports: [SentencePipe, InLanguagePipe, DraftState, Status],
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
  /** The finding just set with a key. */
  readonly pressed = input.required<{ question: number; finding: Finding } | undefined>();

  private readonly api = inject(Api);
  private readonly reading = inject(ReadingLanguage);
  private readonly say = injectSay();
  protected readonly choices = findings;
  protected readonly tones: Readonly<Record<string, Tone>> = {
    reached: 'good',
    'not-reached': 'bad',
    'no-data': 'plain',
  };
  protected readonly draft = keepDraft<Sheet, Kept>(() => {
    const [editionId, applicationId] = [this.editionId(), this.applicationId()];
    return {
      name: `findings/${applicationId}`,
      stored: Object.fromEntries(this.questions().flatMap(({ id, mine }) => (mine ? [[id, mine]] : []))),
      show: (kept) =>
        Object.fromEntries(this.questions().map(({ id }) => [id, kept[id] ?? { finding: null, note: '' }])),
      read: sheetAsKept,
      send: (change) =>
        sendEach(change as Change<Kept>, async (criterionId, body) => {
          const { stored } = await this.api.sendAway(recordFinding, {
            params: { editionId, applicationId, criterionId },
            body,
          });
          return stored;
        }),
    };
  });

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

  protected mineOf(criterionId: string): Mine {
    return this.draft.screen()?.[criterionId] ?? { finding: null, note: '' };
  }

  protected async find(at: number, finding: Finding): Promise<void> {
    const criterionId = this.questions()[at]?.id;
    if (!this.editable() || !criterionId) return;
    this.write(criterionId, { finding });
    // Saved at once: the member may vote next, and a vote needs every finding.
    await this.draft.saveNow();
    // A mark that the server refuses is taken back; one that only waits for a connection stays, and shows so.
    if (this.draft.refused()) this.draft.takeBack();
  }

  protected write(criterionId: string, change: Partial<Mine>): void {
    this.draft.write((sheet) => ({ ...sheet, [criterionId]: { ...this.mineOf(criterionId), ...change } }));
  }

  protected readonly labelOf = ([criterionId, part]: readonly string[]): string => {
    const statement = inLanguage(this.questions().find(({ id }) => id === criterionId)?.statement, this.reading.code());
    return part === 'note' ? `${statement}, ${this.say('admissions.finding.note')}` : statement;
  };
  protected readonly wordOf = ([, part]: readonly string[], value: string): string =>
    part === 'note' ? value : this.say(`admissions.finding.${value as Finding}`);
}

/** A note is kept with a finding, never alone. */
function sheetAsKept(sheet: Sheet, base: Kept) {
  const ids = Object.keys(sheet);
  const kept = ids.flatMap((id): [string, Found][] => {
    const { finding, note } = sheet[id] ?? { finding: null, note: '' };
    const before = base[id];
    return finding ? [[id, { finding, note: note.trim() }]] : before ? [[id, before]] : [];
  });
  return {
    stored: Object.fromEntries(kept),
    unkept: ids.filter((id) => !sheet[id]?.finding && sheet[id]?.note.trim()).length,
  };
}
