import { execFileSync } from 'node:child_process';
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `npm test` installs it where it is missing. */
export const openssl = process.env['OPENSSL'] ?? 'openssl';

/** A certificate as others make it, with openssl, and what signs with it. */
export interface MadeCertificate {
  readonly privateKey: KeyObject;
  /** Base64 of its DER, as `x5c` has it. */
  readonly certificate: string;
  /** With its key and the authority above it, as seals are handed out (PKCS#12). */
  readonly pkcs12: Buffer;
}

export interface Wishes {
  readonly key?: readonly string[];
  readonly subject?: string;
  /** `DNS:school.example,URI:https://school.example/issuer`. */
  readonly names?: string;
  /** In how many days it begins and ends; now, and in a year. */
  readonly from?: number;
  readonly until?: number;
}

export const passphrase = 'a seal of glass';
const p256 = ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'];

const settings = `[ca]
default_ca = this
[this]
database = index.txt
serial = serial
new_certs_dir = .
default_md = default
unique_subject = no
policy = any
[any]
countryName = optional
organizationName = optional
commonName = optional
`;

const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().replace(/[-:T]|\.\d+/g, '');

/** A trust service that gives certificates. */
export class CertificateAuthority {
  private readonly folder = mkdtempSync(join(tmpdir(), 'authority-'));

  constructor(name = 'A trust service', key: readonly string[] = p256) {
    writeFileSync(join(this.folder, 'ca.cnf'), settings);
    writeFileSync(join(this.folder, 'index.txt'), '');
    this.openssl(
      ...['req', '-x509', '-newkey', ...key, '-noenc', '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '3650'],
      ...['-subj', `/O=${name}/CN=Root`],
      ...['-addext', 'basicConstraints=critical,CA:TRUE', '-addext', 'keyUsage=critical,keyCertSign,cRLSign'],
    );
  }

  /** Another one, which this one confirms. */
  below(name: string): CertificateAuthority {
    const other = new CertificateAuthority(name);
    other.openssl('req', '-new', '-key', 'ca.key', '-out', 'ca.csr', '-subj', `/O=${name}/CN=Issuing`);
    const extensions = ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign,cRLSign'];
    writeFileSync(join(this.folder, 'extensions'), extensions.join('\n'));
    this.openssl(
      ...['x509', '-req', '-in', join(other.folder, 'ca.csr'), '-CA', 'ca.pem', '-CAkey', 'ca.key', '-days', '3650'],
      ...['-extfile', 'extensions', '-out', join(other.folder, 'ca.pem')],
    );
    return other;
  }

  get certificate(): string {
    return this.der('ca.pem');
  }

  give({
    key = p256,
    subject = '/C=IT/O=CIMEA/CN=CIMEA seal',
    names,
    from = 0,
    until = 365,
  }: Wishes = {}): MadeCertificate {
    const extensions = ['basicConstraints=CA:FALSE', 'keyUsage=digitalSignature,nonRepudiation'];
    writeFileSync(
      join(this.folder, 'extensions'),
      [...extensions, ...(names ? [`subjectAltName=${names}`] : [])].join('\n'),
    );
    this.openssl('req', '-newkey', ...key, '-noenc', '-keyout', 'leaf.key', '-out', 'leaf.csr', '-subj', subject);
    this.openssl(
      ...['ca', '-batch', '-notext', '-config', 'ca.cnf', '-cert', 'ca.pem', '-keyfile', 'ca.key', '-in', 'leaf.csr'],
      ...['-out', 'leaf.pem', '-extfile', 'extensions', '-rand_serial', '-preserveDN'],
      ...['-startdate', inDays(from), '-enddate', inDays(until)],
    );
    this.openssl(
      ...['pkcs12', '-export', '-in', 'leaf.pem', '-inkey', 'leaf.key', '-certfile', 'ca.pem'],
      ...['-out', 'leaf.p12', '-passout', `pass:${passphrase}`],
    );
    return {
      privateKey: createPrivateKey(readFileSync(join(this.folder, 'leaf.key'))),
      certificate: this.der('leaf.pem'),
      pkcs12: readFileSync(join(this.folder, 'leaf.p12')),
    };
  }

  end(): void {
    rmSync(this.folder, { recursive: true });
  }

  private der(file: string): string {
    return new X509Certificate(readFileSync(join(this.folder, file))).raw.toString('base64');
  }

  private openssl(...words: readonly string[]): void {
    execFileSync(openssl, words, { cwd: this.folder, stdio: 'pipe' });
  }
}
