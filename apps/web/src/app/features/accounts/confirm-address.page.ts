import { ChangeDetectionStrategy, Component, inject, input, resource } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { confirmAddress } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { ErrorPanel } from '../../ui/error-panel';
import { PageHeader } from '../../ui/page-header';
import { Skeleton } from '../../ui/skeleton';

/** Where the link of the mail leads: the address is confirmed by opening it. */
@Component({
  selector: 'lib-confirm-address-page',
  imports: [ErrorPanel, MatButtonModule, PageHeader, RouterLink, Skeleton, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (confirmed.hasValue()) {
      <lib-page-header [title]="'accounts.confirm.done' | transloco" [state]="'accounts.confirm.state' | transloco">
        <a mat-flat-button routerLink="/sign-in">{{ 'accounts.sign-in.do' | transloco }}</a>
      </lib-page-header>
    } @else {
      <lib-page-header [title]="'accounts.confirm.title' | transloco" />
      @if (confirmed.error(); as error) {
        <lib-error-panel [error]="error" [again]="false" />
        <p class="after"><a routerLink="/register">{{ 'accounts.confirm.again' | transloco }}</a></p>
      } @else {
        <lib-skeleton [lines]="2" />
      }
    }
  `,
  styles: '.after { margin-top: var(--s4); }',
})
export class ConfirmAddressPage {
  readonly code = input('');
  private readonly api = inject(Api);
  protected readonly confirmed = resource({
    params: () => this.code(),
    loader: async ({ params: code }) => {
      await this.api.send(confirmAddress, { body: { code } });
      return true;
    },
  });
}
