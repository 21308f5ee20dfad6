import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { listModules } from '@libretto/contracts';
import { allMinutes, type MinutesByKind } from '@libretto/domain';
import { Api } from '../../platform/api';
import { InLanguagePipe } from '../../platform/language';
import { HoursPipe } from '../../platform/time';
import { PageHeader } from '../../ui/page-header';
import { Waiting } from '../../ui/waiting';

@Component({
  selector: 'lib-modules-page',
  imports: [HoursPipe, InLanguagePipe, PageHeader, RouterLink, TranslocoPipe, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lib-waiting [for]="modules" />
    @if (modules.hasValue()) {
      @let list = modules.value();
      <lib-page-header
        [title]="'modules.list.title' | transloco"
        [state]="'modules.list.state' | transloco: { modules: list.modules.length }"
      />
      <ol>
        @for (module of list.modules; track module.number) {
          <li>
            <h2>
              <a [routerLink]="module.number.toString()">{{ module.number }}. {{ module.title | inLanguage }}</a>
            </h2>
            <p>{{ module.summary | inLanguage }}</p>
            <p class="soft">
              {{
                'modules.list.line'
                  | transloco
                    : {
                        mode: ('modules.mode.' + module.mode | transloco),
                        hours: all(module.notional) | hours,
                        materials: module.materials,
                      }
              }}
            </p>
          </li>
        }
      </ol>
    }
  `,
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
