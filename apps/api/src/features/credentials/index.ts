export { AwardQueries } from './award/award-queries';
export { CredentialsModule } from './credentials.module';
export { SharedCredential } from './sharing/shared-credential';
export { CredentialsPersonalData } from './holder/credentials-personal-data';
