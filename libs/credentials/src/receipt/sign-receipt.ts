import type { JsonObject } from '../platform/json';
import { signCompact } from '../signing/compact';
import type { Signer } from '../signing/proof';
import { type Receipt, type ReceiptIssuer, receiptType } from './receipt';

/** Signs a receipt: the same facts always give the same text. */
export const signReceipt = (receipt: Receipt, issuer: ReceiptIssuer, signer: Signer): Promise<string> =>
  signCompact({ issuer, receipt } as unknown as JsonObject, receiptType, signer);
