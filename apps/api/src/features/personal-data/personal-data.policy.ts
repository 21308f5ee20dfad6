import { signedIn } from '@libretto/domain';

/** Everybody has to do with what is held about themselves only: command and questions ask whose copy it is. */
export const mayReadOwnData = signedIn;
