import { type Actor, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { fileCard, FileStore } from '../../../platform/files/file-store';
import type { ApiRequest } from '../../../platform/http/handles';
import { orNotFound, Refused } from '../../../platform/refusals/refused';
import { lockMaterial, type MaterialPlace } from '../material/lock-material';
import { PagePicture } from './page-picture.entity';

@Injectable()
export class PagePictures {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly files: FileStore,
  ) {}

  /** Adds a picture to a page, and answers the id by which the page names it. Refusals: `uploadRefusals`, modules.not-a-picture. */
  async add({ accountId }: Actor, place: MaterialPlace, request: ApiRequest): Promise<{ id: string }> {
    const file = await this.files.receive(request, 'page-picture');
    await this.files.orErase(file, async () => {
      if (!fileCard(file).shown?.startsWith('image/')) throw new Refused(refuse('modules.not-a-picture'));
      await this.transaction.run(async (tx) => {
        const { id: materialId } = await lockMaterial(tx, place, 'page');
        await this.files.keep(tx, file);
        const row = { id: newId(), materialId, fileId: file.id, addedBy: accountId, addedAt: this.clock.now() };
        await tx.insert(PagePicture, row);
      });
    });
    return { id: file.id };
  }

  /** The file of a picture that was added to this page: no other file opens under a page's address. */
  async fileOf({ materialId, pictureId }: { materialId: string; pictureId: string }): Promise<string> {
    const picture = await this.database.read.findOneBy(PagePicture, { materialId, fileId: pictureId });
    return orNotFound(picture).fileId;
  }
}
