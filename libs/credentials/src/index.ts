export { annexElements, isAwardRecord, missingElements } from './award-record';
export type { AnnexElement, AwardingBody, AwardRecord, Partner, Texts } from './award-record';
export { buildCredential, IncompleteAward } from './build-credential';
export type { Issue, Issuer } from './build-credential';
export { fullName } from './contents';
export { loadPinnedContext, pinnedContexts } from './contexts';
export { didDocument, didDocumentUrl, didWebOf } from './issuer';
export type { Json, JsonObject } from './json';
export { fetchLoader, NotFound, offline, PrivateAddress, type Loader } from './loader';
export { BulkSigner, signCredential, type Signer } from './proof';
export type { Input } from './read-input';
export type { Receipt } from './receipt';
export { signReceipt } from './sign-receipt';
export { buildStatusList, decodeStatusList, isSet, statusListEntries } from './status-list';
export { isTrustedIssuers, type TrustedIssuer } from './trust';
export {
  checkNames,
  type Check,
  type CheckName,
  type Contents,
  type Source,
  type Verdict,
  type Verification,
} from './verification';
export { verify, type VerifyOptions } from './verify';
