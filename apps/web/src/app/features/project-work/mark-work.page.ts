import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  Injector,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { readWorkToMark, type WorkToMarkView } from '@libretto/contracts';
import type { Place } from '@libretto/domain/annotations';
import { Api } from '../../platform/api';
import { injectSay, InLanguagePipe, ReadingLanguage, SentencePipe } from '../../platform/language';
import { HowFarPipe, LongDayPipe } from '../../platform/time';
import { PageHeader } from '../../ui/page-header';
import { RefusalPipe } from '../../ui/refusal.pipe';
import { type Shortcut, Shortcuts } from '../../ui/shortcuts';
import { Status } from '../../ui/status';
import { Waiting } from '../../ui/waiting';
import { Agreement } from './agreement';
import { EarlyRelease } from './early-release';
import { IndividualResultForm } from './individual-result';
import { FileChoice } from './handing-in/file-choice';
import { VersionParts } from './handing-in/version-parts';
import { WorkLinks } from './handing-in/work-links';
import { MarkedSoFar } from './marked-so-far';
import { AnnotatedPart } from './annotations/annotated-part';
import { AnnotationList } from './annotations/annotation-list';
import { CommentBank } from './annotations/comment-bank';
import { keepAnnotations } from './annotations/keep-annotations';
import { addressOf, partOf } from './annotations/part-of-version';
import { SpokenComment } from './annotations/spoken-comment';
import { MarkingSheet } from './marking-sheet';
import { SecondLookForm } from './second-look';
import { SimilarPassages } from './similar-passages';

/** One work beside its rubric. Marking it leads to the next one. */
@Component({
  selector: 'lib-mark-work-page',
  imports: [
    AnnotatedPart,
    AnnotationList,
    CommentBank,
    RefusalPipe,
    HowFarPipe,
    InLanguagePipe,
    LongDayPipe,
    Agreement,
    EarlyRelease,
    FileChoice,
    IndividualResultForm,
    MarkedSoFar,
    MarkingSheet,
    SecondLookForm,
    MatButtonModule,
    PageHeader,
    RouterLink,
    Shortcuts,
    SimilarPassages,
    SpokenComment,
    Status,
    SentencePipe,
    VersionParts,
    Waiting,
    WorkLinks,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './mark-work.page.html',
  styleUrls: ['./beside-rubric.css', './mark-work.page.css'],
})
export class MarkWorkPage {
  readonly editionId = input.required<string>();
  readonly workId = input.required<string>();
  /** The file of the newest version that is looked at, or `text`; the first part without it. */
  readonly file = input<string>();

  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly say = injectSay();
  private readonly reading = inject(ReadingLanguage);
  protected readonly work = inject(Api).read(readWorkToMark, () => ({
    params: { editionId: this.editionId(), workId: this.workId() },
  }));
  protected readonly newest = computed(() => this.work.value()?.versions[0]);
  /** The group that was marked a moment ago, for a note above the next work. */
  protected readonly justMarked = signal<string | undefined>(undefined);

  protected readonly at = computed(() => {
    const newest = this.newest();
    return newest && { editionId: this.editionId(), submissionId: newest.id };
  });
  protected readonly part = computed(() => partOf(this.newest(), this.file()));
  protected readonly kept = keepAnnotations(
    () => {
      const [at, part] = [this.at(), this.part()];
      return at && part && addressOf(part, at);
    },
    () => ({ editionId: this.editionId(), workId: this.workId(), file: this.file() }),
  );
  protected readonly shown = viewChild(AnnotatedPart);
  protected readonly list = viewChild(AnnotationList);
  private readonly marking = viewChild<ElementRef<HTMLElement>>('marking');

  protected readonly shortcuts = computed<readonly Shortcut[]>(() => {
    this.reading.code();
    const [view, kept] = [this.work.value(), this.kept.canAnnotate()];
    const go = (key: string, to: string | null | undefined, what: string): Shortcut[] =>
      to ? [{ key, what, do: () => void this.router.navigate([...this.listAddress(), to]) }] : [];
    const layout = kept ? this.part()?.layout : null;
    const tool = (key: string, what: string, use: (shown: AnnotatedPart) => void, only = layout): Shortcut[] =>
      only && only === layout ? [{ key, what, do: () => this.with(use) }] : [];
    return [
      ...go('J', view?.next, this.say('project-work.mark.next')),
      ...go('K', view?.previous, this.say('project-work.mark.previous')),
      { key: 'W', what: this.say('project-work.mark.to-work'), do: () => this.with(({ viewer }) => viewer()?.focus()) },
      { key: 'M', what: this.say('project-work.mark.to-marking'), do: () => this.toMarking() },
      ...tool('H', this.say('project-work.annotations.highlight'), ({ viewer }) => viewer()?.highlight(false)),
      ...tool('N', this.say('project-work.annotations.note'), ({ viewer }) => viewer()?.highlight(true)),
      ...tool('R', this.say('project-work.annotations.area'), ({ pages }) => pages()?.use('area'), 'pages'),
      ...tool('D', this.say('project-work.annotations.draw'), ({ pages }) => pages()?.use('drawing'), 'pages'),
      ...tool('S', this.say('project-work.annotations.sentence'), ({ text }) => text()?.selectSentence(), 'words'),
    ];
  });

  /** Each part has its own address. */
  protected async choose(file: string): Promise<void> {
    await this.router.navigate([], { queryParams: { file }, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected annotate(place: Place, wantsWords: boolean): void {
    const id = this.kept.add(place);
    if (wantsWords) afterNextRender(() => this.list()?.focus(id), { injector: this.injector });
  }

  protected async goOn({ group, members, next }: WorkToMarkView): Promise<void> {
    const marked = group ?? members.map(({ name }) => name).join(', ');
    this.justMarked.set(marked);
    // The list says it of the last one.
    await this.router.navigate(next ? [...this.listAddress(), next] : this.listAddress(), { info: { marked } });
  }

  private with(use: (shown: AnnotatedPart) => void): void {
    const shown = this.shown();
    if (shown) use(shown);
  }

  /** To the first choice of the rubric that is open, or its beginning. */
  private toMarking(): void {
    const marking = this.marking()?.nativeElement;
    (marking?.querySelector<HTMLElement>('input, textarea') ?? marking)?.focus();
  }

  private listAddress(): string[] {
    return ['/editions', this.editionId(), 'project-work', 'marking'];
  }
}
