import type { Reaction, Tx } from '../../../platform/database/transaction';
import { ReactsTo } from '../../../platform/jobs/handler';
import { Live } from '../../../platform/live/live';
import { RequirementsMet } from '../../completion';
import {
  CredentialReinstated,
  CredentialRevoked,
  CredentialSigned,
  CredentialSuspended,
  DocumentsPrinted,
} from '../credentials.events';

/** The topic on which browsers hear that an award was queued, was issued, failed, or changed its standing. */
export const awardsTopic = 'awards';

/** Tells those who look at the register that it has changed. */
@ReactsTo(
  RequirementsMet,
  CredentialSigned,
  DocumentsPrinted,
  CredentialSuspended,
  CredentialReinstated,
  CredentialRevoked,
)
export class LiveAwards implements Reaction<object> {
  constructor(private readonly live: Live) {}

  async react(_: object, tx: Tx): Promise<void> {
    this.live.tellAfter(tx, awardsTopic);
  }
}
