import { ChangeDetectionStrategy, Component, ElementRef, inject, input, model } from '@angular/core';
import { placeByKey } from './place-by-key';

/**
 * Several panels of which one is shown. Its panels stay in the page, so that nothing of them is lost:
 * `<lib-tabs [tabs]="…" [(chosen)]="id" [label]="…" name="text"><div role="tabpanel" [id]="'text-panel-' + id"
 * [attr.aria-labelledby]="'text-tab-' + id" [hidden]="…">…`
 */
@Component({
  selector: 'lib-tabs',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (tabs().length > 1) {
      <div class="tabs" role="tablist" [attr.aria-label]="label()">
        @for (tab of tabs(); track tab.id) {
          <button
            type="button"
            role="tab"
            [id]="name() + '-tab-' + tab.id"
            [attr.aria-controls]="name() + '-panel-' + tab.id"
            [attr.aria-selected]="tab.id === chosen()"
            [tabindex]="tab.id === chosen() ? 0 : -1"
            (click)="chosen.set(tab.id)"
            (keydown)="move($event)"
          >
            {{ tab.name }}
          </button>
        }
      </div>
    }
    <ng-content />
  `,
  styles: `
    .tabs {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s2);
      margin-bottom: var(--s4);
      border-bottom: 1px solid var(--rule);
    }

    button {
      padding: var(--s3) var(--s4);
      border: 0;
      border-bottom: 3px solid transparent;
      background: none;
      color: var(--soft);
      font: inherit;
      cursor: pointer;
    }

    button[aria-selected='true'] {
      border-color: var(--ink);
      color: var(--ink);
      font-weight: 600;
    }
  `,
})
export class Tabs {
  readonly tabs = input.required<readonly { readonly id: string; readonly name: string }[]>();
  readonly chosen = model.required<string>();
  readonly label = input.required<string>();
  /** What the ids of its tabs and panels begin with. */
  readonly name = input.required<string>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected move(event: KeyboardEvent): void {
    const now = this.tabs().findIndex(({ id }) => id === this.chosen());
    const to = placeByKey(event.key, now, this.tabs().length);
    const tab = this.tabs()[to ?? -1];
    if (to === undefined || !tab) return;
    event.preventDefault();
    this.chosen.set(tab.id);
    this.host.querySelectorAll<HTMLElement>('[role="tab"]').item(to).focus();
  }
}
