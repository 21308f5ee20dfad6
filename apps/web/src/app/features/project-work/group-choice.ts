import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { chooseGroup, type ProjectWorkView } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { Moment } from '../../platform/time';
import { Refused, Sending } from '../../ui/sending';
import { Status } from '../../ui/status';

/** The groups of a brief, of which a participant chooses one. */
@Component({
  selector: 'lib-group-choice',
  imports: [MatButtonModule, Moment, Refused, SentencePipe, Status],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p class="small soft">
      {{ 'project-work.choice.until' | transloco }} <lib-moment [at]="choice().until" [zone]="choice().zone" />
    </p>
    <ul>
      @for (group of choice().groups; track group.id) {
        <li>
          <span>
            <strong>{{ group.name }}</strong>
            @if (group.id === own()) {
              &ngsp;<lib-status tone="now">{{ 'project-work.choice.yours' | transloco }}</lib-status>
            }
            <span class="small soft">
              {{ 'project-work.choice.members' | transloco: { members: group.members.length, most: choice().most }
              }}{{ group.members.length ? ': ' + group.members.join(', ') : '' }}
            </span>
          </span>
          @if (group.can.join) {
            <button
              mat-stroked-button
              type="button"
              [attr.aria-label]="'project-work.choice.join-group' | transloco: { group: group.name }"
              [disabled]="sending.isBusy()"
              (click)="choose(group.id)"
            >
              {{ 'project-work.choice.join' | transloco }}
            </button>
          } @else if (group.id === own() && choice().can.leave) {
            <button mat-button type="button" [disabled]="sending.isBusy()" (click)="choose(null)">
              {{ 'project-work.choice.leave' | transloco }}
            </button>
          }
        </li>
      } @empty {
        <li class="soft">{{ 'project-work.choice.none' | transloco }}</li>
      }
    </ul>
    <lib-refused [of]="sending" />
  `,
  styles:
    'ul { list-style: none; padding: 0; max-width: var(--measure); } li { align-items: center; border-top: 1px solid var(--line); display: flex; flex-wrap: wrap; gap: var(--s3); justify-content: space-between; padding: var(--s2) 0; }',
})
export class GroupChoice {
  readonly editionId = input.required<string>();
  readonly brief = input.required<string>();
  readonly choice = input.required<NonNullable<ProjectWorkView['choice']>>();
  /** The group that one is in. */
  readonly own = input.required<string | undefined>();
  readonly changed = output();

  private readonly api = inject(Api);
  protected readonly sending = new Sending();

  protected async choose(groupId: string | null): Promise<void> {
    const asked = { params: { editionId: this.editionId() }, query: { brief: this.brief() } };
    await this.sending.run(() => this.api.send(chooseGroup, { ...asked, body: { groupId } }));
    this.changed.emit();
  }
}
