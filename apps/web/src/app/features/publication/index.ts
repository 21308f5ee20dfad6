export { PublicationConsent } from './publication-consent';
