import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { confirmAddressChange, type ReplyOf } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SignedIn } from '../../platform/people';
import { ErrorPanel } from '../../ui/error-panel';
import { PageHeader } from '../../ui/page-header';

/**
 * The page behind the links of a change of address. A press confirms: programs that scan mails open links by
 * themselves.
 */
@Component({
  selector: 'lib-new-address-page',
  imports: [ErrorPanel, MatButtonModule, PageHeader, RouterLink, TranslocoPipe],
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
      @if (refused(); as error) {
        <lib-error-panel [error]="error" [again]="false" />
      }
      <p>
        <button mat-flat-button type="button" [disabled]="isBusy()" (click)="confirm()">
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
  protected readonly refused = signal<unknown>(undefined);
  protected readonly isBusy = signal(false);

  protected async confirm(): Promise<void> {
    this.refused.set(undefined);
    this.isBusy.set(true);
    try {
      this.answer.set(await this.api.send(confirmAddressChange, { body: { code: this.code() } }));
      await this.signedIn.refresh();
    } catch (error) {
      this.refused.set(error);
    } finally {
      this.isBusy.set(false);
    }
  }
}
