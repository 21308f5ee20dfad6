import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { readDemo } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { PageHeader } from '../../ui/page-header';

/** After a registration or a request for a new password: the mail has the next step. */
@Component({
  selector: 'lib-mail-sent-page',
  imports: [PageHeader, RouterLink, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lib-page-header
      [title]="'accounts.sent.' + why() + '.title' | transloco"
      [state]="'accounts.sent.' + why() + '.state' | transloco"
    />
    <p>{{ 'accounts.sent.not-there' | transloco }}</p>
    @if (demo.hasValue()) {
      <p>
        <a routerLink="/mailbox">{{ 'accounts.demo.mailbox' | transloco }}</a>
      </p>
    }
  `,
})
export class MailSentPage {
  readonly why = input.required<'register' | 'password'>();
  protected readonly demo = inject(Api).read(readDemo, () => ({}));
}
