import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { DomSanitizer } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { readMail } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { Moment } from '../../platform/time';
import { Embedded } from '../../ui/embedded';
import { PageHeader } from '../../ui/page-header';
import { Waiting } from '../../ui/waiting';

@Component({
  selector: 'lib-mail-page',
  imports: [Embedded, Moment, PageHeader, RouterLink, SentencePipe, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p>
      <a routerLink="/mailbox">{{ 'shell.mailbox.all' | transloco }}</a>
    </p>
    @if (mail.hasValue()) {
      <lib-page-header [title]="mail.value().subject">
        <p state>{{ mail.value().to }}<br /><lib-moment [at]="mail.value().at" /></p>
      </lib-page-header>
      <!-- No script and no form of a mail may run here; its links leave the frame. -->
      <lib-embedded>
        <iframe
          sandbox="allow-top-navigation-by-user-activation"
          [srcdoc]="html()"
          [title]="mail.value().subject"
        ></iframe>
      </lib-embedded>
      <details>
        <summary>{{ 'shell.mailbox.as-text' | transloco }}</summary>
        <pre>{{ mail.value().text }}</pre>
      </details>
    } @else {
      <lib-page-header [title]="'shell.mailbox.title' | transloco" />
      <lib-waiting [for]="mail" />
    }
  `,
  styles: `
    iframe {
      width: 100%;
      min-height: 32rem;
      border: 1px solid var(--rule);
      background: #fff;
    }

    pre {
      overflow-wrap: anywhere;
      white-space: pre-wrap;
      font-family: inherit;
    }
  `,
})
export class MailPage {
  readonly mailId = input.required<string>();
  private readonly sanitizer = inject(DomSanitizer);
  protected readonly mail = inject(Api).read(readMail, () => ({ params: { fileName: this.mailId() } }));
  /** The frame is sandboxed, so the mail shows as it was composed, with its styles; links open in the whole window. */
  protected readonly html = computed(() =>
    this.mail.hasValue() ? this.sanitizer.bypassSecurityTrustHtml(`<base target="_top">${this.mail.value().html}`) : '',
  );
}
