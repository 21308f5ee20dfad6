/** What a status list is about: what cannot be taken back, or what lasts until it is lifted. */
export const statusPurposes = ['revocation', 'suspension'] as const;
export type StatusPurpose = (typeof statusPurposes)[number];
