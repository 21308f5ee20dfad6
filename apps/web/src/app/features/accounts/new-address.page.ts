import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { confirmAddressChange, type ReplyOf } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { SignedIn } from '../../platform/people';
import { Refused, Sending } from '../../ui/sending';
import { PageHeader } from '../../ui/page-header';

/**
 * The page behind the links of a change of address. A press confirms: programs that scan mails open links by
 * themselves.
 */
@Component({
  selector: 'lib-new-address-page',
  imports: [MatButtonModule, PageHeader, Refused, RouterLink, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lib-page-header
      [title]="'accounts.new-address.title' | transloco"
      [state]="answer() ? undefined : ('accounts.new-address.state' | transloco)"
    />
    @if (answer(); as answer) {
      <p role="status">
        {{
          (answer.isDone ? 'accounts.new-address.done' : 'accounts.new-address.half')
            | transloco: { email: answer.email }
        }}
      </p>
      <p>
        <a routerLink="/account">{{ 'accounts.account.title' | transloco }}</a>
      </p>
    } @else {
      <lib-refused [of]="sending" />
      <p>
        <button mat-flat-button type="button" [disabled]="sending.isBusy()" (click)="confirm()">
          {{ 'accounts.new-address.do' | transloco }}
        </button>
      </p>
    }
  `,
})
export class NewAddressPage {
  readonly code = input('');
  private readonly api = inject(Api);
  private readonly signedIn = inject(SignedIn);
  protected readonly answer = signal<ReplyOf<typeof confirmAddressChange> | undefined>(undefined);
  protected readonly sending = new Sending();

  protected async confirm(): Promise<void> {
    await this.sending.run(async () => {
      this.answer.set(await this.api.send(confirmAddressChange, { body: { code: this.code() } }));
      await this.signedIn.refresh();
    });
  }
}
