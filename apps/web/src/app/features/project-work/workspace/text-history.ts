import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { readTextVersion, readTextVersions } from '@libretto/contracts';
import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { Api } from '../../../platform/api';
import { injectSay, SentencePipe } from '../../../platform/language';
import { Moment } from '../../../platform/time';
import { Confirm } from '../../../ui/confirm';
import { Waiting } from '../../../ui/waiting';
import { inBytes } from './in-bytes';
import { colourOf, textName } from './text-line';
import { blocksIn, lettersBy } from './written-by';

/** Earlier versions of a text: who wrote what, and a way back to each. */
@Component({
  selector: 'lib-text-history',
  imports: [MatButtonModule, Moment, SentencePipe, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './text-history.html',
  styleUrl: './text-history.css',
})
export class TextHistory {
  readonly editionId = input.required<string>();
  readonly groupId = input.required<string>();
  readonly mayRestore = input.required<boolean>();
  readonly restored = output<Record<string, unknown>>();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly say = injectSay();
  private readonly params = computed(() => ({ editionId: this.editionId(), groupId: this.groupId() }));
  protected readonly before = signal<number | undefined>(undefined);
  protected readonly versions = this.api.read(readTextVersions, () => ({
    params: this.params(),
    query: { before: this.before() },
  }));
  /** The number of the version that is shown. */
  protected readonly chosen = signal<number | undefined>(undefined);
  protected readonly version = this.api.read(readTextVersion, () => {
    const upTo = this.chosen();
    return upTo === undefined ? undefined : { params: this.params(), query: { upTo } };
  });
  private readonly doc = computed(() => {
    const doc = new Y.Doc();
    const update = this.version.value()?.update;
    if (update) Y.applyUpdate(doc, inBytes(update));
    return doc;
  });
  protected readonly blocks = computed(() => {
    const names = new Map(this.version.value()?.writers.map(({ client, name }) => [Number(client), name]));
    return blocksIn(this.doc(), (client) => names.get(client) ?? '');
  });
  protected readonly writers = computed(() => {
    const shares = lettersBy(this.blocks());
    const all = shares.reduce((sum, { letters }) => sum + letters, 0);
    return shares.map(({ name, letters }, at) => ({
      name,
      percent: Math.round((100 * letters) / all),
      colour: colourOf(at),
    }));
  });

  protected colourBy(name: string): string {
    return this.writers().find((writer) => writer.name === name)?.colour ?? 'transparent';
  }

  protected async restore(): Promise<void> {
    const words = {
      title: this.say('workspace.history.ask'),
      consequence: this.say('workspace.history.consequence'),
      verb: this.say('workspace.history.restore'),
    };
    if (!(await this.confirm.ask(words))) return;
    this.restored.emit(yXmlFragmentToProsemirrorJSON(this.doc().getXmlFragment(textName)));
    this.chosen.set(undefined);
  }
}
