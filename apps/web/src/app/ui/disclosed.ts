import { ChangeDetectionStrategy, Component, ElementRef, inject, signal, viewChild } from '@angular/core';

/**
 * A few links or buttons behind one: `<lib-disclosed><span opener>Ana</span><a
 * routerLink="/account">…</a></lib-disclosed>`. Choosing one closes it, as do Escape, a press elsewhere and the focus
 * leaving it.
 */
@Component({
  selector: 'lib-disclosed',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <button #opener type="button" [attr.aria-expanded]="isOpen()" (click)="isOpen.set(!isOpen())">
      <ng-content select="[opener]" />
    </button>
    <div class="panel" [hidden]="!isOpen()"><ng-content /></div>
  `,
  styleUrl: './disclosed.css',
  host: {
    '(click)': 'closeAfterChoice($event)',
    '(focusout)': 'closeBehind($event)',
    '(keydown.escape)': 'closeAndReturn()',
    '(document:click)': 'closeElsewhere($event)',
  },
})
export class Disclosed {
  protected readonly isOpen = signal(false);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly opener = viewChild.required<ElementRef<HTMLElement>>('opener');

  protected closeAfterChoice({ target }: Event): void {
    if (target instanceof Element && target.closest('.panel')) this.isOpen.set(false);
  }

  protected closeBehind({ relatedTarget }: FocusEvent): void {
    if (relatedTarget instanceof Node && !this.host.contains(relatedTarget)) this.isOpen.set(false);
  }

  protected closeElsewhere({ target }: Event): void {
    if (target instanceof Node && !this.host.contains(target)) this.isOpen.set(false);
  }

  protected closeAndReturn(): void {
    if (!this.isOpen()) return;
    this.isOpen.set(false);
    this.opener().nativeElement.focus();
  }
}
