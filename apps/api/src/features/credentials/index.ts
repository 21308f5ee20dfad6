export { AwardQueries } from './award/award-queries';
export { CredentialsModule } from './credentials.module';
export { previewOfDocuments } from './documents/document-preview';
export { ReceiptSigner } from './signing/receipt-signer';
export { SharedCredential } from './sharing/shared-credential';
export { CredentialsPersonalData } from './holder/credentials-personal-data';
