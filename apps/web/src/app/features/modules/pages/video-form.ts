import { ChangeDetectionStrategy, Component, output, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { pageVideo } from '@libretto/contracts';
import { SentencePipe } from '../../../platform/language';
import { formToSend, Send, TextField } from '../../../ui/form';

/** The film that comes on a page. */
@Component({
  selector: 'lib-video-form',
  imports: [FormRoot, MatButtonModule, Send, SentencePipe, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form class="form" [formRoot]="form">
      <lib-text-field
        [label]="'pages.video.address' | transloco"
        [hint]="'pages.video.hint' | transloco"
        type="url"
        [field]="form.address"
      />
      <lib-text-field [label]="'pages.video.title' | transloco" [field]="form.title" />
      <lib-send [form]="form" [verb]="'pages.video.do' | transloco" outlined>
        <button mat-button type="button" (click)="left.emit()">{{ 'shell.confirm.leave' | transloco }}</button>
      </lib-send>
    </form>
  `,
  styles: ':host { display: block; width: 100%; }',
})
export class VideoForm {
  readonly done = output<{ readonly address: string; readonly title: string }>();
  readonly left = output();

  private readonly model = signal({ address: '', title: '' });
  protected readonly form = formToSend({ body: pageVideo }, this.model, async ({ address, title }) =>
    this.done.emit({ address: address.trim(), title: title.trim() }),
  );
}
