import { CdkDrag, type CdkDragDrop, CdkDropList } from '@angular/cdk/drag-drop';
import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { GroupMember } from '@libretto/contracts';
import { SentencePipe } from '../../platform/language';
import { HoursPipe } from '../../platform/time';

/** A group that somebody may be moved to. */
export interface Target {
  readonly id: string;
  readonly name: string | null;
}

/** Somebody who is to be in another group, or in none. */
export interface Move {
  readonly person: GroupMember;
  readonly to: Target | null;
}

/** The members of a group, or the people without one: they are dragged to another list, or moved by the choice beside each. */
@Component({
  selector: 'lib-group-members',
  imports: [CdkDrag, CdkDropList, HoursPipe, MatButtonModule, RouterLink, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul
      cdkDropList
      cdkDropListSortingDisabled
      [cdkDropListData]="group()"
      [cdkDropListDisabled]="!canReceive()"
      (cdkDropListDropped)="drop($event)"
    >
      @for (person of people(); track person.enrolmentId) {
        <li cdkDrag [cdkDragData]="person" [cdkDragDisabled]="!canMove()" [class.movable]="canMove()">
          <span>
            <a [routerLink]="['/editions', editionId(), 'completion', person.enrolmentId]">{{
              person.name
            }}</a>&ngsp;<span class="small soft">{{ person.institution }}</span>
            @if (person.minutes !== undefined) {
              · <span class="small">{{ person.minutes | hours }}</span>
            }
          </span>
          @if (canMove() && others().length) {
            <select
              #choice
              [attr.aria-label]="'project-work.groups.move' | transloco: { name: person.name }"
              (change)="choose(person, choice.value)"
            >
              <option value="" [selected]="chosen()?.person !== person">
                {{ 'project-work.groups.move-to' | transloco }}
              </option>
              @for (target of others(); track target.id) {
                <option [value]="target.id">{{ target.name }}</option>
              }
              @if (group()) {
                <option value="none">{{ 'project-work.groups.no-group' | transloco }}</option>
              }
            </select>
            @if (chosen(); as move) {
              @if (move.person === person) {
                <button mat-stroked-button type="button" (click)="moved.emit(move)">
                  {{ 'project-work.groups.move-do' | transloco }}<span class="unseen">: {{ person.name }}</span>
                </button>
              }
            }
          }
        </li>
      } @empty {
        <li class="soft">{{ 'project-work.groups.empty' | transloco }}</li>
      }
    </ul>
  `,
  styleUrl: './group-members.css',
})
export class GroupMembers {
  readonly editionId = input.required<string>();
  /** `null` for the people who are in no group. */
  readonly group = input.required<Target | null>();
  readonly people = input.required<readonly (GroupMember & { minutes?: number })[]>();
  readonly targets = input.required<readonly Target[]>();
  /** Whether its people can be moved away: not once the group has submitted. */
  readonly canMove = input.required<boolean>();
  readonly canReceive = input.required<boolean>();
  readonly moved = output<Move>();

  protected readonly chosen = linkedSignal<readonly GroupMember[], Move | undefined>({
    source: this.people,
    // The list is read again while somebody chooses: the choice stays with the person.
    computation: (people, before) => {
      const move = before?.value;
      const person = people.find(({ enrolmentId }) => enrolmentId === move?.person.enrolmentId);
      return move && person && { person, to: move.to };
    },
  });
  protected readonly others = computed(() => this.targets().filter(({ id }) => id !== this.group()?.id));

  protected drop({ item, previousContainer, container }: CdkDragDrop<Target | null, Target | null, GroupMember>): void {
    if (previousContainer !== container) this.moved.emit({ person: item.data, to: container.data });
  }

  /** Keys go through the choices one by one: nobody is moved before the button says so. */
  protected choose(person: GroupMember, groupId: string): void {
    this.chosen.set(groupId ? { person, to: this.targets().find(({ id }) => id === groupId) ?? null } : undefined);
  }
}
