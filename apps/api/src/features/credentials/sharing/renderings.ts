import type { JsonObject } from '@libretto/credentials';
import { europeanCredential, sealed } from '@libretto/credentials/node';
import type { RenderingName } from '@libretto/contracts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Config } from '../../../platform/config/config';
import { Database } from '../../../platform/database/database';
import { PagePictures } from '../../../platform/files/page-pictures';
import { StoredFile } from '../../../platform/files/stored-file.entity';
import { notFound } from '../../../platform/refusals/refused';
import { addresses } from '../award/addresses';
import type { Award } from '../award/award.entity';
import { corrected } from '../award/award-snapshot';
import type { Credential } from '../award/credential.entity';
import { BadgeImages } from '../badge/badge-images';
import { Seals } from '../signing/seals';

/** An award as it is written in one of the forms that anybody with its address may have. */
interface Rendering {
  readonly type: string;
  readonly file: (publicId: string) => string;
  readonly write: (award: Award, credential: Credential) => Promise<Buffer>;
}

/** No certificate has as many. */
const mostPages = 40;
/** Awards whose pages are kept drawn, of about a megabyte each. */
const mostKept = 20;

/**
 * The forms of an award by their names. The award is the one record: the Open Badge is kept as it was signed, and each other
 * form is made of record and badge when it is asked for. A further one is an entry here; those for wallets, which are bound to a
 * key, are in `wallets/wallet-formats.ts`.
 */
@Injectable()
export class Renderings {
  private readonly drawn = new Map<string, Promise<readonly Uint8Array[]>>();

  readonly byName: Readonly<Record<RenderingName, Rendering>> = {
    'open-badge': {
      type: 'application/vc',
      file: (publicId) => `credential-${publicId}.json`,
      write: async (_, { signed }) => Buffer.from(JSON.stringify(signed)),
    },
    'badge-svg': {
      type: 'image/svg+xml',
      file: (publicId) => `badge-${publicId}.svg`,
      write: (award, credential) => this.badges.of(award, credential, 'svg'),
    },
    'badge-png': {
      type: 'image/png',
      file: (publicId) => `badge-${publicId}.png`,
      write: (award, credential) => this.badges.of(award, credential, 'png'),
    },
    european: {
      type: 'application/ld+json',
      file: (publicId) => `european-credential-${publicId}.jsonld`,
      write: async (award, credential) => Buffer.from(JSON.stringify(await this.european(award, credential))),
    },
  };

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly badges: BadgeImages,
    private readonly pictures: PagePictures,
    private readonly seals: Seals,
  ) {}

  /** In the seal of the institution where it has one; Europass takes one without and lets it be sealed there. */
  private async european({ snapshot, publicId }: Award, credential: Credential): Promise<JsonObject> {
    // It names no status list, so it is not given out where others would say that it ended.
    if (credential.state !== 'valid') throw notFound();
    const { record } = corrected(snapshot, credential.correction);
    const to = addresses(this.config);
    const document = europeanCredential(record, {
      id: to.credential(publicId),
      issuer: {
        ...{ did: to.did, url: to.issuer, name: record.awardingBodies.map(({ name }) => name).join(', ') },
        legalIdentifier: this.seals.legalIdentifier(),
      },
      issuedAt: credential.issuedAt,
      pages: await this.pagesOf(credential),
    });
    const seal = this.seals.seal();
    return seal ? sealed(document, seal.sealer, this.clock.now()) : document;
  }

  /** Of the certificate as it was printed. Drawn once, also where many ask at the same time. */
  private async pagesOf({ documentId }: Credential): Promise<readonly Uint8Array[]> {
    const file = documentId && (await this.database.read.findOneBy(StoredFile, { id: documentId }));
    if (!file) throw notFound();
    const kept = this.drawn.get(file.id);
    if (kept) return kept;
    const pages = this.pictures.of(file, mostPages);
    this.drawn.set(file.id, pages);
    pages.catch(() => this.drawn.delete(file.id));
    const [oldest] = this.drawn.keys();
    if (this.drawn.size > mostKept && oldest !== undefined) this.drawn.delete(oldest);
    return pages;
  }
}
