import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { readMyApplications } from '@libretto/contracts';
import { Api } from '../../../platform/api';
import { InLanguagePipe } from '../../../platform/language';
import { Empty } from '../../../ui/empty';
import { PageHeader } from '../../../ui/page-header';
import { Status } from '../../../ui/status';
import { Waiting } from '../../../ui/waiting';
import { applicationTones } from './application-line';

/** All applications of the signed-in person. */
@Component({
  selector: 'lib-applications-page',
  imports: [MatButtonModule, RouterLink, TranslocoPipe, InLanguagePipe, Empty, PageHeader, Status, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lib-page-header
      [title]="'admissions.mine.title' | transloco"
      [state]="
        mine.hasValue() ? ('admissions.mine.state' | transloco: { applications: mine.value().items.length }) : undefined
      "
    >
      <a mat-flat-button routerLink="/programmes">{{ 'admissions.mine.find' | transloco }}</a>
    </lib-page-header>
    <lib-waiting [for]="mine" />
    @if (mine.hasValue()) {
      @if (mine.value().items.length) {
        <div class="register stacks" tabindex="0" role="region" [attr.aria-label]="'admissions.mine.title' | transloco">
          <table>
            <thead>
              <tr>
                <th scope="col">{{ 'admissions.mine.programme' | transloco }}</th>
                <th scope="col">{{ 'admissions.mine.edition' | transloco }}</th>
                <th scope="col">{{ 'admissions.mine.where' | transloco }}</th>
              </tr>
            </thead>
            <tbody>
              @for (one of mine.value().items; track one.editionId) {
                <tr>
                  <th scope="row">
                    <a [routerLink]="[one.editionId]">{{ one.programme | inLanguage }}</a>
                  </th>
                  <td>{{ one.edition }}</td>
                  <td>
                    <lib-status [tone]="tones[one.state]">{{ 'admissions.state.' + one.state | transloco }}</lib-status>
                  </td>
                </tr>
              }
            </tbody>
          </table>
        </div>
      } @else {
        <lib-empty [title]="'admissions.mine.none' | transloco">{{
          'admissions.mine.none-hint' | transloco
        }}</lib-empty>
      }
    }
  `,
})
export class ApplicationsPage {
  protected readonly mine = inject(Api).read(readMyApplications, () => ({}));
  protected readonly tones = applicationTones;
}
