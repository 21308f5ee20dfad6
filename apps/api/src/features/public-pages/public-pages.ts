import { housePartsOf, languageCookie, saysFirstWords, webPageAt } from '@libretto/contracts';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Config } from '../../platform/config/config';
import { Refused } from '../../platform/refusals/refused';
import type { PagesToServe, ServedPage } from '../../platform/http/web-pages';
import { Languages } from '../../platform/language/languages';
import { cookieName } from '../accounts';
import { SharedCredential } from '../credentials';
import { EditionPages } from '../editions';
import { Catalogue } from '../programmes';
import { catalogueContent, credentialContent, housePageContent, plainContent, programmeContent } from './contents';
import { PublicPublications } from '../publication';
import { publicationContent, publicationsContent } from './publication-contents';
import { bodyOf, frameOf, headOf, type PageContent } from './frame';
import type { Wording } from './wording';

/** The server's text of each public page, from the same sentences and rows as the screens. */
@Injectable()
export class PublicPages implements PagesToServe {
  constructor(
    private readonly config: Config,
    private readonly languages: Languages,
    private readonly catalogue: Catalogue,
    private readonly editions: EditionPages,
    private readonly credentials: SharedCredential,
    private readonly publications: PublicPublications,
  ) {}

  async at(path: string, request: FastifyRequest): Promise<ServedPage> {
    const language = this.languageOf(request);
    const wording: Wording = { language, say: this.languages.in(language) };
    const page = webPageAt(path);
    const found = page ? await this.contentOf(page, wording) : null;
    const content =
      found === null ? plainContent(wording.say('shell.not-found.title'), wording.say('shell.not-found.what')) : found;
    const around = { wording, languages: this.languages.all(), publicUrl: this.config.publicUrl };
    // A signed-in person has a navigation of their own, which only the application knows.
    const isKnown = Boolean(request.cookies[cookieName]);
    return {
      status: found === null ? 404 : 200,
      language,
      saysFirstWords: saysFirstWords(path),
      head: headOf(content, around),
      body: content && !isKnown ? bodyOf(content, around) : frameOf(isKnown, around),
      isFrame: !content || isKnown,
    };
  }

  /** The public contents of a page: `undefined` if it is for signed-in people, `null` if it does not exist. */
  private async contentOf(
    { page, params }: NonNullable<ReturnType<typeof webPageAt>>,
    wording: Wording,
  ): Promise<PageContent | null | undefined> {
    const { say } = wording;
    switch (page) {
      case '':
      case 'programmes':
        return catalogueContent((await this.catalogue.all()).items, (await this.editions.open()).items, wording);
      case 'programmes/:slug': {
        const slug = params['slug'] ?? '';
        const programme = await foundOrNull(this.catalogue.programme(slug));
        return programme && programmeContent(programme, (await this.editions.open(slug)).items, wording);
      }
      case 'credentials/:publicId': {
        const credential = await foundOrNull(this.credentials.view(params['publicId'] ?? '', null));
        return credential && credentialContent(credential, wording);
      }
      case 'publications':
        return publicationsContent((await this.publications.all()).items, wording);
      case 'publications/:publicationId': {
        const publicationId = params['publicationId'] ?? '';
        const publication = await foundOrNull(this.publications.page(publicationId));
        const address = `${this.config.publicUrl}/publications/${publicationId}`;
        return publication && publicationContent(publication, address, wording);
      }
      case 'verify':
        return plainContent(say('verification.page.title'), say('verification.page.promise'), 'verify');
      case 'log':
        return plainContent(say('verification.log-page.title'), say('verification.log-page.what'), 'log');
      case 'sign-in':
        return plainContent(say('accounts.sign-in.title'), say('accounts.sign-in.state'), 'sign-in');
      case 'register':
        return plainContent(say('accounts.register.title'), say('accounts.register.state'), 'register');
      case 'privacy':
      case 'accessibility':
        return housePageContent(
          page,
          housePartsOf(page),
          { operator: this.config.operator, contact: this.config.contact },
          wording,
        );
      default:
        return undefined;
    }
  }

  /** The language of a link that names one, or else the chosen one, or else that of the browser. */
  private languageOf({ query, cookies, headers }: FastifyRequest): string {
    const wished = [(query as { language?: unknown }).language, cookies[languageCookie]];
    const spoken = wished.find((code) => typeof code === 'string' && this.languages.has(code));
    return (spoken as string | undefined) ?? this.languages.firstOf(headers['accept-language']);
  }
}

async function foundOrNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}
