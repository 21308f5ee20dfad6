export { CredentialsModule } from './credentials.module';
export { HeldInCredentials } from './held-in-credentials';
