import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { listAttendanceRequests } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';

/** That there are open requests about attendance, and whose, in an edition or about one session; nothing without any. */
@Component({
  selector: 'lib-open-requests',
  imports: [RouterLink, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (requests.value(); as page) {
      @if (page.open) {
        <p>
          <a
            [routerLink]="['/editions', editionId(), 'attendance-requests']"
            [queryParams]="{ session: sessionId() }"
            >{{ 'schedule.requests.open' | transloco: { open: page.open } }}</a
          >
          <span class="soft small">
            @for (one of page.items.slice(0, shown); track one.id) {
              {{ one.name }}{{ $last ? '' : ', ' }}
            }
            @if (page.open > shown) {
              …
            }
          </span>
        </p>
      }
    }
  `,
})
export class OpenRequests {
  readonly editionId = input.required<string>();
  readonly sessionId = input<string>();

  protected readonly shown = 5;
  protected readonly requests = inject(Api).read(listAttendanceRequests, () => ({
    params: { editionId: this.editionId() },
    query: { ...(this.sessionId() && { sessionId: this.sessionId() }) },
  }));
}
