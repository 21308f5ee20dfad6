import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { transactionDigits } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Config } from '../../../platform/config/config';

const nonceMs = 5 * 60_000;
const [timeLength, randomLength] = [8, 16];

/**
 * The codes, tokens and nonces of wallets. The database has hashes under the installation's secret: six digits would soon
 * be guessed from a plain one.
 */
@Injectable()
export class WalletSecrets {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  newToken(): string {
    return randomBytes(32).toString('base64url');
  }

  newTransactionCode(): string {
    return String(randomInt(10 ** transactionDigits)).padStart(transactionDigits, '0');
  }

  hashOf(secret: string): string {
    return this.signature('token', secret).toString('hex');
  }

  /** Bound to its offer: two offers with the same digits have different hashes. */
  hashOfTransactionCode(code: string, offerId: string): string {
    return this.signature(`transaction ${offerId}`, code).toString('hex');
  }

  /** A number for one proof of a key, fresh for minutes. It is signed, so that no process and no row has to remember it. */
  newNonce(): string {
    const head = Buffer.alloc(timeLength);
    head.writeBigUInt64BE(BigInt(this.clock.now().getTime()));
    const body = Buffer.concat([head, randomBytes(randomLength)]);
    return Buffer.concat([body, this.signature('nonce', body)]).toString('base64url');
  }

  isFreshNonce(nonce: string): boolean {
    const bytes = Buffer.from(nonce, 'base64url');
    const body = bytes.subarray(0, timeLength + randomLength);
    const expected = this.signature('nonce', body);
    const given = bytes.subarray(timeLength + randomLength);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false;
    const age = this.clock.now().getTime() - Number(body.readBigUInt64BE());
    return age >= 0 && age < nonceMs;
  }

  private signature(purpose: string, text: string | Buffer): Buffer {
    return createHmac('sha256', `wallet ${purpose} ${this.config.secret}`).update(text).digest();
  }
}
