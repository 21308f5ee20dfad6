import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SentencePipe } from '../platform/language';
import { PageHeader } from '../ui/page-header';

@Component({
  selector: 'lib-not-yours-page',
  imports: [PageHeader, RouterLink, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lib-page-header [title]="'shell.not-yours.title' | transloco" [state]="'shell.not-yours.what' | transloco" />
    <p>
      <a routerLink="/">{{ 'shell.not-yours.on' | transloco }}</a>
    </p>
  `,
})
export class NotYoursPage {}
