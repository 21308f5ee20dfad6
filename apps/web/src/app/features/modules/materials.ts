import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { type Material, openMaterial, removeMaterial, uploadMaterial } from '@libretto/contracts';
import { Api, fileAddress } from '../../platform/api';
import { LongDayPipe } from '../../platform/time';
import { Confirm } from '../../ui/confirm';
import { ErrorPanel } from '../../ui/error-panel';
import { FileDrop } from '../../ui/file-drop';
import { FileLink } from '../../ui/file-link';
import { KilobytesPipe } from '../../ui/kilobytes.pipe';
import { Notices } from '../../ui/notices';
import { AddMaterialForm } from './add-material-form';

/** Files, links and texts of a module; tutors and coordinators add to them and take them off. */
@Component({
  selector: 'lib-materials',
  imports: [
    FileLink,
    AddMaterialForm,
    ErrorPanel,
    FileDrop,
    LongDayPipe,
    MatButtonModule,
    TranslocoPipe,
    KilobytesPipe,
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
  private readonly transloco = inject(TranslocoService);
  protected readonly progress = signal<number | undefined>(undefined);
  protected readonly failed = signal<unknown>(undefined);

  protected addressOf(material: Material): string {
    return fileAddress(openMaterial, { params: { editionId: this.editionId(), materialId: material.id } });
  }

  protected async upload(file: File): Promise<void> {
    this.failed.set(undefined);
    this.progress.set(0);
    try {
      const params = { editionId: this.editionId(), moduleNumber: this.moduleNumber() };
      await this.api.upload(uploadMaterial, { params }, file, (share) => this.progress.set(share));
      this.changed.emit();
    } catch (error) {
      this.failed.set(error);
    } finally {
      this.progress.set(undefined);
    }
  }

  protected async takeOff({ id, title }: Material): Promise<void> {
    const say = (key: string) => this.transloco.translate(`modules.materials.take-off.${key}`, { title });
    const asked = { title: say('question'), consequence: say('consequence'), verb: say('do') };
    if (!(await this.confirm.ask(asked))) return;
    this.failed.set(undefined);
    try {
      await this.api.send(removeMaterial, { params: { editionId: this.editionId(), materialId: id } });
      this.notices.tell('removed', { name: title });
      this.changed.emit();
    } catch (error) {
      this.failed.set(error);
    }
  }
}
