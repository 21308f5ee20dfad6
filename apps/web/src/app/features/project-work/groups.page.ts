import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MatCheckboxModule } from '@angular/material/checkbox';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { changeGroup, type GroupsView, makeGroup, readGroups } from '@libretto/contracts';
import { searchFor, sorted } from '@libretto/domain';
import { Api } from '../../platform/api';
import { Empty } from '../../ui/empty';
import { FormProblem, formToSend, TextField } from '../../ui/form';
import { PageHeader } from '../../ui/page-header';
import { SearchBox } from '../../ui/search-box';
import { SortHead } from '../../ui/sort-head';
import { Status } from '../../ui/status';
import { Waiting } from '../../ui/waiting';
import { DeadlineForm } from './deadline-form';

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
    DeadlineForm,
    Empty,
    FormProblem,
    FormRoot,
    MatButtonModule,
    MatCheckboxModule,
    NgTemplateOutlet,
    PageHeader,
    RouterLink,
    SearchBox,
    SortHead,
    Status,
    TextField,
    TranslocoPipe,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './groups.page.html',
  styles:
    '.members { margin: 0; padding: 0; list-style: none; } form { margin-bottom: var(--s5); } fieldset { border: 0; margin: 0; padding: 0; } legend { padding: 0; font-weight: 600; }',
})
export class GroupsPage {
  readonly editionId = input.required<string>();
  readonly q = input<string>();
  readonly sort = input<string>();

  private readonly api = inject(Api);
  protected readonly groups = this.api.read(readGroups, () => ({ params: { editionId: this.editionId() } }));
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

  private readonly model = signal({ name: '' });
  protected readonly form = formToSend(makeGroup, this.model, () => this.save());

  protected change(group: Group | 'new'): void {
    this.open.set(group);
    this.model.set({ name: group === 'new' ? '' : (group.name ?? '') });
    this.chosen.set(new Set(group === 'new' ? [] : group.members.map(({ enrolmentId }) => enrolmentId)));
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
    if (open === 'new') await this.api.send(makeGroup, { params: { editionId }, body });
    else if (open) await this.api.send(changeGroup, { params: { editionId, groupId: open.id }, body });
    this.open.set(undefined);
    this.groups.reload();
  }
}
