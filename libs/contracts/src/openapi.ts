import type * as z from 'zod/mini';
import { jsonSchemaOf } from './json-schema';
import { problem } from './problem';
import type { Route } from './route';

const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const events = { content: { 'text/event-stream': { schema: { type: 'string' } } } };
const binary = { content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } };

/** Describes routes as an OpenAPI 3.1 document. */
export function openApiOf(routes: Record<string, Route>, version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, route] of Object.entries(routes)) {
    const path = `/api${route.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(name, route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Libretto', version },
    paths,
    components: { schemas: { Problem: jsonSchemaOf(problem) } },
  };
}

function operationOf(operationId: string, route: Route): Record<string, unknown> {
  const answer =
    route.reply === undefined
      ? { 204: { description: 'Done' } }
      : route.reply === 'socket'
        ? { 101: { description: 'A WebSocket' } }
        : route.reply === 'tus'
          ? {
              [route.method === 'POST' ? 201 : route.method === 'HEAD' ? 200 : 204]: { description: 'As tus 1.0 says' },
            }
          : {
              [route.method === 'POST' ? 201 : 200]: {
                description: 'Done',
                ...(route.reply === 'file'
                  ? binary
                  : route.reply === 'events'
                    ? events
                    : json(jsonSchemaOf(route.reply))),
              },
            };
  const refusals = route.refusals?.length ? ` Refuses with ${route.refusals.join(', ')}.` : '';
  return {
    operationId,
    summary: route.summary,
    description: `${route.summary}.${refusals}`,
    tags: [route.path.split('/')[1]],
    parameters: [...parametersOf('path', route.params), ...parametersOf('query', route.query)],
    ...bodyOf(route),
    responses: {
      ...answer,
      default: {
        description: 'A problem',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function bodyOf(route: Route): object {
  if (route.upload)
    return {
      requestBody: {
        content: {
          'multipart/form-data': {
            schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
          },
        },
      },
    };
  return route.body ? { requestBody: { required: true, ...json(jsonSchemaOf(route.body)) } } : {};
}

function parametersOf(place: 'path' | 'query', shape: z.ZodMiniType | undefined): object[] {
  if (!shape) return [];
  const { properties = {}, required = [] } = jsonSchemaOf(shape) as {
    properties?: Record<string, object>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema,
  }));
}
