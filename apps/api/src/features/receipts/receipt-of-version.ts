import { createHash } from 'node:crypto';
import type { InputOf, readReceipt } from '@libretto/contracts';
import type { Receipt } from '@libretto/credentials';
import { type Actor, dayOf } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config';
import { Languages } from '../../platform/language/languages';
import { PdfRenderer } from '../../platform/pdf/pdf-renderer';
import { ReceiptSigner } from '../credentials';
import { type ReceivedVersion, ReceivedVersions } from '../project-work';
import receiptTemplate from './receipt.typ';
import { receiptSheet } from './receipt-sheet';

/**
 * The signed receipt of a version, for the members of its group. Nothing of it is stored: it says what the rows of the
 * version say, which never change, and setting one page takes a fraction of a second.
 */
@Injectable()
export class ReceiptOfVersion {
  constructor(
    private readonly config: Config,
    private readonly languages: Languages,
    private readonly received: ReceivedVersions,
    private readonly signer: ReceiptSigner,
    private readonly renderer: PdfRenderer,
  ) {}

  async print(actor: Actor, params: InputOf<typeof readReceipt>['params']): Promise<{ name: string; bytes: Buffer }> {
    const received = await this.received.ofMember(actor, params);
    const { definition, timeZone } = received.edition;
    const language = this.languages.nearest(definition.languages[0] ?? '');
    const receipt = receiptOf(received, language);
    const issuer = definition.awardingBodies.map(({ name }) => name).join(', ');
    const sheet = await receiptSheet(receipt, {
      language,
      say: this.languages.in(language),
      day: dayOf(received.version.at, timeZone),
      statement: await this.signer.sign(receipt, issuer),
      verifier: `${this.config.publicUrl}/verify`,
    });
    const name = `${sheet.title} ${receipt.attempt}-${receipt.version}.pdf`;
    return { name, bytes: await this.renderer.printWhateverItSays(receiptTemplate, sheet) };
  }
}

/** What a receipt states of a version, in the first language of its programme. */
function receiptOf({ edition, brief, group, attempt, version, by, files }: ReceivedVersion, language: string): Receipt {
  const { definition, name, timeZone } = edition;
  const of = (texts: Readonly<Record<string, string>>) => texts[language] ?? texts['en'] ?? '';
  return {
    course: of(definition.title),
    edition: name,
    work: of(brief.title),
    group,
    attempt,
    version: version.version,
    by,
    at: version.at.toISOString(),
    zone: timeZone,
    isLate: Boolean(version.isLate),
    files,
    links: version.links ?? [],
    ...(version.text && { text: { sha256: createHash('sha256').update(version.text).digest('hex') } }),
    ...(version.isStatedOriginal && brief.originality && { statement: of(brief.originality) }),
  };
}
