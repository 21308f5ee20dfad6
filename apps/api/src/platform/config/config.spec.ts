import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Config, ConfigError } from './config';

const faultsOf = (env: Record<string, string>) => {
  try {
    Config.read(env);
    return [];
  } catch (error) {
    return (error as ConfigError).faults;
  }
};

describe('the configuration', () => {
  it('needs nothing for a demo, which stays on this machine and keeps the secret it made', () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'libretto-config-'));
    const config = Config.read({ DATA_FOLDER: dataFolder });
    expect(config).toMatchObject({ demo: true, host: '127.0.0.1', publicUrl: 'http://localhost:4300' });
    expect(config.secret).toBe(readFileSync(join(dataFolder, 'secret'), 'utf8'));
    expect(Config.read({ DATA_FOLDER: dataFolder }).secret).toBe(config.secret);
  });

  it('takes the proxies of a whole chain', () => {
    const config = Config.read({
      DATA_FOLDER: mkdtempSync(join(tmpdir(), 'libretto-config-')),
      TRUSTED_PROXY: '10.77.0.0/24, 192.0.2.5 2001:db8::/32',
    });
    expect(config.trustedProxies).toEqual(['10.77.0.0/24', '192.0.2.5', '2001:db8::/32']);
  });

  it.each([
    ['https://courses.example.org', true],
    ['http://localhost:4300', false],
  ])('at %s asks for TLS: %s', (PUBLIC_URL, isSecure) => {
    expect(Config.read({ PUBLIC_URL, SECRET: 's'.repeat(32) }).isSecure).toBe(isSecure);
  });

  it('makes no new secret beside data that were encrypted with another', () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'libretto-config-'));
    writeFileSync(join(dataFolder, 'libretto.sqlite'), '');
    expect(faultsOf({ DATA_FOLDER: dataFolder })).toEqual([expect.stringContaining('secret is gone')]);
    expect(existsSync(join(dataFolder, 'secret'))).toBe(false);
  });

  it('names every missing piece of a production at once, each with what it is', () => {
    expect(faultsOf({ MODE: 'production' })).toEqual([
      expect.stringContaining('OPERATOR: is missing'),
      expect.stringContaining('CONTACT: is missing'),
      expect.stringContaining('SMTP_URL: is missing'),
      expect.stringContaining('SECRET: is missing'),
      expect.stringContaining('PUBLIC_URL: is missing'),
    ]);
  });

  it('reads the list of trusted issuers', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'libretto-config-')), 'trusted.json');
    const list = [{ did: 'did:web:university.example', name: 'A university' }, { did: 'did:key:z6Mk' }];
    writeFileSync(file, JSON.stringify(list));
    expect(Config.read({ SECRET: 's'.repeat(32), TRUSTED_ISSUERS: file }).trustedIssuers).toEqual(list);
  });

  it.each([
    ['PORT', 'eighty'],
    ['DATABASE_URL', 'postgres://localhost/x'],
    ['REDIS_URL', 'localhost'],
    ['SECRET', 'short'],
    ['CONTACT', 'the office on the second floor'],
    ['MODE', 'staging'],
    ['TRUSTED_PROXY', '10.0.0.0/33'],
    ['TRUSTED_PROXY', '10.0.0.1, our-proxy'],
    ['TRUSTED_ISSUERS', 'no-such-file.json'],
    ['TRUSTED_ISSUERS', 'package.json'],
  ])('refuses %s=%s and says which it is', (name, value) => {
    expect(faultsOf({ [name]: value })).toEqual([expect.stringContaining(`${name}: `)]);
  });
});
