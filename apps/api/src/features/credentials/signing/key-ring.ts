import { didDocument, issuerMetadata, type JsonObject, type Signer } from '@libretto/credentials';
import { newKey, nodeSigner } from '@libretto/credentials/node';
import { refuse } from '@libretto/domain';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Config, ConfigError } from '../../../platform/config/config';
import { Database } from '../../../platform/database/database';
import { isUniqueViolation } from '../../../platform/database/errors';
import { newId } from '../../../platform/database/new-id';
import { Transaction, type Tx } from '../../../platform/database/transaction';
import { Refused } from '../../../platform/refusals/refused';
import { addresses } from '../award/addresses';
import { decrypt, encrypt } from './encryption';
import { SigningKey } from './signing-key.entity';

/** The issuer's keys. The first is made when it is first needed. */
@Injectable()
export class KeyRing implements OnApplicationBootstrap {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /**
   * Refuses to start with another secret than the one the keys are encrypted with: otherwise only the next award would
   * fail.
   */
  async onApplicationBootstrap(): Promise<void> {
    const key = await this.row();
    if (!key) return;
    try {
      decrypt(key.sealedPrivateKey, this.config.secret);
    } catch {
      throw new ConfigError([
        'SECRET: is not the one with which the signing keys of this database were encrypted. Set the earlier one; your backup of the settings has it',
      ]);
    }
  }

  /** Signs with the current key. */
  async signer(): Promise<Signer> {
    return (await this.current()).signer;
  }

  /** The id of the current key, `''` before the first is made: what is kept of its signatures is kept under it. */
  async currentId(): Promise<string> {
    return (await this.row())?.id ?? '';
  }

  /** The current key, with its public half as DID documents write it. */
  async current(): Promise<{ id: string; signer: Signer; multikey: string }> {
    const key = (await this.row()) ?? (await this.make());
    const signer = nodeSigner(this.methodOf(key), decrypt(key.sealedPrivateKey, this.config.secret));
    return { id: key.id, signer, multikey: key.publicKeyMultibase };
  }

  /**
   * Retires the current key in favour of a new one: it signs nothing more and stays published, so that what it signed
   * stays valid. Its private half goes: whoever gets at the database and its secret later signs nothing in its name. Refuses
   * if it is not the current one (any more).
   */
  async replace(tx: Tx, keyId: string, by: string): Promise<void> {
    const [key] = await tx.lockAll(SigningKey, { current: 'current' });
    if (key?.id !== keyId) throw new Refused(refuse('credentials.key-not-current'));
    await this.retire(tx, key, by);
  }

  /**
   * Withdraws a key that somebody else may have: no verifier believes what it signed, whenever that says it was. The current
   * one is replaced. Refuses if it was reported before.
   */
  async withdraw(tx: Tx, keyId: string, { by, why }: { by: string; why: string }): Promise<void> {
    const key = await tx.lock(SigningKey, keyId);
    if (key.compromisedAt) throw new Refused(refuse('credentials.key-reported-already'));
    Object.assign(key, { compromisedAt: this.clock.now(), compromisedBy: by, compromisedWhy: why });
    if (key.current) await this.retire(tx, key, by);
    else await tx.save(key);
  }

  /**
   * Refuses if a key was withdrawn since it signed. Called in the transaction that stores the signature: a withdrawal comes
   * before it, and is seen here, or after it, and has it signed again.
   */
  async stillTrusted(tx: Tx, keyId: string): Promise<void> {
    const { compromisedAt } = await tx.lock(SigningKey, keyId);
    if (compromisedAt) throw new Refused(refuse('credentials.key-compromised'));
  }

  /** The document served for `did:web`: every key that ever signed, compromised ones as revoked. */
  async didDocument() {
    return didDocument(addresses(this.config).did, await this.published());
  }

  /** The keys for verifiers that know the issuer by its web address: there is no word for a revoked one, so it is missing. */
  async metadata(): Promise<JsonObject> {
    const keys = await this.published();
    return issuerMetadata(
      addresses(this.config).issuer,
      keys.filter(({ revoked }) => !revoked),
    );
  }

  private async published() {
    await this.signer();
    const keys = await this.database.read.find(SigningKey, { order: { id: 'ASC' } });
    return keys.map((key) => ({
      id: this.methodOf(key),
      publicKeyMultibase: key.publicKeyMultibase,
      revoked: key.compromisedAt?.toISOString(),
    }));
  }

  private async retire(tx: Tx, key: SigningKey, by: string): Promise<void> {
    const retired = { current: null, sealedPrivateKey: '', retiredAt: this.clock.now(), retiredBy: by };
    await tx.save(Object.assign(key, retired));
    await tx.insert(SigningKey, this.fresh());
  }

  private row(): Promise<SigningKey | null> {
    return this.database.read.findOneBy(SigningKey, { current: 'current' });
  }

  private async make(): Promise<SigningKey> {
    const key = this.fresh();
    try {
      await this.transaction.run((tx) => tx.insert(SigningKey, key));
      return key;
    } catch (error) {
      // Another process made the first key at the same moment: that one counts.
      const made = isUniqueViolation(error) ? await this.row() : null;
      if (!made) throw error;
      return made;
    }
  }

  private fresh(): SigningKey {
    const { privateKeyPem, publicKeyMultibase } = newKey();
    const sealedPrivateKey = encrypt(privateKeyPem, this.config.secret);
    return {
      ...{ id: newId(), publicKeyMultibase, sealedPrivateKey, current: 'current', madeAt: this.clock.now() },
      ...{ retiredAt: null, retiredBy: null, compromisedAt: null, compromisedBy: null, compromisedWhy: null },
    };
  }

  private methodOf({ id }: SigningKey): string {
    return `${addresses(this.config).did}#${id}`;
  }
}
