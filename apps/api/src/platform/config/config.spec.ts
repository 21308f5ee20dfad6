import { mkdtempSync, readFileSync } from 'node:fs';
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

  it('names every missing piece of a production at once, each with what it is', () => {
    expect(faultsOf({ MODE: 'production' })).toEqual([
      expect.stringContaining('SMTP_URL: is missing'),
      expect.stringContaining('SECRET: is missing'),
      expect.stringContaining('PUBLIC_URL: is missing'),
    ]);
  });

  it.each([
    ['PORT', 'eighty'],
    ['DATABASE_URL', 'postgres://localhost/x'],
    ['REDIS_URL', 'localhost'],
    ['SECRET', 'short'],
    ['MODE', 'staging'],
  ])('refuses %s=%s and says which it is', (name, value) => {
    expect(faultsOf({ [name]: value })).toEqual([expect.stringContaining(`${name}: `)]);
  });
});
