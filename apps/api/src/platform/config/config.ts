import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { type TrustedIssuer, trustedIssuersIn } from '@libretto/domain';
import * as z from 'zod/mini';

/** The SQLite file in the data folder. */
export const databaseFile = 'libretto.sqlite';

/** The settings of an installation. `.env` files and the boot error show each one's sentence. */
export const variables = {
  MODE: 'demo (sample data, mailbox page, this machine only) or production',
  OPERATOR:
    'the organisation that runs this installation and answers for the personal data in it, for example Example University; the privacy page names it',
  CONTACT: 'the e-mail address for questions about personal data and accessibility, for example courses@example.org',
  PORT: 'the port of the API',
  PUBLIC_URL: 'the public address, for example https://courses.example.org',
  DATA_FOLDER: 'folder of the SQLite file and the mailbox',
  FILES_FOLDER: 'folder of uploaded files; shared by all processes',
  DATABASE_URL: 'mysql://user:password@host/database; if empty: a SQLite file in DATA_FOLDER',
  REDIS_URL: 'redis://host:6379/0; if empty: jobs run inside the API process',
  SMTP_URL: 'smtp://user:password@host:587; required in production',
  MAIL_FROM: 'the sender of all e-mails, for example Libretto <no-reply@example.org>',
  SECRET: 'at least 32 characters; it encrypts the signing keys, so never change it',
  TRUSTED_PROXY:
    'addresses or networks, separated by commas, of every proxy in front of the API; X-Forwarded-For is trusted from these only',
  TRUSTED_ISSUERS:
    'a JSON file with the issuers whose credentials are valid here without reserve, beside the own one: [{"did": "did:web:…", "name": "…"}, {"certificate": "MII…"}], or a registry of the Digital Credentials Consortium',
  SEAL_FILE:
    'the electronic seal of the institution (PKCS #12) as a trust service hands it out; certificates and European credentials are then sealed with it',
  SEAL_PASSPHRASE: 'the passphrase of that file',
  LEGAL_IDENTIFIER:
    'the number under which the institution is known by law, for European credentials, for example VATIT-12345678901; if empty: that of its seal',
  BIGBLUEBUTTON_URL:
    'the API of a BigBlueButton server, for example https://bbb.example.org/bigbluebutton/api; meetings of sessions can then be made there',
  BIGBLUEBUTTON_SECRET: 'the shared secret of that server, as `bbb-conf --secret` prints it',
  JITSI_URL: 'a Jitsi Meet server that asks for tokens, for example https://meet.example.org',
  JITSI_APP: 'the app_id of that server’s tokens',
  JITSI_SECRET: 'the app_secret of that server’s tokens',
  LOG_LEVEL: 'fatal, error, warn, info, debug, trace or silent',
  SHOW_STATEMENTS:
    'yes: every response reports its number of SQL statements, for measurements. Always on in a demo; leave it out in production',
  CLOCK: 'demo only: start time of the clock, for example 2026-12-01T09:00:00Z',
} as const;

const url = (protocol: RegExp) => z.url({ protocol });

const addressesIn = (text: string) => text.split(/[\s,]+/).filter(Boolean);

/** `192.0.2.1`, `10.0.0.0/8`, `2001:db8::/32`. */
function isAddressOrNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  return (
    version > 0 &&
    more.length === 0 &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)))
  );
}

const environment = z.object({
  MODE: z._default(z.enum(['demo', 'production']), 'demo'),
  OPERATOR: z._default(z.string(), 'Libretto demo'),
  CONTACT: z._default(z.email(), 'contact@libretto.example'),
  PORT: z._default(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(65535)), 4300),
  PUBLIC_URL: z.optional(url(/^https?$/)),
  DATA_FOLDER: z._default(z.string(), 'data'),
  FILES_FOLDER: z.optional(z.string()),
  DATABASE_URL: z.optional(url(/^mysql$/)),
  REDIS_URL: z.optional(url(/^rediss?$/)),
  SMTP_URL: z.optional(url(/^smtps?$/)),
  MAIL_FROM: z._default(z.string(), 'Libretto <no-reply@libretto.example>'),
  SECRET: z.optional(z.string().check(z.minLength(32))),
  TRUSTED_PROXY: z._default(z.string(), '').check(
    z.refine((text) => addressesIn(text).every(isAddressOrNetwork), {
      error: 'holds something that is no address and no network',
    }),
  ),
  TRUSTED_ISSUERS: z.optional(z.string()),
  SEAL_FILE: z.optional(z.string()),
  SEAL_PASSPHRASE: z.optional(z.string()),
  LEGAL_IDENTIFIER: z.optional(z.string().check(z.maxLength(100))),
  BIGBLUEBUTTON_URL: z.optional(url(/^https?$/)),
  BIGBLUEBUTTON_SECRET: z.optional(z.string()),
  JITSI_URL: z.optional(url(/^https?$/)),
  JITSI_APP: z.optional(z.string()),
  JITSI_SECRET: z.optional(z.string()),
  LOG_LEVEL: z._default(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']), 'info'),
  SHOW_STATEMENTS: z.optional(z.enum(['yes'])),
  CLOCK: z.optional(z.iso.datetime()),
});

