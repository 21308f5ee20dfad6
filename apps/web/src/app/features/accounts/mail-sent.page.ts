import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readDemo } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { PageHeader } from '../../ui/page-header';

/** After a registration or a request for a new password: the mail has the next step. */
@Component({
  selector: 'lib-mail-sent-page',
  imports: [PageHeader, RouterLink, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './mail-sent.page.html',
})
export class MailSentPage {
  readonly why = input.required<'register' | 'password'>();
  protected readonly demo = inject(Api).read(readDemo, () => ({}));
}
