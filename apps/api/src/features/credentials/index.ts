export { AwardBook } from './award-book';
export { CredentialsModule } from './credentials.module';
export { SharedCredential } from './shared-credential';
export { CredentialsPersonalData } from './credentials-personal-data';
