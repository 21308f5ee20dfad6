import {
  readBadge,
  readLogProof,
  readPublicCredential,
  readPublicLog,
  readRendering,
  readSignedCredential,
  readStatusList,
  readStatusListToken,
  readSuspensionList,
  readTrustedIssuers,
  type RenderingName,
} from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { FileStore } from '../../../platform/files/file-store';
import { Handles, type PublicRequestOf } from '../../../platform/http/handles';
import { mayReadShared } from '../credentials.policy';
import { PublicLog } from '../log/public-log';
import { openToAll } from './open-to-all';
import { SharedCredential } from './shared-credential';
import { StatusLists } from '../signing/status-lists';
import { TokenStatusLists } from '../signing/token-status-lists';
import { TrustedIssuers } from '../signing/trusted-issuers';

/** Routes open to anybody with the address. */
@Controller()
export class SharedCredentialsController {
  constructor(
    private readonly shared: SharedCredential,
    private readonly lists: StatusLists,
    private readonly tokenLists: TokenStatusLists,
    private readonly trusted: TrustedIssuers,
    private readonly log: PublicLog,
    private readonly files: FileStore,
  ) {}

  @Handles(readPublicCredential, mayReadShared)
  view({ actor, params }: PublicRequestOf<typeof readPublicCredential>) {
    return this.shared.view(params.publicId, actor);
  }

  @Handles(readSignedCredential, mayReadShared)
  async signed({ params }: PublicRequestOf<typeof readSignedCredential>, reply: FastifyReply) {
    await openToAll(reply, 'application/vc').send(await this.shared.signed(params.publicId));
  }

  @Handles(readBadge, mayReadShared)
  async badge({ params }: PublicRequestOf<typeof readBadge>, reply: FastifyReply) {
    const { publicId, format } = params;
    return this.send(reply, publicId, `badge-${format}`);
  }

  @Handles(readRendering, mayReadShared)
  async rendering({ params }: PublicRequestOf<typeof readRendering>, reply: FastifyReply) {
    return this.send(reply, params.publicId, params.format);
  }

  @Handles(readLogProof, mayReadShared)
  async logProof({ params }: PublicRequestOf<typeof readLogProof>, reply: FastifyReply) {
    await reply
      .type('text/plain; charset=utf-8')
      .header('content-disposition', `attachment; filename="${params.publicId}.tlog-proof"`)
      .send(await this.shared.logProof(params.publicId));
  }

  @Handles(readPublicLog, mayReadShared)
  publicLog() {
    return this.log.view();
  }

  @Handles(readTrustedIssuers, mayReadShared)
  trustedIssuers() {
    return this.trusted.list();
  }

  @Handles(readStatusListToken, mayReadShared)
  async statusListToken({ params }: PublicRequestOf<typeof readStatusListToken>, reply: FastifyReply) {
    const token = await this.tokenLists.list(Number(params.number));
    // As bytes: a text would be written as JSON.
    await openToAll(reply, 'application/statuslist+jwt').send(Buffer.from(token));
  }

  @Handles(readStatusList, mayReadShared)
  async statusList({ params }: PublicRequestOf<typeof readStatusList>, reply: FastifyReply) {
    await openToAll(reply, 'application/vc').send(await this.lists.list(Number(params.number), 'revocation'));
  }

  @Handles(readSuspensionList, mayReadShared)
  async suspensionList({ params }: PublicRequestOf<typeof readSuspensionList>, reply: FastifyReply) {
    await openToAll(reply, 'application/vc').send(await this.lists.list(Number(params.number), 'suspension'));
  }

  /** A browser shows it within a page, and never opens a drawing as a page of ours. */
  private async send(reply: FastifyReply, publicId: string, name: RenderingName): Promise<void> {
    const file = await this.shared.rendering(publicId, name);
    await this.files.sendCopy(openToAll(reply, file.type), file);
  }
}
