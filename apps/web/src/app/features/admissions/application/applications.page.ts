import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { readMyApplications } from '@libretto/contracts';
import { Api } from '../../../platform/api';
import { InLanguagePipe, SentencePipe } from '../../../platform/language';
import { Empty } from '../../../ui/empty';
import { PageHeader } from '../../../ui/page-header';
import { Status } from '../../../ui/status';
import { Waiting } from '../../../ui/waiting';
import { applicationTones } from './application-line';

/** All applications of the signed-in person. */
@Component({
  selector: 'lib-applications-page',
  imports: [MatButtonModule, RouterLink, SentencePipe, InLanguagePipe, Empty, PageHeader, Status, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './applications.page.html',
})
export class ApplicationsPage {
  protected readonly mine = inject(Api).read(readMyApplications, () => ({}));
  protected readonly tones = applicationTones;
}
