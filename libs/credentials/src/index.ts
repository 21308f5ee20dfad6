export { annexElements, isAwardRecord, missingElements } from './award/award-record';
export type { AnnexElement, AwardingBody, AwardRecord, Partner, Texts } from './award/award-record';
export { buildCredential, IncompleteAward } from './award/build-credential';
export type { Issue, Issuer } from './award/build-credential';
export { openClaims, partClaims } from './award/claim-names';
export { learningCredential } from './award/learning-claims';
export { signLearningCredential, type WalletIssue } from './disclosing/sign-disclosing';
export { fullName } from './verification/contents';
export { loadPinnedContext, pinnedContexts } from './linked-data/contexts';
export { didDocument, didDocumentUrl, didWebOf } from './keys/issuer';
export { issuerMetadata } from './keys/issuer-metadata';
export { fromJwk, type Jwk } from './keys/public-key';
export type { Json, JsonObject } from './platform/json';
export { fromBase64, toBase64 } from './log/base64';
export { type Checkpoint, signCheckpoint, verifierKeyOf } from './log/checkpoint';
export { digestOf, entryOf, type LogFact } from './log/log-entry';
export { writeLogProof } from './log/log-proof';
export { watchLog, type Watched } from './log/monitor';
export { bundleOf, subtreesIn, type Tile, tileAt, tileWidth } from './log/tiles';
export {
  grown,
  type Hash,
  inclusionRanges,
  lastEntryOf,
  type Range,
  rangeHash,
  rootOfPeaks,
  type Subtree,
  subtreesOf,
} from './log/tree';
export { fetchLoader, NotFound, offline, PrivateAddress, type Loader } from './platform/loader';
export { BulkSigner, signCredential, type Signer } from './signing/proof';
export type { Input } from './reading/read-input';
export type { Receipt } from './receipt/receipt';
export { signReceipt } from './receipt/sign-receipt';
export type { StatusPurpose } from './award/status-purpose';
export { buildStatusList, decodeStatusList, isSet, statusListEntries } from './status/status-list';
export { signTokenStatusList, tokenStatuses } from './status/token-status-list';
export {
  checkNames,
  type Check,
  type CheckName,
  type Contents,
  type Source,
  type Verdict,
  type Verification,
} from './findings/verification';
export { verify, type VerifyOptions } from './verification/verify';
