import { offerToWallet, readWallets } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import { Handles, type RequestOf } from '../../../platform/http/handles';
import { mayHoldCredential } from '../credentials.policy';
import { OwnWallets } from './own-wallets';

/** The routes by which a holder offers a credential to a wallet. */
@Controller()
export class WalletsController {
  constructor(private readonly own: OwnWallets) {}

  @Handles(readWallets, mayHoldCredential)
  read({ actor, params }: RequestOf<typeof readWallets>) {
    return this.own.read(actor, params.editionId);
  }

  @Handles(offerToWallet, mayHoldCredential)
  offer({ actor, params }: RequestOf<typeof offerToWallet>) {
    return this.own.offer(actor, params.editionId);
  }
}
