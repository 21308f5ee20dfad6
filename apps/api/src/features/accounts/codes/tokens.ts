import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits that fit into a cookie and a link. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** The stored form of a token. The token is random, so a plain hash is enough. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');
