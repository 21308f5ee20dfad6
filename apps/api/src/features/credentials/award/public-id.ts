import { randomBytes } from 'node:crypto';

// Crockford's letters: none of them is mistaken for another when somebody types an address from paper.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 26 letters with 130 random bits: nobody guesses the address of a credential. */
export const newPublicId = (): string => [...randomBytes(26)].map((byte) => letters[byte % 32]).join('');
