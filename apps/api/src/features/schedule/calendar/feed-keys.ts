import { createHmac, timingSafeEqual } from 'node:crypto';
import { addressOf, readFeed } from '@libretto/contracts';
import { Injectable } from '@nestjs/common';
import { Config } from '../../../platform/config/config';

/**
 * The secret links of calendar feeds: a serial, and its signature by the installation's secret. So a link can be shown
 * again, and whoever reads the database has none.
 */
@Injectable()
export class FeedKeys {
  constructor(private readonly config: Config) {}

  /** The address of the feed with this serial. The key is in the query, which no log keeps. */
  addressOf(serial: string): string {
    return this.config.publicUrl + addressOf(readFeed, { query: { key: this.keyOf(serial) } });
  }

  /** The serial of a key that this installation made. */
  serialOf(key: string): string | null {
    const serial = key.split('.')[0] as string;
    const [given, made] = [Buffer.from(key), Buffer.from(this.keyOf(serial))];
    return given.length === made.length && timingSafeEqual(given, made) ? serial : null;
  }

  private keyOf(serial: string): string {
    return `${serial}.${createHmac('sha256', this.config.secret).update(`calendar feed ${serial}`).digest('base64url')}`;
  }
}
