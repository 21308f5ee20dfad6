import { makeShareLink, readLinkedCredential, readShareLinks, withdrawShareLink } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import { Handles, type PublicRequestOf, type RequestOf } from '../../../platform/http/handles';
import { mayHoldCredential, mayReadShared } from '../credentials.policy';
import { LinkedCredential } from './linked-credential';
import { OwnLinks } from './own-links';

/** The routes of the links that a holder gives away. */
@Controller()
export class LinksController {
  constructor(
    private readonly own: OwnLinks,
    private readonly linked: LinkedCredential,
  ) {}

  @Handles(readShareLinks, mayHoldCredential)
  read({ actor, params }: RequestOf<typeof readShareLinks>) {
    return this.own.read(actor, params.editionId);
  }

  @Handles(makeShareLink, mayHoldCredential)
  make({ actor, params, body }: RequestOf<typeof makeShareLink>) {
    return this.own.make(actor, params.editionId, body);
  }

  @Handles(withdrawShareLink, mayHoldCredential)
  withdraw({ actor, params }: RequestOf<typeof withdrawShareLink>) {
    return this.own.withdraw(actor, params.editionId, params.linkId);
  }

  @Handles(readLinkedCredential, mayReadShared)
  look({ actor, params }: PublicRequestOf<typeof readLinkedCredential>) {
    return this.linked.look(params.sharedId, actor);
  }
}
