import { CdkDropListGroup } from '@angular/cdk/drag-drop';
import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MatCheckboxModule } from '@angular/material/checkbox';
import { RouterLink } from '@angular/router';
import { changeGroup, type GroupsView, makeGroup, moveMember, readGroups } from '@libretto/contracts';
import { searchFor, sorted } from '@libretto/domain';
import { Api } from '../../platform/api';
import { injectSay, SentencePipe } from '../../platform/language';
import { Moment } from '../../platform/time';
import { BriefChoice } from '../../ui/brief-choice';
import { Empty } from '../../ui/empty';
import { FormProblem, formToSend, TextField } from '../../ui/form';
import { PageHeader } from '../../ui/page-header';
import { SearchBox } from '../../ui/search-box';
import { Refused, Sending } from '../../ui/sending';
import { SortHead } from '../../ui/sort-head';
import { Status } from '../../ui/status';
import { Waiting } from '../../ui/waiting';
import { DeadlineForm } from './deadline-form';
import { DrawForm } from './draw-form';
import { GroupMembers, type Move } from './group-members';

type Group = GroupsView['groups'][number];

const sortKeys = {
  name: ({ name, members }: Group) => name ?? members.map((member) => member.name).join(', '),
  members: ({ members }: Group) => members.length,
  'handed-in': ({ handedIn }: Group) => handedIn,
};

/** The groups and their members. */
@Component({
  selector: 'lib-groups-page',
  imports: [
    BriefChoice,
    CdkDropListGroup,
    DeadlineForm,
    DrawForm,
    Empty,
    FormProblem,
    FormRoot,
    GroupMembers,
    MatButtonModule,
    MatCheckboxModule,
    Moment,
    NgTemplateOutlet,
    PageHeader,
    Refused,
    RouterLink,
    SearchBox,
    SortHead,
    Status,
    TextField,
    SentencePipe,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './groups.page.html',
  styles:
    'form { margin-bottom: var(--s5); } fieldset { border: 0; margin: 0; padding: 0; } legend { padding: 0; font-weight: 600; }',
})
export class GroupsPage {
  readonly editionId = input.required<string>();
  /** The brief, where the programme has several. */
  readonly brief = input<string>();
  readonly q = input<string>();
  readonly sort = input<string>();

  private readonly api = inject(Api);
  private readonly asked = computed(() => ({
    params: { editionId: this.editionId() },
    query: { brief: this.brief() },
  }));
  protected readonly groups = this.api.read(readGroups, () => this.asked());
  protected readonly isSearching = computed(() => Boolean(this.q()?.trim()));
  /** All rows are in memory: they are searched and sorted here. */
  protected readonly shown = computed(() => {
    const means = searchFor(this.q());
    const found = (this.groups.value()?.groups ?? []).filter(({ name, members }) =>
      means(name ?? '', ...members.map((member) => member.name)),
    );
    return sorted(found, this.sort(), sortKeys);
  });
  protected readonly without = computed(() => {
    const means = searchFor(this.q());
    return (this.groups.value()?.withoutGroup ?? []).filter(({ name }) => means(name));
  });
  /** The group that is being changed; `new` for a new one. */
  protected readonly open = signal<Group | 'new' | undefined>(undefined);
  protected readonly chosen = signal<ReadonlySet<string>>(new Set());
  /** The possible members of the open group: its own, and everybody without a group. */
  protected readonly people = computed(() => {
    const open = this.open();
    const view = this.groups.value();
    return open && view ? [...(open === 'new' ? [] : open.members), ...view.withoutGroup] : [];
  });

  private readonly say = injectSay();
  protected readonly moving = new Sending();
  protected readonly told = signal('');
  private readonly model = signal({ name: '' });
  protected readonly form = formToSend(makeGroup, this.model, () => this.save());

  protected change(group: Group | 'new'): void {
    this.open.set(group);
    this.model.set({ name: group === 'new' ? '' : (group.name ?? '') });
    this.chosen.set(new Set(group === 'new' ? [] : group.members.map(({ enrolmentId }) => enrolmentId)));
  }

  /** Moves somebody at once; screen readers hear where to. */
  protected async move({ person, to }: Move): Promise<void> {
    const params = { editionId: this.editionId(), enrolmentId: person.enrolmentId };
    const { query } = this.asked();
    const send = () => this.api.send(moveMember, { params, query, body: { groupId: to?.id ?? null } });
    if (await this.moving.run(send))
      this.told.set(
        to
          ? this.say('project-work.groups.moved', { name: person.name, group: to.name })
          : this.say('project-work.groups.moved-out', { name: person.name }),
      );
    this.groups.reload();
  }

  protected isOpen(group: Group): boolean {
    const open = this.open();
    return open !== undefined && open !== 'new' && open.id === group.id;
  }

  protected isChosen(enrolmentId: string): boolean {
    return this.chosen().has(enrolmentId);
  }

  /** Somebody whose group handed in stays in it. */
  protected mustStay(enrolmentId: string): boolean {
    const open = this.open();
    return (
      open !== undefined &&
      open !== 'new' &&
      open.handedIn &&
      open.members.some((member) => member.enrolmentId === enrolmentId)
    );
  }

  protected choose(enrolmentId: string, isIn: boolean): void {
    const chosen = new Set(this.chosen());
    if (isIn) chosen.add(enrolmentId);
    else chosen.delete(enrolmentId);
    this.chosen.set(chosen);
  }

  private async save(): Promise<void> {
    const open = this.open();
    const editionId = this.editionId();
    const body = { name: this.model().name, enrolmentIds: [...this.chosen()] };
    if (open === 'new') await this.api.send(makeGroup, { ...this.asked(), body });
    else if (open) await this.api.send(changeGroup, { params: { editionId, groupId: open.id }, body });
    this.open.set(undefined);
    this.groups.reload();
  }
}
