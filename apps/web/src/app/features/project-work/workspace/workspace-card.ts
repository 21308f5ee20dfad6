import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { SentencePipe } from '../../../platform/language';

/** The way to where a group writes together. */
@Component({
  selector: 'lib-workspace-card',
  imports: [MatButtonModule, RouterLink, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p>{{ 'workspace.card.hint' | transloco }}</p>
    <a mat-stroked-button [routerLink]="['/editions', editionId(), 'project-work', 'workspace', groupId()]">
      {{ 'workspace.card.open' | transloco }}
    </a>
  `,
})
export class WorkspaceCard {
  readonly editionId = input.required<string>();
  readonly groupId = input.required<string>();
}
