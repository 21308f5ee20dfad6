import { anyone, signedIn } from '@libretto/domain';

export const mayRegister = anyone;
export const mayUseOwnAccount = signedIn;
