import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { type Material, openMaterial, removeMaterial, uploadMaterial } from '@libretto/contracts';
import type { KeyBelow } from '@libretto/language';
import { Api, fileAddress } from '../../platform/api';
import { injectSay, SentencePipe } from '../../platform/language';
import { LongDayPipe } from '../../platform/time';
import { Confirm } from '../../ui/confirm';
import { Refused } from '../../ui/sending';
import { Uploading } from '../../ui/uploading';
import { FileDrop } from '../../ui/file-drop';
import { FileLink } from '../../ui/file-link';
import { KilobytesPipe } from '../../ui/kilobytes.pipe';
import { Notices } from '../../ui/notices';
import { AddMaterialForm } from './add-material-form';

/** Files, links and texts of a module; tutors and coordinators add to them and take them off. */
@Component({
  selector: 'lib-materials',
  imports: [AddMaterialForm, FileDrop, FileLink, KilobytesPipe, LongDayPipe, MatButtonModule, Refused, SentencePipe],
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
  protected readonly sending = new Uploading();

  protected addressOf(material: Material): string {
    return fileAddress(openMaterial, { params: { editionId: this.editionId(), materialId: material.id } });
  }

  protected async upload(file: File): Promise<void> {
    const params = { editionId: this.editionId(), moduleNumber: this.moduleNumber() };
    if (await this.sending.upload(uploadMaterial, { params }, file)) this.changed.emit();
  }

  protected async takeOff({ id, title }: Material): Promise<void> {
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
