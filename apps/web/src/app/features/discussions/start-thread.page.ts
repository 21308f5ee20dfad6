import { ChangeDetectionStrategy, Component, inject, input, linkedSignal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { type InputOf, listThreads, type ReplyOf, startThread } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { InLanguagePipe, SentencePipe } from '../../platform/language';
import { formToSend, SelectField, Send, TextField } from '../../ui/form';
import { PageHeader } from '../../ui/page-header';
import { Waiting } from '../../ui/waiting';

/** A thread is started, in the place from which somebody comes. */
@Component({
  selector: 'lib-start-thread-page',
  imports: [FormRoot, InLanguagePipe, PageHeader, RouterLink, SelectField, Send, SentencePipe, TextField, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './start-thread.page.html',
})
export class StartThreadPage {
  readonly editionId = input.required<string>();
  readonly place = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly places = this.api.read(listThreads, () => ({
    params: { editionId: this.editionId() },
    query: {},
  }));
  private readonly model = linkedSignal<ReplyOf<typeof listThreads> | undefined, Typed>({
    source: () => this.places.value(),
    computation: (page) => ({
      in: this.place() ?? `module.${page?.modules[0]?.number ?? 1}`,
      ...{ kind: 'discussion', title: '', text: '' },
    }),
  });
  protected readonly form = formToSend(startThread, this.model, (typed) => this.start(typed), { body: bodyOf });

  private async start(typed: Typed): Promise<void> {
    const { id } = await this.api.send(startThread, { params: { editionId: this.editionId() }, body: bodyOf(typed) });
    await this.router.navigate(['/editions', this.editionId(), 'discussions', id]);
  }
}

type Typed = Record<'in' | 'kind' | 'title' | 'text', string>;

function bodyOf({ in: chosen, kind, title, text }: Typed): InputOf<typeof startThread>['body'] {
  const [place, which = ''] = chosen.split('.');
  return {
    in: place === 'group' ? { place, groupId: which } : { place: 'module', moduleNumber: Number(which) },
    kind: kind === 'question' ? 'question' : 'discussion',
    title,
    text,
  };
}
