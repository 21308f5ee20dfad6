import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { readAward, ReplyOf } from '@libretto/contracts';
import { SentencePipe } from '../../platform/language';
import { LongDayPipe } from '../../platform/time';

/** The times for which the credentials of an award were suspended, the newest first. */
@Component({
  selector: 'lib-suspensions',
  imports: [LongDayPipe, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div
      class="register stacks"
      tabindex="0"
      role="region"
      [attr.aria-label]="'credentials.award.suspensions' | transloco"
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{{ 'credentials.award.number' | transloco }}</th>
            <th scope="col">{{ 'credentials.award.suspended-at' | transloco }}</th>
            <th scope="col">{{ 'credentials.award.lifted-at' | transloco }}</th>
          </tr>
        </thead>
        <tbody>
          @for (suspension of of(); track suspension.id) {
            <tr>
              <th scope="row" [attr.data-label]="'credentials.award.number' | transloco">{{ suspension.number }}</th>
              <td [attr.data-label]="'credentials.award.suspended-at' | transloco">
                {{ suspension.at | longDay }}
                <div class="small">
                  {{ suspension.reason }}
                  <span class="soft">{{ 'credentials.award.by' | transloco: { name: suspension.by } }}</span>
                </div>
              </td>
              <td [attr.data-label]="'credentials.award.lifted-at' | transloco">
                @if (suspension.lifted; as lifted) {
                  {{ lifted.at | longDay }}
                  <div class="small">
                    {{ lifted.reason }}
                    <span class="soft">{{ 'credentials.award.by' | transloco: { name: lifted.by } }}</span>
                  </div>
                } @else {
                  {{ 'credentials.award.not-lifted' | transloco }}
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: '.small { white-space: pre-line; overflow-wrap: anywhere; }',
})
export class Suspensions {
  readonly of = input.required<ReplyOf<typeof readAward>['suspensions']>();
}
