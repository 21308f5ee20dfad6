import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SentencePipe } from '../platform/language';
import { PageHeader } from '../ui/page-header';

@Component({
  selector: 'lib-not-found-page',
  imports: [PageHeader, RouterLink, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lib-page-header [title]="'shell.not-found.title' | transloco" [state]="'shell.not-found.what' | transloco" />
    <p>
      <a routerLink="/">{{ 'shell.not-found.on' | transloco }}</a>
    </p>
  `,
})
export class NotFoundPage {}
