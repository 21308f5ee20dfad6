import { readSigningKeys, replaceSigningKey, withdrawSigningKey } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import { Handles, type RequestOf } from '../../../platform/http/handles';
import { mayKeepAwards } from '../credentials.policy';
import { SigningKeys } from './signing-keys';

@Controller()
export class SigningKeysController {
  constructor(private readonly keys: SigningKeys) {}

  @Handles(readSigningKeys, mayKeepAwards)
  list() {
    return this.keys.list();
  }

  @Handles(replaceSigningKey, mayKeepAwards)
  replace({ actor, params }: RequestOf<typeof replaceSigningKey>) {
    return this.keys.replace(actor, params.keyId);
  }

  @Handles(withdrawSigningKey, mayKeepAwards)
  withdraw({ actor, params, body }: RequestOf<typeof withdrawSigningKey>) {
    return this.keys.withdraw(actor, params.keyId, body.reason);
  }
}
