import type { addMaterial, InputOf } from '@libretto/contracts';
import { type Actor, emptySelfTest } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { newId } from '../../../platform/database/new-id';
import { cellsOf } from '../../../platform/database/read-together';
import { Transaction, type Tx } from '../../../platform/database/transaction';
import { FileStore } from '../../../platform/files/file-store';
import type { ApiRequest } from '../../../platform/http/handles';
import { orNotFound } from '../../../platform/refusals/refused';
import { type EditionCard, EditionDirectory } from '../../editions';
import { PageDraft } from '../pages/page-draft.entity';
import { Material } from '../material/material.entity';
import { SelfTestDraft } from '../self-tests/self-test.entity';

type Place = InputOf<typeof addMaterial>['params'];

@Injectable()
export class AddMaterial {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly editions: EditionDirectory,
  ) {}

  /** Adds a link, a video, a page without words or a self-test without questions, behind what is there. */
  async run(actor: Actor, { params, body }: InputOf<typeof addMaterial>): Promise<{ id: string }> {
    const url = 'url' in body ? body.url : null;
    const row = this.row(actor, params, { kind: body.kind, title: body.title, fileId: null, url });
    await this.transaction.run((tx) => this.add(tx, row));
    return { id: row.id };
  }

  /** Adds the file of an upload under its own name. Refusals: `uploadRefusals`. */
  async upload(actor: Actor, place: Place, request: ApiRequest): Promise<{ id: string }> {
    // Before the bytes arrive.
    foundModule(orNotFound(await this.editions.byId(place.editionId)), place);
    const file = await this.files.receive(request, 'material');
    const row = this.row(actor, place, { kind: 'file', title: file.name, fileId: file.id, url: null });
    await this.files.orErase(file, () =>
      this.transaction.run(async (tx) => {
        await this.files.keep(tx, file);
        await this.add(tx, row);
      }),
    );
    return { id: row.id };
  }

  private async add(tx: Tx, row: Material): Promise<void> {
    const edition = orNotFound(await this.editions.byId(row.editionId));
    foundModule(edition, row);
    await tx.insert(Material, { ...row, position: await this.nextPosition(row) });
    const { id: materialId, title, addedBy: changedBy, addedAt: changedAt } = row;
    const language = firstLanguageOf(edition);
    const draft = { id: newId(), materialId, changedBy, changedAt };
    if (row.kind === 'page') await tx.insert(PageDraft, { ...draft, language, title, blocks: [] });
    if (row.kind === 'self-test')
      await tx.insert(SelfTestDraft, { ...draft, content: emptySelfTest({ [language]: title }) });
  }

  private async nextPosition({ editionId, moduleNumber }: Material): Promise<number> {
    const [last] = await this.database.rows(
      cellsOf(
        { position: 'MAX(position)' },
        'FROM material WHERE editionId = :editionId AND moduleNumber = :moduleNumber',
        { editionId, moduleNumber },
      ),
    );
    return Number(last?.position ?? 0) + 1;
  }

  private row(
    { accountId }: Actor,
    { editionId, moduleNumber }: Place,
    content: Pick<Material, 'kind' | 'title' | 'fileId' | 'url'>,
  ): Material {
    return {
      id: newId(),
      editionId,
      moduleNumber,
      ...content,
      position: 0,
      minutes: 0,
      isRequired: false,
      opensOn: null,
      opensAfterId: null,
      version: null,
      addedBy: accountId,
      addedAt: this.clock.now(),
      removedAt: null,
    };
  }
}

const foundModule = ({ definition }: EditionCard, { moduleNumber }: { moduleNumber: number }) =>
  orNotFound(definition.modules.find(({ number }) => number === moduleNumber));

const firstLanguageOf = ({ definition }: EditionCard) => definition.languages[0] ?? 'en';
