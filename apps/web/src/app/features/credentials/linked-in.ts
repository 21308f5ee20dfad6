import type { PublicCredential } from '@libretto/contracts';
import { inLanguage } from '../../platform/language';

/**
 * The page on which LinkedIn asks the holder whether to add a credential to their profile. LinkedIn learns what this
 * address says once the holder opens it, and nothing before.
 */
export function linkedInAddress(
  { title, awardingBodies, awardedAt, publicId }: PublicCredential,
  address: string,
  language: string,
) {
  const awarded = new Date(awardedAt);
  const asked = new URLSearchParams({
    startTask: 'CERTIFICATION_NAME',
    name: inLanguage(title, language),
    organizationName: awardingBodies.map(({ name }) => name).join(', '),
    issueYear: String(awarded.getUTCFullYear()),
    issueMonth: String(awarded.getUTCMonth() + 1),
    certUrl: address,
    certId: publicId,
  });
  return `https://www.linkedin.com/profile/add?${asked}`;
}
