import type { Process } from '../process';
import { type Refusal, refuse } from '../refusal';
import type { CredentialState } from './credential';

/** How long a credential is offered to a wallet, and how long the wallet then has to fetch it. */
export const offerMinutes = 10;
export const fetchMinutes = 10;
/** The digits of the code that a holder types in the wallet, and the times that a wrong one may be typed. */
export const transactionDigits = 6;
export const mostTries = 5;
/** The keys of one wallet for which one answer has a copy each, and the answers to one offer: a line may break. */
export const mostKeys = 5;
export const mostAnswers = 3;

/** The formats in which wallets get a credential. */
export const walletFormats = ['sd-jwt'] as const;
export type WalletFormat = (typeof walletFormats)[number];

/** What a wallet said of its copies; `given` until it says anything. */
export const copyStates = ['given', 'stored', 'failed', 'deleted'] as const;
export type CopyState = (typeof copyStates)[number];

export const copyProcess: Process<CopyState> = {
  given: { to: ['stored', 'failed', 'deleted'] },
  stored: { to: ['deleted'] },
  failed: { to: [] },
  deleted: { to: [] },
};

/** What a copy is after its wallet has said this of it: what cannot follow changes nothing, as saying it twice does. */
export const copyAfter = (state: CopyState, said: CopyState): CopyState =>
  copyProcess[state].to.includes(said) ? said : state;

export interface WalletOfferStands {
  readonly endsAt: Date;
  readonly tries: number;
  readonly redeemedAt: Date | null;
}

/** Offers a credential to a wallet; `null` where there is none yet. */
export const offerToWallet = (credential: CredentialState | null): true | Refusal =>
  credential === 'valid' || refuse('credentials.not-for-wallets');

export const endOfOffer = (madeAt: Date): Date => new Date(madeAt.getTime() + offerMinutes * 60_000);
export const endOfFetching = (redeemedAt: Date): Date => new Date(redeemedAt.getTime() + fetchMinutes * 60_000);

export const isOpenOffer = ({ endsAt, tries, redeemedAt }: WalletOfferStands, now: Date): boolean =>
  redeemedAt === null && tries < mostTries && endsAt > now;

/** What becomes of an offer for which a wallet brings its code: a wrong transaction code costs one of its tries. */
export function redeemOffer(
  offer: WalletOfferStands,
  hasRightCode: boolean,
  now: Date,
): 'redeemed' | 'wrong-code' | 'gone' {
  if (!isOpenOffer(offer, now)) return 'gone';
  return hasRightCode ? 'redeemed' : 'wrong-code';
}

/** Whether the token of an offer still opens anything. */
export const tokenHolds = ({ redeemedAt }: Pick<WalletOfferStands, 'redeemedAt'>, now: Date): boolean =>
  redeemedAt !== null && endOfFetching(redeemedAt) > now;

/** Whether a wallet gets copies, after so many answers to its offer. */
export const mayGiveCopies = (credential: CredentialState | undefined, answers: number): boolean =>
  credential === 'valid' && answers < mostAnswers;
