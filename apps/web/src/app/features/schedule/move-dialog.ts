import { ChangeDetectionStrategy, Component, computed, debounced, inject, resource, signal } from '@angular/core';
import { FormRoot, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { checkMove, moveSession, type SessionView } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { Moment } from '../../platform/time';
import { formToSend, Send, TextField } from '../../ui/form';
import { outlinedFields } from '../../ui/form/outlined-fields';
import { RefusalPipe } from '../../ui/refusal.pipe';
import { ClashesList } from './clashes-list';
import type { Proposal } from './proposal';

export type MoveProposal = Proposal<SessionView> & { readonly editionId: string };

const pauseMs = 300;

/** Asks before a session moves: says to when, who gets an e-mail and who would be in two places at once. Nothing has moved yet. */
@Component({
  selector: 'lib-move-dialog',
  imports: [
    ClashesList,
    FormRoot,
    MatButtonModule,
    MatDialogModule,
    Moment,
    RefusalPipe,
    Send,
    SentencePipe,
    TextField,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './move-dialog.html',
  // A dialog does not stand below its page's route, which gives fields their look.
  providers: [outlinedFields],
})
export class MoveDialog {
  private readonly api = inject(Api);
  private readonly dialog = inject(MatDialogRef<MoveDialog, boolean>);
  private readonly asked = inject<MoveProposal>(MAT_DIALOG_DATA);
  protected readonly session = this.asked.session;
  private readonly params = { editionId: this.asked.editionId, sessionId: this.session.id };
  private readonly model = signal({
    day: this.asked.startsLocal.slice(0, 10),
    from: this.asked.startsLocal.slice(11),
    to: this.asked.endsLocal.slice(11),
  });
  private readonly place = computed(() => {
    const { day, from, to } = this.model();
    return { startsLocal: `${day}T${from}`, endsLocal: `${day}T${to}`, zone: this.session.zone };
  });
  private readonly settled = debounced(this.place, pauseMs);
  protected readonly look = resource({
    params: () => this.settled.value() ?? this.place(),
    loader: ({ params: body }) => this.api.send(checkMove, { params: this.params, body }),
  });
  protected readonly form = formToSend(
    moveSession,
    this.model,
    async () => {
      await this.api.send(moveSession, { params: this.params, body: this.place() });
      this.dialog.close(true);
    },
    {
      body: () => this.place(),
      rules: (path) => {
        for (const part of [path.day, path.from, path.to]) required(part);
      },
    },
  );
}
