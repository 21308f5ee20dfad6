import * as contracts from '@libretto/contracts';
import { listLanguages, openApiOf, readInstallation, readLanguage, readOpenApi, type Route } from '@libretto/contracts';
import { anyone } from '@libretto/domain';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Config } from '../config/config';
import { Languages } from '../language/languages';
import { Handles, type PublicRequestOf } from './handles';
import { notFound } from '../refusals/refused';

const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'summary' in value;

/** Every route of the contracts, by its name. */
export const contractRoutes = (): Record<string, Route> =>
  Object.fromEntries(
    Object.entries<unknown>({ ...contracts }).filter((entry): entry is [string, Route] => isRoute(entry[1])),
  );

/** The installation's languages and its API. */
@Controller()
export class MetaController {
  private readonly openApi = openApiOf(contractRoutes(), '0.1.0');

  constructor(
    private readonly languages: Languages,
    private readonly config: Config,
  ) {}

  @Handles(listLanguages, anyone)
  all() {
    return this.languages.all();
  }

  @Handles(readLanguage, anyone)
  sentences({ params, raw }: PublicRequestOf<typeof readLanguage>, reply: FastifyReply) {
    const sentences = this.languages.sentencesOf(params.language);
    if (!sentences) throw notFound();
    // A browser that has them asks each time, and gets them again only if they have changed.
    void reply.header('cache-control', 'no-cache').header('etag', sentences.tag);
    if (raw.headers['if-none-match'] === sentences.tag) void reply.status(304).send();
    else void reply.type('application/json; charset=utf-8').send(sentences.json);
  }

  @Handles(readInstallation, anyone)
  installation() {
    return { operator: this.config.operator, contact: this.config.contact };
  }

  @Handles(readOpenApi, anyone)
  api() {
    return this.openApi;
  }
}
