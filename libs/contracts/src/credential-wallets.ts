import { copyStates, walletFormats } from '@libretto/domain';
import * as z from 'zod/mini';
import { type ReplyOf, route } from './route';
import { id, instant } from './shapes';

export const readWallets = route({
  summary:
    'The copies of the signed-in participant’s credential in wallets, the newest first, and whether one is offered',
  method: 'GET',
  path: '/editions/:editionId/credential/wallets',
  params: z.object({ editionId: id }),
  reply: z.object({
    copies: z.array(
      z.object({
        id,
        format: z.enum(walletFormats),
        /** How many keys of the wallet have a copy each. */
        keys: z.int(),
        state: z.enum(copyStates),
        madeAt: instant,
      }),
    ),
    /** Until when a wallet may take the offer that was made last; `null` where none is open. */
    openUntil: z.nullable(instant),
    can: z.object({ offer: z.boolean() }),
  }),
});
export type WalletCopies = ReplyOf<typeof readWallets>;

export const offerToWallet = route({
  summary:
    'Offer the credential to a wallet, once and for some minutes (OpenID4VCI, pre-authorised); an earlier offer ends',
  method: 'POST',
  path: '/editions/:editionId/credential/wallets/offer',
  params: z.object({ editionId: id }),
  reply: z.object({
    /** `openid-credential-offer://…`: the link that a wallet opens, and what its camera reads. */
    link: z.string(),
    /** What the holder types in the wallet. It is shown once and apart from the link. */
    transactionCode: z.string(),
    endsAt: instant,
  }),
  refusals: ['credentials.not-for-wallets'],
  evenWhenClosed: true,
});
export type WalletOffer = ReplyOf<typeof offerToWallet>;
