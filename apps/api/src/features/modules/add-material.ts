import type { addMaterial, InputOf } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/new-id';
import { Transaction, type Tx } from '../../platform/database/transaction';
import { FileStore } from '../../platform/files/file-store';
import type { ApiRequest } from '../../platform/http/handles';
import { orNotFound } from '../../platform/refusals/refused';
import { type EditionCard, EditionDirectory } from '../editions';
import { Material } from './material.entity';

type Place = InputOf<typeof addMaterial>['params'];

@Injectable()
export class AddMaterial {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly editions: EditionDirectory,
  ) {}

  /** Adds a link or a text. */
  async run(actor: Actor, { params, body }: InputOf<typeof addMaterial>): Promise<{ id: string }> {
    const content = body.kind === 'link' ? { url: body.url, text: null } : { url: null, text: body.text };
    const row = this.row(actor, params, { kind: body.kind, title: body.title, fileId: null, ...content });
    await this.transaction.run((tx) => this.add(tx, row));
    return { id: row.id };
  }

  /** Adds the file of an upload under its own name. Refusals: `uploadRefusals`. */
  async upload(actor: Actor, place: Place, request: ApiRequest): Promise<{ id: string }> {
    // Before the bytes arrive.
    foundModule(orNotFound(await this.editions.byId(place.editionId)), place);
    const file = await this.files.receive(request, 'material');
    const row = this.row(actor, place, { kind: 'file', title: file.name, fileId: file.id, url: null, text: null });
    await this.files.orErase(file, () =>
      this.transaction.run(async (tx) => {
        await this.files.keep(tx, file);
        await this.add(tx, row);
      }),
    );
    return { id: row.id };
  }

  private async add(tx: Tx, row: Material): Promise<void> {
    foundModule(orNotFound(await this.editions.byId(row.editionId)), row);
    await tx.insert(Material, row);
  }

  private row(
    { accountId }: Actor,
    { editionId, moduleNumber }: Place,
    content: Pick<Material, 'kind' | 'title' | 'fileId' | 'url' | 'text'>,
  ): Material {
    return {
      id: newId(),
      editionId,
      moduleNumber,
      ...content,
      addedBy: accountId,
      addedAt: this.clock.now(),
      removedAt: null,
    };
  }
}

const foundModule = ({ definition }: EditionCard, { moduleNumber }: { moduleNumber: number }) =>
  orNotFound(definition.modules.find(({ number }) => number === moduleNumber));
