import { ChangeDetectionStrategy, Component, effect, input, output, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { pageLink } from '@libretto/contracts';
import type { Editor } from '@tiptap/core';
import { SentencePipe } from '../../../platform/language';
import { formToSend, Send, TextField } from '../../../ui/form';

/** Where the selected words lead; without any, the address itself is written. */
@Component({
  selector: 'lib-link-form',
  imports: [FormRoot, MatButtonModule, Send, SentencePipe, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form class="form" [formRoot]="form">
      <lib-text-field
        [label]="'pages.link.address' | transloco"
        [hint]="'pages.link.hint' | transloco"
        [field]="form.href"
      />
      <lib-send [form]="form" [verb]="'pages.link.do' | transloco" outlined>
        <button mat-button type="button" (click)="done.emit()">{{ 'shell.confirm.leave' | transloco }}</button>
      </lib-send>
    </form>
  `,
  styles: ':host { display: block; width: 100%; }',
})
export class LinkForm {
  readonly editor = input.required<Editor>();
  readonly done = output();

  private readonly model = signal({ href: '' });
  protected readonly form = formToSend({ body: pageLink }, this.model, async ({ href }) => this.lead(href.trim()));

  constructor() {
    effect(() => {
      const { href } = this.editor().getAttributes('link') as { href?: string };
      this.model.set({ href: href ?? '' });
    });
  }

  private lead(href: string): void {
    const editor = this.editor();
    const chain = editor.chain().focus().extendMarkRange('link');
    (editor.state.selection.empty && !editor.isActive('link')
      ? chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] })
      : chain.setLink({ href })
    ).run();
    this.done.emit();
  }
}
