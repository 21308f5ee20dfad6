import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readPublicLog } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { Empty } from '../../ui/empty';
import { PageHeader } from '../../ui/page-header';
import { Waiting } from '../../ui/waiting';

/** For everybody: what the public log is for, how far it has come, and what is needed to watch it from elsewhere. */
@Component({
  selector: 'lib-log-page',
  imports: [RouterLink, SentencePipe, Empty, PageHeader, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './log.page.html',
  styleUrl: './log.page.css',
})
export class LogPage {
  protected readonly log = inject(Api).read(readPublicLog, () => ({}));
  protected readonly command = computed(() => (this.log.hasValue() ? commandFor(this.log.value().address) : ''));
}

/** The command line asks no machine of its own network unless it is told to. */
const commandFor = (address: string): string => {
  const isHere = /^https?:\/\/(localhost|127\.0\.0\.1)[:/]/.test(address);
  return `npm run log -- check ${address} --kept libretto.checkpoint${isHere ? ' --allow-private' : ''}`;
};
