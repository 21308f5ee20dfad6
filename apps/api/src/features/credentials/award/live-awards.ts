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

/** What is told when an award is queued, issued, or another in some way. */
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
