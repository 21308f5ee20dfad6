import { openPicture, publishPage, readPage, readPageVersion, savePage, uploadPicture } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { FileStore } from '../../../platform/files/file-store';
import { Handles, type RequestOf } from '../../../platform/http/handles';
import { OpenMaterial } from '../material/open-material';
import { mayChangeMaterials, mayReadModules } from '../modules.policy';
import { PageForAuthors } from './page-for-authors';
import { PagePictures } from './page-pictures';
import { PublishedPages } from './published-pages';
import { PublishPage } from './publish-page';
import { SavePage } from './save-page';

@Controller()
export class PagesController {
  constructor(
    private readonly authors: PageForAuthors,
    private readonly published: PublishedPages,
    private readonly opening: OpenMaterial,
    private readonly files: FileStore,
    private readonly saving: SavePage,
    private readonly publishing: PublishPage,
    private readonly pictures: PagePictures,
  ) {}

  @Handles(readPage, mayChangeMaterials)
  read({ actor, params }: RequestOf<typeof readPage>) {
    return this.authors.read(actor, params);
  }

  @Handles(savePage, mayChangeMaterials)
  save(request: RequestOf<typeof savePage>) {
    return this.saving.run(request.actor, request);
  }

  @Handles(publishPage, mayChangeMaterials)
  publish({ actor, params }: RequestOf<typeof publishPage>) {
    return this.publishing.run(actor, params);
  }

  @Handles(readPageVersion, mayChangeMaterials)
  async readVersion({ params }: RequestOf<typeof readPageVersion>) {
    const { number, publishedAt, texts } = await this.published.read(params.materialId, params.number);
    return { number, publishedAt: publishedAt.toISOString(), texts };
  }

  @Handles(uploadPicture, mayChangeMaterials)
  upload({ actor, params, raw }: RequestOf<typeof uploadPicture>) {
    return this.pictures.add(actor, params, raw);
  }

  @Handles(openPicture, mayReadModules)
  async open({ actor, params, query }: RequestOf<typeof openPicture>, reply: FastifyReply) {
    await this.opening.for(actor, params);
    const file = await this.files.byId(await this.pictures.fileOf(params));
    await this.files.send(reply, file, { inPlace: query.inPlace === 'true' });
  }
}
