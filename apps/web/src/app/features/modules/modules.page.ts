import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { listModules } from '@libretto/contracts';
import { allMinutes, type MinutesByKind } from '@libretto/domain';
import { Api } from '../../platform/api';
import { InLanguagePipe, SentencePipe } from '../../platform/language';
import { HoursPipe } from '../../platform/time';
import { PageHeader } from '../../ui/page-header';
import { Waiting } from '../../ui/waiting';

@Component({
  selector: 'lib-modules-page',
  imports: [HoursPipe, InLanguagePipe, PageHeader, RouterLink, SentencePipe, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './modules.page.html',
  styles: `
    ol {
      list-style: none;
      padding: 0;
    }

    li {
      padding-block: var(--s4);
      border-top: 1px solid var(--rule);
    }

    h2 {
      margin: 0 0 var(--s1);
      font-size: var(--h3);
    }

    p {
      margin: 0;
    }
  `,
})
export class ModulesPage {
  readonly editionId = input.required<string>();
  protected readonly modules = inject(Api).read(listModules, () => ({ params: { editionId: this.editionId() } }));

  protected all(minutes: MinutesByKind): number {
    return allMinutes(minutes);
  }
}
