/** The purpose of a code in a mail. A code of one purpose does nothing for another. */
export const codePurposes = ['register', 'invitation', 'reset-password', 'leave-address', 'take-address'] as const;
export type CodePurpose = (typeof codePurposes)[number];

/** Purposes that open an account for the address of the mail. */
export const openingPurposes = ['register', 'invitation'] as const satisfies readonly CodePurpose[];

/** Purposes that move an account from one address to another: both are needed. */
export const movingPurposes = ['leave-address', 'take-address'] as const satisfies readonly CodePurpose[];

/** The lifetime of a code. */
export const hoursOfCode: Readonly<Record<CodePurpose, number>> = {
  register: 72,
  invitation: 14 * 24,
  'reset-password': 2,
  'leave-address': 24,
  'take-address': 24,
};

export const codeEnd = (purpose: CodePurpose, askedAt: Date): Date =>
  new Date(askedAt.getTime() + hoursOfCode[purpose] * 3_600_000);

/** The most mails an hour: to one address from everybody together, and from one network to all addresses. */
export const mailsPerHour = { address: 3, network: 60 } as const;
