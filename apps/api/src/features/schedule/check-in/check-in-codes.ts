import { createHmac, timingSafeEqual } from 'node:crypto';
import { knownRotations, shortCodeOf, typedShortCode } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Config } from '../../../platform/config/config';

/** The characters of a session's id and of a signature in a token. */
const [idLength, signatureLength] = [22, 16];

/**
 * The codes on the wall: a session and a rotation, signed by the installation's secret, so that every process knows them and
 * the database none. The token names its session; the short code is compared with those of a person's sessions.
 */
@Injectable()
export class CheckInCodes {
  constructor(private readonly config: Config) {}

  /** What the QR code leads to. The token is in the query of the address, which no log keeps. */
  addressOf(sessionId: string, rotation: number): string {
    return `${this.config.publicUrl}/check-in?code=${this.tokenOf(sessionId, rotation)}`;
  }

  shortCodeOf(sessionId: string, rotation: number): string {
    return shortCodeOf(this.signature('short code', sessionId, rotation));
  }

  /** The session that a token names, whether it is signed or not. */
  sessionNamedIn(code: string): string | null {
    if (code.length !== idLength + signatureLength) return null;
    const id = Buffer.from(code.slice(0, idLength), 'base64url').toString('hex');
    return id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  /** The rotation of which this is the code at this session, if it can still count. */
  rotationOf(sessionId: string, code: string, now: Date): number | undefined {
    const short = typedShortCode(code);
    const made = short ? this.shortCodeOf.bind(this) : this.tokenOf.bind(this);
    return knownRotations(now).find((rotation) => isSame(made(sessionId, rotation), short ?? code));
  }

  private tokenOf(sessionId: string, rotation: number): string {
    const id = Buffer.from(sessionId.replaceAll('-', ''), 'hex').toString('base64url');
    return id + this.signature('token', sessionId, rotation).toString('base64url').slice(0, signatureLength);
  }

  private signature(form: string, sessionId: string, rotation: number): Buffer {
    return createHmac('sha256', this.config.secret).update(`check-in ${form} ${sessionId} ${rotation}`).digest();
  }
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
