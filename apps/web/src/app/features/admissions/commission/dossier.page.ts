import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { type EvidenceView, lookAtDossier, readDossier, readEvidenceFile } from '@libretto/contracts';
import { type DeskStep, deskSteps } from '@libretto/domain';
import { Api, fileAddress } from '../../../platform/api';
import { CountryNamePipe, SentencePipe } from '../../../platform/language';
import { LongDayPipe } from '../../../platform/time';
import { FileView } from '../../../ui/file-view';
import { PageHeader } from '../../../ui/page-header';
import { Status } from '../../../ui/status';
import { Waiting } from '../../../ui/waiting';
import { Discussion } from '../discussion/discussion';
import { AppealBesideRuling } from '../appeal/appeal-beside-ruling';
import { FieldLabelPipe } from '../dossier/field-label.pipe';
import { ConflictQuestion } from './conflict-question';
import { DossierContents } from '../dossier/dossier-contents';
import { isTyping, meaningOf, turned } from './dossier-keys';
import { deskTones } from './desk-tones';
import { DossierHistoryView } from '../return/dossier-history';
import { ReturnForm } from '../return/return-form';
import { Findings } from './findings';
import { VoteForm } from './vote-form';

const keysSetting = 'libretto.dossier-keys';

/** Milliseconds after which a dossier counts as viewed: whoever leafs on before has not read it. */
const viewedAfter = 2000;

/**
 * One dossier: the evidence on the left, the criteria on the right. Digits set findings, j and k go to the next and the
 * previous.
 */
@Component({
  selector: 'lib-dossier-page',
  imports: [
    MatButtonModule,
    RouterLink,
    SentencePipe,
    CountryNamePipe,
    LongDayPipe,
    AppealBesideRuling,
    ConflictQuestion,
    Discussion,
    DossierContents,
    DossierHistoryView,
    FieldLabelPipe,
    FileView,
    Findings,
    PageHeader,
    ReturnForm,
    Status,
    VoteForm,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './dossier.page.html',
  styleUrl: './dossier.page.css',
  host: { '(document:keydown)': 'press($event)' },
})
export class DossierPage {
  readonly editionId = input.required<string>();
  readonly applicationId = input.required<string>();
  /** The filter of the desk: previous and next stay within it. */
  readonly only = input<'assigned' | undefined, string | undefined>(undefined, {
    transform: (only) => (only === 'assigned' ? only : undefined),
  });
  readonly q = input<string>();
  readonly step = input<DeskStep | undefined, string | undefined>(undefined, {
    transform: (step) => deskSteps.find((one) => one === step),
  });

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly page = this.api.read(readDossier, () => ({
    params: { editionId: this.editionId(), applicationId: this.applicationId() },
    query: { only: this.only(), q: this.q(), step: this.step() },
  }));
  private readonly evidence = computed(() => this.page.value()?.dossier?.evidence ?? []);
  /** The file that is open: the first one until another is chosen. */
  protected readonly shown = linkedSignal((): EvidenceView | undefined => this.evidence()[0]);
  protected readonly tones = deskTones;
  protected readonly keysOn = signal(localStorage.getItem(keysSetting) !== 'off');
  protected readonly firstKeyed = linkedSignal({ source: this.applicationId, computation: () => 0 });
  /** The finding just set with a key on this dossier; the findings save it. The next dossier begins without one. */
  protected readonly pressed = linkedSignal<
    string,
    { question: number; finding: 'met' | 'not-met' | 'not-evidenced' } | undefined
  >({
    source: this.applicationId,
    computation: () => undefined,
  });

  private lookedAt = '';

  constructor() {
    effect((onCleanup) => {
      const view = this.page.value();
      const version = view?.dossier?.history.version;
      if (!view || !version) return;
      const timer = setTimeout(() => void this.look(view.applicationId, version), viewedAfter);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected address(evidenceId: string): string {
    return fileAddress(readEvidenceFile, { params: { editionId: this.editionId(), evidenceId } });
  }

  /** The sent form goes, or the dossier changes: reading goes on from its heading. */
  protected readOn(): void {
    this.page.reload();
    this.host.querySelector('h1')?.focus();
  }

  protected switchKeys(on: boolean): void {
    this.keysOn.set(on);
    localStorage.setItem(keysSetting, on ? 'on' : 'off');
  }

  /** Reading changes nothing: the view of this version is recorded once somebody has had it before their eyes. */
  private async look(applicationId: string, version: number): Promise<void> {
    const key = `${applicationId} ${version}`;
    if (this.lookedAt === key) return;
    this.lookedAt = key;
    try {
      await this.api.send(lookAtDossier, { params: { editionId: this.editionId(), applicationId }, body: { version } });
    } catch {
      // It shows as new once more.
      this.lookedAt = '';
    }
  }

  protected press(event: KeyboardEvent): void {
    if (!this.keysOn() || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const meaning = meaningOf(event.key, this.firstKeyed());
    const view = this.page.value();
    if (!meaning || !view) return;
    event.preventDefault();
    if (meaning.does === 'find') {
      this.pressed.set(meaning);
      this.bringIntoSight(meaning.question);
    } else if (meaning.does === 'turn') {
      this.firstKeyed.set(turned(this.firstKeyed(), view.dossier?.questions.length ?? 0));
      this.bringIntoSight(this.firstKeyed());
    } else void this.turnTo(meaning.does === 'next' ? view.next : view.previous);
  }

  /** Scrolls to the question, so that nothing is set out of sight. */
  private bringIntoSight(question: number): void {
    this.host.querySelectorAll('lib-findings fieldset')[question]?.scrollIntoView({ block: 'nearest' });
  }

  private async turnTo(applicationId: string | null): Promise<void> {
    if (applicationId)
      await this.router.navigate(['/editions', this.editionId(), 'dossiers', applicationId], {
        queryParamsHandling: 'preserve',
      });
  }
}
