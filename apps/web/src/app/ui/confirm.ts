import { ChangeDetectionStrategy, Component, inject, Injectable } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialog, MatDialogModule } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { SentencePipe } from '../platform/language';

/** The consequence of an action, in words. All sentences come translated. */
export interface Consequence {
  /** The question: "Withdraw this application?" */
  readonly title: string;
  /** The consequence, and whether it can be undone. */
  readonly consequence: string;
  /** The verb on the button: "Withdraw". */
  readonly verb: string;
}

const doubleClickMs = 500;

/** Asks before a step that removes something: `if (await this.confirm.ask({ … })) …`. */
@Injectable({ providedIn: 'root' })
export class Confirm {
  private readonly dialogs = inject(MatDialog);

  async ask(data: Consequence): Promise<boolean> {
    const since = performance.now();
    const opened = this.dialogs.open<ConfirmDialog, Consequence, boolean>(ConfirmDialog, {
      data,
      role: 'alertdialog',
      maxWidth: '32rem',
      // The second press of a double click lands beside the dialog that the first one has opened.
      closePredicate: (answer) => answer !== undefined || performance.now() - since > doubleClickMs,
    });
    return (await firstValueFrom(opened.afterClosed())) === true;
  }
}

@Component({
  selector: 'lib-confirm-dialog',
  imports: [MatButtonModule, MatDialogModule, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 mat-dialog-title>{{ asked.title }}</h2>
    <mat-dialog-content>{{ asked.consequence }}</mat-dialog-content>
    <mat-dialog-actions align="end">
      <button mat-button [mat-dialog-close]="false" cdkFocusInitial>{{ 'shell.confirm.leave' | transloco }}</button>
      <button mat-flat-button class="takes-away" [mat-dialog-close]="true">{{ asked.verb }}</button>
    </mat-dialog-actions>
  `,
  styles: `
    .takes-away {
      --mat-button-filled-container-color: var(--red);
      --mat-button-filled-label-text-color: var(--paper);
    }
  `,
})
export class ConfirmDialog {
  protected readonly asked = inject<Consequence>(MAT_DIALOG_DATA);
}
