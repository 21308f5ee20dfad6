import { ChangeDetectionStrategy, Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { type PageDraft, type PageText, savePage } from '@libretto/contracts';
import { adviceFor, isPageContent, type PageNode } from '@libretto/domain';
import { Api } from '../../../platform/api';
import { keepDraft } from '../../../platform/drafts';
import { directionOf, injectSay, nameOf, ReadingLanguage, SentencePipe } from '../../../platform/language';
import { DraftState } from '../../../ui/draft-state';
import { line } from './clean-page';
import { PageContent } from './page-content';
import { PageEditor } from './page-editor';

/** What keeps words for a reader: other parts of a page say where something lies, and how it looks. */
const spoken = new Set(['text', 'alt', 'caption', 'note', 'title', 'address']);

/** A page in one language: its title and its blocks, which keep themselves, what its author is advised, and how it will look. */
@Component({
  selector: 'lib-page-in-language',
  imports: [DraftState, MatButtonModule, MatFormFieldModule, MatInputModule, PageContent, PageEditor, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './page-in-language.html',
  styleUrl: './page-in-language.css',
})
export class PageInLanguage {
  readonly editionId = input.required<string>();
  readonly materialId = input.required<string>();
  readonly language = input.required<string>();
  readonly stored = input.required<PageDraft>();

  private readonly api = inject(Api);
  private readonly reading = inject(ReadingLanguage);
  private readonly say = injectSay();
  private readonly editor = viewChild(PageEditor);
  protected readonly name = computed(() => nameOf(this.reading.code(), 'language', this.language()));
  protected readonly direction = computed(() => directionOf(this.language()));
  /** How wide the preview is; none while the text is being written. */
  protected readonly preview = signal<'page' | 'phone' | undefined>(undefined);

  readonly draft = keepDraft<PageDraft, PageDraft>(() => {
    const params = { editionId: this.editionId(), materialId: this.materialId(), language: this.language() };
    return {
      name: `page/${params.materialId}/${params.language}`,
      stored: this.stored(),
      show: (stored) => stored,
      read: ({ title, blocks }, base) => {
        const fits = isPageContent(blocks);
        return { stored: { title: line(title, 160), blocks: fits ? blocks : base.blocks }, unkept: fits ? 0 : 1 };
      },
      send: async (body) => (await this.api.sendAway(savePage, { params, body })).stored,
    };
  });
  protected readonly screen = computed(() => this.draft.screen() ?? { title: '', blocks: [] });
  protected readonly advice = computed(() => adviceFor(this.screen().blocks));

  protected readonly labelOf = ([part]: readonly string[]): string =>
    `${this.say(part === 'title' ? 'pages.edit.title' : 'pages.edit.text')} (${this.name()})`;
  protected readonly wordOf = (path: readonly string[], value: string): string =>
    spoken.has(path.at(-1) ?? '') ? value : '';

  /** Puts an earlier text in place of this one: a change like any other, which can be undone. */
  use({ title, blocks }: PageText): void {
    this.preview.set(undefined);
    this.draft.write(() => ({ title, blocks }));
  }

  protected writeTitle(title: string): void {
    this.draft.write((screen) => ({ ...screen, title }));
  }

  protected write(blocks: readonly PageNode[]): void {
    this.draft.write((screen) => ({ ...screen, blocks }));
  }

  protected show(advice: ReturnType<typeof adviceFor>[number]): void {
    this.preview.set(undefined);
    this.editor()?.show(advice);
  }
}
