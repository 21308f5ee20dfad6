import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isApi } from './request-limits';

/** Serves the built web application and the page that shows the API, from this one process. */
export async function serveWebPages(app: NestFastifyApplication, root: string): Promise<void> {
  const server = app.getHttpAdapter().getInstance();
  const swagger = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  await server.register(fastifyStatic, { root: swagger, prefix: '/api-docs/', index: false, decorateReply: false });
  server.get('/api-docs', (_request, reply) => reply.type('text/html').send(apiPage));
  server.get('/api-docs/start.js', (_request, reply) => reply.type('text/javascript').send(apiPageScript));

  if (!existsSync(join(root, 'index.html'))) return;
  const index = readFileSync(join(root, 'index.html'));
  await server.register(fastifyStatic, { root, wildcard: false, index: false, maxAge: '1y', immutable: true });
  server.get('/*', (request: FastifyRequest, reply: FastifyReply) => {
    if (isApi(request)) return reply.callNotFound();
    return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(index);
  });
}

const apiPage = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Libretto · API</title>
<link rel="stylesheet" href="/api-docs/swagger-ui.css"></head>
<body><main id="api"></main><script src="/api-docs/swagger-ui-bundle.js"></script><script src="/api-docs/start.js"></script></body></html>`;
const apiPageScript = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#api', deepLinking: true });`;