/** The checked configuration of this process. */
export class Config {
  readonly demo: boolean;
  readonly operator: string;
  readonly contact: string;
  readonly host: string;
  readonly port: number;
  /** Without a trailing slash. */
  readonly publicUrl: string;
  /** Whether people reach it by TLS: cookies and resources then require it. */
  readonly isSecure: boolean;
  readonly dataFolder: string;
  readonly filesFolder: string;
  readonly databaseUrl: string | undefined;
  readonly redisUrl: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly secret: string;
  readonly trustedProxies: string[];
  readonly trustedIssuers: readonly TrustedIssuer[];
  /** The file of the institution's seal; absent: nothing is sealed. */
  readonly seal: { readonly file: string; readonly passphrase: string } | undefined;
  readonly legalIdentifier: string | undefined;
  /** The servers that make meetings; absent: none of this kind. */
  readonly bigBlueButton: { readonly url: string; readonly secret: string } | undefined;
  readonly jitsi: { readonly url: string; readonly app: string; readonly secret: string } | undefined;
  readonly logLevel: string;
  readonly showsStatements: boolean;
  readonly clockStart: Date | undefined;

  private constructor(env: z.infer<typeof environment>, trustedIssuers: readonly TrustedIssuer[]) {
    this.demo = env.MODE === 'demo';
    this.operator = env.OPERATOR;
    this.contact = env.CONTACT;
    // A demo has known passwords and shows everybody's mail: it never leaves this machine.
    this.host = this.demo ? '127.0.0.1' : '0.0.0.0';
    this.port = env.PORT;
    this.publicUrl = (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, '');
    this.isSecure = this.publicUrl.startsWith('https:');
    this.dataFolder = resolve(env.DATA_FOLDER);
    this.filesFolder = resolve(env.FILES_FOLDER ?? join(env.DATA_FOLDER, 'files'));
    this.databaseUrl = env.DATABASE_URL;
    this.redisUrl = env.REDIS_URL;
    this.smtpUrl = env.SMTP_URL;
    this.mailFrom = env.MAIL_FROM;
    this.secret = env.SECRET ?? keptSecret(this.dataFolder);
    this.trustedProxies = addressesIn(env.TRUSTED_PROXY);
    this.trustedIssuers = trustedIssuers;
    if (env.SEAL_FILE) this.seal = { file: env.SEAL_FILE, passphrase: env.SEAL_PASSPHRASE ?? '' };
    this.legalIdentifier = env.LEGAL_IDENTIFIER || undefined;
    const address = (text: string) => text.replace(/\/+$/, '');
    if (env.BIGBLUEBUTTON_URL && env.BIGBLUEBUTTON_SECRET)
      this.bigBlueButton = { url: address(env.BIGBLUEBUTTON_URL), secret: env.BIGBLUEBUTTON_SECRET };
    if (env.JITSI_URL && env.JITSI_APP && env.JITSI_SECRET)
      this.jitsi = { url: address(env.JITSI_URL), app: env.JITSI_APP, secret: env.JITSI_SECRET };
    this.logLevel = env.LOG_LEVEL;
    this.showsStatements = this.demo || env.SHOW_STATEMENTS === 'yes';
    this.clockStart = env.CLOCK ? new Date(env.CLOCK) : undefined;
  }

  /** Reads the environment. Throws one `ConfigError` that names every fault and its cure. */
  static read(env: Record<string, string | undefined>): Config {
    const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
    const parsed = environment.safeParse(given);
    const faults = parsed.success
      ? []
      : parsed.error.issues.map((issue) => faultOf(String(issue.path[0]), issue.message));
    if (given['MODE'] === 'production') {
      for (const name of ['OPERATOR', 'CONTACT', 'SMTP_URL', 'SECRET', 'PUBLIC_URL'] as const)
        if (!given[name]) faults.push(faultOf(name, 'is missing; production needs it'));
      if (given['CLOCK']) faults.push(faultOf('CLOCK', 'is set, but production uses the real time: remove it'));
    }
    for (const group of [
      ['BIGBLUEBUTTON_URL', 'BIGBLUEBUTTON_SECRET'],
      ['JITSI_URL', 'JITSI_APP', 'JITSI_SECRET'],
    ])
      if (group.some((name) => given[name]))
        for (const name of group) if (!given[name]) faults.push(faultOf(name, `is missing beside ${group[0]}`));
    const trusted = issuersInFile(given['TRUSTED_ISSUERS']);
    if (!trusted) faults.push(faultOf('TRUSTED_ISSUERS', 'is not such a file'));
    if (!parsed.success || !trusted || faults.length) throw new ConfigError(faults);
    return new Config(parsed.data, trusted);
  }
}

/** The faults of the environment, one line each. */
export class ConfigError extends Error {
  constructor(readonly faults: string[]) {
    super(`Invalid configuration:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
}

const faultOf = (name: string, message: string) =>
  `${name}: ${message} (${variables[name as keyof typeof variables] ?? 'unknown variable'})`;

function issuersInFile(file: string | undefined): readonly TrustedIssuer[] | undefined {
  if (!file) return [];
  try {
    return trustedIssuersIn(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/**
 * A demo needs no secret from anybody: it makes one and keeps it beside its data. If the data are there without the
 * secret, a new one would only hide the loss.
 */
function keptSecret(folder: string): string {
  const file = join(folder, 'secret');
  if (existsSync(file)) return readFileSync(file, 'utf8');
  if (existsSync(join(folder, databaseFile)))
    throw new ConfigError([
      `SECRET: ${file} is gone, and the signing keys in ${databaseFile} are encrypted with what it held. Put it back from your backup; to give up these data, empty ${folder}`,
    ]);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}
