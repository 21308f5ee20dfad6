import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Html } from './html';
import { isApi } from './request-limits';

/** The server's part of a page: enough to read before the application has started, or without it. */
export interface ServedPage {
  readonly status: 200 | 404;
  readonly language: string;
  /** Whether the application says only the first part of its language here. */
  readonly saysFirstWords: boolean;
  /** Goes into the page's head, beside the parts of every page. */
  readonly head: Html;
  /** The page's body until the application takes its place: all of the page, or its frame. */
  readonly body: Html;
  readonly isFrame: boolean;
}

/** The source of the pages. */
export interface PagesToServe {
  at(path: string, request: FastifyRequest): Promise<ServedPage>;
}

/** Files with a hash in their name never change; others may. */
const isHashed = (file: string) => /-[\w-]{8}\.(js|css|json|woff2?)(\.(br|gz))?$/.test(file);

/** Serves the built web application and the page of the API's documentation, from this one process. */
export async function serveWebPages(app: NestFastifyApplication, root: string, pages: PagesToServe): Promise<void> {
  const server = app.getHttpAdapter().getInstance();
  const swagger = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  await server.register(fastifyStatic, { root: swagger, prefix: '/api-docs/', index: false, decorateReply: false });
  server.get('/api-docs', (_request, reply) => reply.type('text/html').send(apiPage));
  server.get('/api-docs/start.js', (_request, reply) => reply.type('text/javascript').send(apiPageScript));

  if (!existsSync(join(root, 'index.html'))) return;
  const frame = frameOf(root);
  await server.register(fastifyStatic, {
    root,
    wildcard: false,
    index: false,
    globIgnore: ['index.html', '**/*.{br,gz}'],
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, file) =>
      void reply.header(
        'cache-control',
        isHashed(file) ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
      ),
  });
  server.get('/*', async (request: FastifyRequest, reply: FastifyReply) => {
    if (isApi(request)) return reply.callNotFound();
    const page = await pages.at((request.params as { '*': string })['*'], request);
    const policy = String(reply.getHeader('content-security-policy')).replace(
      "script-src 'self'",
      `script-src 'self' ${frame.scripts}`,
    );
    return reply
      .status(page.status)
      .headers({
        'cache-control': 'no-cache',
        'content-language': page.language,
        vary: 'accept-language, cookie',
        'content-security-policy': policy,
      })
      .type('text/html; charset=utf-8')
      .send(frame.around(page));
  });
}

/** The built `index.html`, and the hashes that allow its inline scripts. */
function frameOf(root: string) {
  const index = readFileSync(join(root, 'index.html'), 'utf8');
  const scripts = [...index.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
  const [link = '', file = ''] = /<link rel="stylesheet" href="([^"]+)"[^>]*>/.exec(index) ?? [];
  // Inlined, so that a slow line brings the first words with their styles in one answer.
  const styles = file && `<style>${readFileSync(join(root, file), 'utf8')}</style>`;
  const sentences = JSON.parse(
    /<script type="application\/json" id="languages">(.*?)<\/script>/.exec(index)?.[1] ?? '{}',
  ) as Readonly<Record<string, { first: string; rest: string }>>;
  // Fetched beside the application, which says nothing without them.
  const words = (language: string, isFirst: boolean) => {
    const { first = '', rest = '' } = sentences[language] ?? {};
    return [first, isFirst ? '' : rest]
      .filter(Boolean)
      .map((file) => `<link rel="preload" as="fetch" crossorigin href="${file}">`)
      .join('');
  };
  const around = ({ language, saysFirstWords, head, body, isFrame }: ServedPage): string =>
    [
      ['<html lang="en">', `<html lang="${language}">`],
      ['<title>Libretto</title>', head.text + words(language, saysFirstWords)],
      [link, styles],
      [
        '<lib-root></lib-root>',
        `<div id="served"${isFrame ? ' class="frame"' : ''}>${body.text}</div><lib-root></lib-root>`,
      ],
    ].reduce((page, [mark = '', text = '']) => page.replace(mark, () => text), index);
  return { scripts: scripts.join(' '), around };
}

const apiPage = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Libretto · API</title>
<link rel="stylesheet" href="/api-docs/swagger-ui.css"></head>
<body><main id="api"></main><script src="/api-docs/swagger-ui-bundle.js"></script><script src="/api-docs/start.js"></script></body></html>`;
const apiPageScript = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#api', deepLinking: true });`;
