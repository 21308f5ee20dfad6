import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, viewChild } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { joinWorkspace } from '@libretto/contracts';
import { addressOf } from '@libretto/contracts/first';
import { KeptHere } from '../../../platform/drafts';
import { injectSay, SentencePipe } from '../../../platform/language';
import { Confirm } from '../../../ui/confirm';
import { RefusalPipe } from '../../../ui/refusal.pipe';
import { TextEditor } from './text-editor';
import { colourOf, TextLine } from './text-line';

/** The text of a workspace: who is there, whether it is saved, and the text itself. */
@Component({
  selector: 'lib-written-together',
  imports: [MatButtonModule, RefusalPipe, SentencePipe, TextEditor],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './written-together.html',
  styleUrl: './written-together.css',
})
export class WrittenTogether {
  readonly editionId = input.required<string>();
  readonly groupId = input.required<string>();
  readonly label = input.required<string>();

  private readonly kept = new KeptHere<string>();
  private readonly confirm = inject(Confirm);
  private readonly say = injectSay();
  private readonly editor = viewChild(TextEditor);
  protected readonly line = signal<TextLine | undefined>(undefined);
  protected readonly people = computed(() =>
    (this.line()?.people() ?? []).map((person) => ({ ...person, colour: colourOf(person.number) })),
  );
  protected readonly news = signal('');

  constructor() {
    effect((onCleanup) => {
      const params = { editionId: this.editionId(), groupId: this.groupId() };
      const address = location.origin.replace(/^http/, 'ws') + addressOf(joinWorkspace, { params });
      const name = `workspace-text/${params.groupId}`;
      const line = new TextLine(address, {
        take: () => this.kept.take(name),
        keep: (updates) => this.kept.keep(name, updates),
      });
      this.line.set(line);
      onCleanup(() => line.close());
    });
    this.tellWhoComes();
  }

  replaceWith(text: Record<string, unknown>): void {
    this.editor()?.replaceWith(text);
  }

  protected async discard(line: TextLine): Promise<void> {
    const words = {
      title: this.say('workspace.discard.ask'),
      consequence: this.say('workspace.discard.consequence'),
      verb: this.say('workspace.discard.do'),
    };
    if (await this.confirm.ask(words)) line.discard();
  }

  /** A screen reader is told who comes and goes, and nothing of their cursors. */
  private tellWhoComes(): void {
    let before: readonly string[] | undefined;
    effect(() => {
      const isThere = this.line()?.state() === 'online';
      const names = this.people().flatMap(({ name, isYou }) => (isYou ? [] : [name]));
      if (!isThere) return;
      const came = names.filter((name) => before && !before.includes(name));
      const left = before?.filter((name) => !names.includes(name)) ?? [];
      before = names;
      const news = [
        ...came.map((name) => this.say('workspace.came', { name })),
        ...left.map((name) => this.say('workspace.left', { name })),
      ];
      if (news.length) this.news.set(news.join(' '));
    });
  }
}
