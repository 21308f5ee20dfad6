import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { Config } from '../../platform/config/config';
import { html } from '../../platform/http/html';
import { Languages } from '../../platform/language/languages';
import { ProgrammeQueries } from '../programmes';
import { PublicPublications } from '../publication';

/**
 * `robots.txt`, and the sitemap of all public pages. A shared credential is not on it: only its holder passes it on.
 */
@Injectable()
export class ForSearchEngines implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly config: Config,
    private readonly languages: Languages,
    private readonly programmes: ProgrammeQueries,
    private readonly publications: PublicPublications,
  ) {}

  onModuleInit(): void {
    // A worker has no http.
    const server = this.host.httpAdapter?.getInstance<FastifyInstance>();
    if (!server) return;
    const robots = `User-agent: *\nDisallow: /api/\nSitemap: ${this.config.publicUrl}/sitemap.xml\n`;
    server.get('/robots.txt', (_request, reply) => reply.type('text/plain; charset=utf-8').send(robots));
    server.get('/sitemap.xml', async (_request, reply) =>
      reply.type('application/xml; charset=utf-8').send(await this.map()),
    );
  }

  private async map(): Promise<string> {
    const [versions, publications] = await Promise.all([this.programmes.latest(), this.publications.all()]);
    const fixed = ['programmes', 'publications', 'verify', 'log', 'privacy', 'accessibility'].map((path) => ({
      path,
      changedAt: undefined,
    }));
    const pages = [
      ...fixed,
      ...versions.map(({ slug, publishedAt }) => ({ path: `programmes/${slug}`, changedAt: publishedAt })),
      ...publications.items.map(({ id }) => ({ path: `publications/${id}`, changedAt: undefined })),
    ];
    const codes = this.languages.all().map(({ code }) => code);
    const entries = pages.map(({ path, changedAt }) => {
      const address = `${this.config.publicUrl}/${path}`;
      const others = codes.map(
        (code) => html`<xhtml:link rel="alternate" hreflang="${code}" href="${address}?language=${code}" />`,
      );
      return html`<url
        ><loc>${address}</loc>${changedAt && html`<lastmod>${changedAt.toISOString()}</lastmod>`}${others}</url
      > `;
    });
    return html`<?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
        ${entries}</urlset
      > `.text;
  }
}
