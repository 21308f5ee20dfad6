import { type Loader, NotFound } from '@libretto/credentials';
import type { TestApp } from './test-app';

/** Fetches from the application as a verifier somewhere else would. */
export const fromElsewhere =
  (app: TestApp): Loader =>
  async (url) => {
    const { pathname, search, origin } = new URL(url);
    if (origin !== app.config.publicUrl) throw new Error(`Nobody asked for ${url}`);
    const reply = await app.nest.inject({
      url: pathname + search,
      headers: { accept: 'application/vc, application/json;q=0.9' },
    });
    expect(reply.headers['access-control-allow-origin']).toBe('*');
    if (reply.statusCode === 404) throw new NotFound(url);
    return new Uint8Array(reply.rawPayload);
  };
