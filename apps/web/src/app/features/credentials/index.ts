export { CredentialCard } from './credential-card';
