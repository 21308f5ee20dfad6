import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ThreadListed } from '@libretto/contracts';
import { InLanguagePipe, SentencePipe } from '../../platform/language';
import { Moment } from '../../platform/time';
import { Status } from '../../ui/status';

/** A thread in a list: its title leads to it. */
@Component({
  selector: 'lib-thread-line',
  imports: [InLanguagePipe, Moment, RouterLink, SentencePipe, Status],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './thread-line.html',
  styles: `
    :host {
      display: block;
      padding-block: var(--s4);
      border-top: 1px solid var(--rule);
    }

    h2 {
      margin: 0 0 var(--s1);
      font-size: var(--h3);
      overflow-wrap: anywhere;
    }

    p {
      margin: 0;
    }
  `,
})
export class ThreadLine {
  readonly editionId = input.required<string>();
  readonly thread = input.required<ThreadListed>();
}
