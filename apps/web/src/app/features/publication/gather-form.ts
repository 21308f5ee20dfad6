import { CdkDrag, type CdkDragDrop, CdkDragHandle, CdkDropList, moveItemInArray } from '@angular/cdk/drag-drop';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { askForConsents, type PublicationBody, type PublicationView, savePublication } from '@libretto/contracts';
import { publicationLicences } from '@libretto/domain';
import type { KeyBelow } from '@libretto/language';
import { Api } from '../../platform/api';
import { injectSay, SentencePipe } from '../../platform/language';
import { Confirm } from '../../ui/confirm';
import { Empty } from '../../ui/empty';
import { formToSend, SelectField, Send, TextField } from '../../ui/form';
import { Notices } from '../../ui/notices';
import { OrderButtons } from '../../ui/order-buttons';
import { Refused, Sending } from '../../ui/sending';

type Chosen = Pick<PublicationView['works'][number], 'workId' | 'files' | 'unset' | 'title' | 'references'>;

/** What a publication is gathered from: its title and preface, and its works in their order. */
@Component({
  selector: 'lib-gather-form',
  imports: [
    CdkDrag,
    CdkDragHandle,
    CdkDropList,
    Empty,
    FormRoot,
    MatButtonModule,
    OrderButtons,
    Refused,
    SelectField,
    Send,
    SentencePipe,
    TextField,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './gather-form.html',
  styleUrl: './gather-form.css',
})
export class GatherForm {
  readonly editionId = input.required<string>();
  readonly view = input.required<PublicationView>();
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly say = injectSay();
  protected readonly licences = publicationLicences;
  protected readonly sending = new Sending();
  protected readonly moved = signal('');

  private readonly asked = computed(() => ({ params: { editionId: this.editionId() } }));
  private readonly model = linkedSignal(() => {
    const { title, subtitle, language, licence, editors, preface, works } = this.view();
    const chosen = works.map(({ workId, files, unset, title: own, references }): Chosen => ({
      workId,
      files,
      unset,
      title: own,
      references,
    }));
    return {
      title,
      subtitle,
      language: language as string,
      licence: licence as string,
      editors: editors.join('\n'),
      preface,
      works: chosen,
    };
  });
  protected readonly form = formToSend(savePublication, this.model, () => this.save(), {
    body: (typed) => bodyOf(typed),
  });
  protected readonly works = computed(() => this.model().works);
  protected readonly others = computed(() => {
    const { works, others } = this.view();
    const all = [...works.map(({ workId, files, title, group }) => ({ workId, files, title, group })), ...others];
    return all.filter(({ workId }) => !this.works().some((work) => work.workId === workId));
  });

  protected add({ workId, files, title }: PublicationView['others'][number]): void {
    this.change((works) => [...works, { workId, files, unset: [], title, references: '' }]);
  }

  protected remove(workId: string): void {
    this.change((works) => works.filter((work) => work.workId !== workId));
  }

  protected drop({ previousIndex, currentIndex }: CdkDragDrop<unknown>): void {
    this.move(previousIndex, currentIndex);
  }

  protected move(from: number, to: number): void {
    const work = this.works()[from];
    if (!work || to < 0 || to >= this.works().length) return;
    this.change((works) => {
      const all = [...works];
      moveItemInArray(all, from, to);
      return all;
    });
    const numbers = { title: work.title, number: to + 1, works: this.works().length };
    this.moved.set(this.say('publication.works.moved', numbers));
  }

  private change(to: (works: readonly Chosen[]) => Chosen[]): void {
    this.model.update((model) => ({ ...model, works: to(model.works) }));
  }

  private async save(): Promise<void> {
    await this.api.send(savePublication, { ...this.asked(), body: bodyOf(this.model()) });
    this.notices.tell('publication-saved');
    this.changed.emit();
  }

  protected async ask(): Promise<void> {
    const members = this.view().works.flatMap((work) => work.members).length;
    const say = (key: KeyBelow<'publication.consents'>) => this.say(`publication.consents.${key}`, { members });
    const agrees = await this.confirm.ask({
      title: say('ask-title'),
      consequence: say('ask-consequence'),
      verb: say('ask'),
    });
    if (!agrees) return;
    await this.sending.run(async () => {
      await this.api.send(savePublication, { ...this.asked(), body: bodyOf(this.model()) });
      await this.api.send(askForConsents, this.asked());
      this.notices.tell('consents-asked');
    });
    this.changed.emit();
  }
}

const bodyOf = ({
  title,
  subtitle,
  language,
  licence,
  editors,
  preface,
  works,
}: Omit<PublicationBody, 'editors' | 'language' | 'licence' | 'works'> & {
  readonly language: string;
  readonly licence: string;
  readonly editors: string;
  readonly works: readonly Chosen[];
}): PublicationBody => ({
  title,
  subtitle,
  preface,
  language: language === 'it' ? 'it' : 'en',
  licence: publicationLicences.find((one) => one === licence) ?? 'cc-by',
  editors: editors
    .split('\n')
    .map((name) => name.trim())
    .filter(Boolean),
  works: works.map(({ workId, title: own, references }) => ({ workId, title: own, references })),
});
