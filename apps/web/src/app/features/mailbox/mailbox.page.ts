import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { listMails } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { ClockTimePipe, HowFarPipe, LongDayPipe } from '../../platform/time';
import { Empty } from '../../ui/empty';
import { PageHeader } from '../../ui/page-header';
import { Waiting } from '../../ui/waiting';

/** The mails of a demo: none of them leaves the machine, and all can be read here. */
@Component({
  selector: 'lib-mailbox-page',
  imports: [ClockTimePipe, Empty, HowFarPipe, LongDayPipe, PageHeader, RouterLink, SentencePipe, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lib-page-header [title]="'shell.mailbox.title' | transloco" [state]="'shell.mailbox.state' | transloco" />
    <lib-waiting [for]="mails" />
    @if (mails.hasValue()) {
      @if (mails.value().length) {
        <div class="register stacks" tabindex="0" role="region" [attr.aria-label]="'shell.mailbox.title' | transloco">
          <table>
            <thead>
              <tr>
                <th scope="col">{{ 'shell.mailbox.subject' | transloco }}</th>
                <th scope="col">{{ 'shell.mailbox.to' | transloco }}</th>
                <th scope="col">{{ 'shell.mailbox.at' | transloco }}</th>
              </tr>
            </thead>
            <tbody>
              @for (mail of mails.value(); track mail.id) {
                <tr>
                  <th scope="row">
                    <a [routerLink]="mail.id">{{ mail.subject }}</a>
                  </th>
                  <td [attr.data-label]="'shell.mailbox.to' | transloco">{{ mail.to }}</td>
                  <td>
                    <time [attr.datetime]="mail.at" [title]="(mail.at | longDay) + ', ' + (mail.at | clockTime)">{{
                      mail.at | howFar
                    }}</time>
                  </td>
                </tr>
              }
            </tbody>
          </table>
        </div>
      } @else {
        <lib-empty [title]="'shell.mailbox.none' | transloco">
          <a routerLink="/">{{ 'shell.not-found.on' | transloco }}</a>
        </lib-empty>
      }
    }
  `,
})
export class MailboxPage {
  protected readonly mails = inject(Api).read(listMails, () => ({}));
}
