import { CdkDrag, CdkDragHandle, CdkDropList, moveItemInArray } from '@angular/cdk/drag-drop';
import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { type Material, orderMaterials, removeMaterial, uploadMaterial } from '@libretto/contracts';
import type { KeyBelow } from '@libretto/language';
import { Api } from '../../platform/api';
import { InLanguagePipe, injectSay, SentencePipe } from '../../platform/language';
import { LongDayPipe } from '../../platform/time';
import { Confirm } from '../../ui/confirm';
import { FileDrop } from '../../ui/file-drop';
import { Notices } from '../../ui/notices';
import { OrderButtons } from '../../ui/order-buttons';
import { Refused } from '../../ui/sending';
import { Uploading } from '../../ui/uploading';
import { AddMaterialForm } from './add-material-form';
import { injectFollow } from './follow';
import { MaterialAbout } from './material-about';
import { MaterialSettings } from './material-settings';

/** The materials of a module in their order; tutors and coordinators add to them, arrange them and take them off. */
@Component({
  selector: 'lib-materials',
  imports: [
    AddMaterialForm,
    CdkDrag,
    CdkDragHandle,
    CdkDropList,
    FileDrop,
    InLanguagePipe,
    LongDayPipe,
    MatButtonModule,
    MaterialAbout,
    MaterialSettings,
    OrderButtons,
    Refused,
    RouterLink,
    SentencePipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './materials.html',
  styleUrl: './materials.css',
})
export class Materials {
  readonly editionId = input.required<string>();
  readonly moduleNumber = input.required<number>();
  readonly materials = input.required<readonly Material[]>();
  readonly mayChange = input.required<boolean>();
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly confirm = inject(Confirm);
  private readonly say = injectSay();
  private readonly tell = injectFollow();
  protected readonly sending = new Uploading();
  /** As they stand here at once, before the server knows. */
  protected readonly ordered = linkedSignal(() => [...this.materials()]);
  protected readonly moved = signal('');

  protected pageOf({ id }: Material): string[] {
    return ['/editions', this.editionId(), 'materials', id];
  }

  protected editorOf(material: Material): string[] {
    return [...this.pageOf(material), material.kind === 'self-test' ? 'self-test' : 'edit'];
  }

  protected async follow(material: Material): Promise<void> {
    if (this.mayChange()) return;
    const progress = await this.tell(this.editionId(), material, 'opened');
    this.ordered.update((all) => all.map((one) => (one.id === material.id ? { ...one, progress } : one)));
  }

  protected async upload(file: File): Promise<void> {
    const params = { editionId: this.editionId(), moduleNumber: this.moduleNumber() };
    if (await this.sending.upload(uploadMaterial, { params }, file)) this.changed.emit();
  }

  protected async move(from: number, to: number): Promise<void> {
    if (from === to) return;
    const all = [...this.ordered()];
    moveItemInArray(all, from, to);
    this.ordered.set(all);
    this.moved.set(this.say('modules.materials.moved', { place: to + 1, of: all.length }));
    await this.sending.run(async () => {
      const params = { editionId: this.editionId(), moduleNumber: this.moduleNumber() };
      await this.api.send(orderMaterials, { params, body: { materialIds: all.map(({ id }) => id) } });
      this.changed.emit();
    });
  }

  protected async takeOff({ id }: Material, title: string): Promise<void> {
    const say = (key: KeyBelow<'modules.materials.take-off'>) =>
      this.say(`modules.materials.take-off.${key}`, { title });
    const asked = { title: say('question'), consequence: say('consequence'), verb: say('do') };
    if (!(await this.confirm.ask(asked))) return;
    await this.sending.run(async () => {
      await this.api.send(removeMaterial, { params: { editionId: this.editionId(), materialId: id } });
      this.notices.tell('removed', { name: title });
      this.changed.emit();
    });
  }
}
