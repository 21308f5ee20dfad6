import { bakedPng, bakedSvg } from '@libretto/credentials/node';
import type { BadgeFormat } from '@libretto/contracts';
import { usualDocumentLanguages } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Languages } from '../../../platform/language/languages';
import { type Picture, PdfRenderer } from '../../../platform/pdf/pdf-renderer';
import type { Award } from '../award/award.entity';
import type { Credential } from '../award/credential.entity';
import { localeFormat } from '../documents/locale-format';
import badge from './badge.typ';
import { badgeFace } from './badge-face';

/** Pictures kept at a time, of a hundred kilobytes each. There is one for each version of a programme. */
const mostKept = 100;

/** The badge of a credential: the picture of its programme with the signed credential in it. */
@Injectable()
export class BadgeImages {
  private readonly drawn = new Map<string, Promise<Picture>>();

  constructor(
    private readonly languages: Languages,
    private readonly renderer: PdfRenderer,
  ) {}

  async of({ snapshot }: Award, { signed }: Credential, format: BadgeFormat): Promise<Buffer> {
    const [language] = snapshot.certificate?.languages ?? usualDocumentLanguages;
    const face = badgeFace(snapshot, localeFormat(language, this.languages.ofDocuments(language)));
    const { svg, png } = await this.picture(face);
    const json = JSON.stringify(signed);
    return Buffer.from(format === 'svg' ? bakedSvg(svg, json) : bakedPng(png, json));
  }

  /** Drawn once, also where many ask at the same time; what could not be drawn is tried again. */
  private picture(face: object): Promise<Picture> {
    const key = JSON.stringify(face);
    const kept = this.drawn.get(key);
    if (kept) return kept;
    const picture = this.renderer.draw(badge, face);
    this.drawn.set(key, picture);
    picture.catch(() => this.drawn.delete(key));
    const [oldest] = this.drawn.keys();
    if (this.drawn.size > mostKept && oldest !== undefined) this.drawn.delete(oldest);
    return picture;
  }
}
