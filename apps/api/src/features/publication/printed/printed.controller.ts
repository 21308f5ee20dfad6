import { readDataCite, readPublicBook, readPublications, readPublicPublication } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Config } from '../../../platform/config/config';
import { FileStore } from '../../../platform/files/file-store';
import { Handles, type PublicRequestOf } from '../../../platform/http/handles';
import { mayReadPrinted } from '../publication.policy';
import { dataCiteOf } from './datacite';
import { PublicPublications } from './public-publications';

/** Routes for everybody: what is in print. */
@Controller()
export class PrintedController {
  constructor(
    private readonly config: Config,
    private readonly files: FileStore,
    private readonly publications: PublicPublications,
  ) {}

  @Handles(readPublications, mayReadPrinted)
  all() {
    return this.publications.all();
  }

  @Handles(readPublicPublication, mayReadPrinted)
  page({ params }: PublicRequestOf<typeof readPublicPublication>) {
    return this.publications.page(params.publicationId);
  }

  @Handles(readPublicBook, mayReadPrinted)
  async book({ params }: PublicRequestOf<typeof readPublicBook>, reply: FastifyReply) {
    const id = await this.publications.bookOf(params.publicationId, params.form);
    await this.files.send(reply, await this.files.byId(id), { inPlace: true });
  }

  @Handles(readDataCite, mayReadPrinted)
  async dataCite({ params }: PublicRequestOf<typeof readDataCite>, reply: FastifyReply) {
    const publication = await this.publications.page(params.publicationId);
    const address = `${this.config.publicUrl}/publications/${publication.id}`;
    await reply
      .headers({
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': 'attachment; filename="datacite.json"',
      })
      .send(JSON.stringify(dataCiteOf(publication, address), null, 2));
  }
}
