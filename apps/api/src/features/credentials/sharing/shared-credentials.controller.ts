import {
  type InputOf,
  readPublicCredential,
  readSignedCredential,
  readStatusList,
  readTrustedIssuers,
} from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { By, Handles, Input } from '../../../platform/http/handles';
import { mayReadShared } from '../credentials.policy';
import { openToAll } from './open-to-all';
import { SharedCredential } from './shared-credential';
import { StatusLists } from '../signing/status-lists';
import { TrustedIssuers } from '../signing/trusted-issuers';

/** Routes open to anybody with the address. */
@Controller()
export class SharedCredentialsController {
  constructor(
    private readonly shared: SharedCredential,
    private readonly lists: StatusLists,
    private readonly trusted: TrustedIssuers,
  ) {}

  @Handles(readPublicCredential, mayReadShared)
  view(@By() actor: Actor | null, @Input() { params }: InputOf<typeof readPublicCredential>) {
    return this.shared.view(params.publicId, actor);
  }

  @Handles(readSignedCredential, mayReadShared)
  async signed(@Input() { params }: InputOf<typeof readSignedCredential>, @Res() reply: FastifyReply) {
    await openToAll(reply, 'application/vc').send(await this.shared.signed(params.publicId));
  }

  @Handles(readTrustedIssuers, mayReadShared)
  trustedIssuers() {
    return this.trusted.list();
  }

  @Handles(readStatusList, mayReadShared)
  async statusList(@Input() { params }: InputOf<typeof readStatusList>, @Res() reply: FastifyReply) {
    await openToAll(reply, 'application/vc').send(await this.lists.list(Number(params.number)));
  }
}
