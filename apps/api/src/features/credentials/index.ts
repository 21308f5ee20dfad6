export { AwardBook } from './award-book';
export { CredentialsModule } from './credentials.module';
export { SharedCredential } from './shared-credential';
export { HeldInCredentials } from './held-in-credentials';
