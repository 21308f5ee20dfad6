import {
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
} from '@nestjs/common';
import type { Route } from '@libretto/contracts';
import { type Actor, type Policy, refuse } from '@libretto/domain';
import type { FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import { Refused } from '../refusals/refused';

export const HANDLED_ROUTE = 'handled-route';
export const ROUTE_POLICY = 'route-policy';

/** A request as the api's own code sees it: who asks is known before any handler runs. */
export interface ApiRequest extends FastifyRequest {
  actor: Actor | null;
  signInId: string | null;
}

/** Answers a route of the contracts, for those whom the policy lets in. */
export const Handles = (route: Route, policy: Policy): MethodDecorator =>
  applyDecorators(
    RequestMapping({ path: route.path, method: RequestMethod[route.method] }),
    HttpCode(route.reply ? (route.method === 'POST' ? 201 : 200) : 204),
    SetMetadata(HANDLED_ROUTE, route),
    SetMetadata(ROUTE_POLICY, policy),
  );

/** Who asks; never `null` where the policy asks for somebody signed in. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext) => requestOf(context).actor);

/** What was sent, parsed by the route's own shapes. Refuses with `common.bad-input`, field by field. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const route: Route = Reflect.getMetadata(HANDLED_ROUTE, context.getHandler());
  const request = requestOf(context);
  return {
    params: parsed('params', route.params, request.params),
    query: parsed('query', route.query, request.query),
    body: route.body && parsed('body', route.body, jsonOf(request)),
  };
});

/** Forms and plain text are parsed too, and are nothing that a shape could say anything true about. */
function jsonOf({ body, headers }: ApiRequest): unknown {
  const type = headers['content-type'];
  if (type !== undefined && !/^application\/json\b/i.test(type))
    throw new Refused(refuse('common.content-type-not-taken'));
  return body;
}

/** The request itself, for what a route's shapes cannot say: its cookies, an upload. */
export const Request = createParamDecorator((_: unknown, context: ExecutionContext) => requestOf(context));

export const requestOf = (context: ExecutionContext): ApiRequest => context.switchToHttp().getRequest();

/** What is wrong with a field: `reason` is worded by `common.fields.<reason>`. */
export interface FieldFault {
  path: string;
  reason: string;
  numbers?: Record<string, string | number>;
}

/** What is wrong with what was sent, by the path of the field. */
export class BadInput extends Refused {
  constructor(readonly faults: FieldFault[]) {
    super(refuse('common.bad-input'));
  }
}

function parsed(part: string, shape: z.ZodMiniType | undefined, value: unknown): unknown {
  if (!shape) return undefined;
  const result = z.safeParse(shape, value ?? {});
  if (result.success) return result.data;
  // An address that cannot exist has nothing behind it.
  if (part === 'params') throw new Refused(refuse('common.not-found'));
  throw new BadInput(result.error.issues.map(faultOf));
}

/** What a shape finds wrong with a field, as a person reads it. */
export function faultOf(issue: z.core.$ZodIssue): FieldFault {
  const path = issue.path.join('.');
  if (issue.code === 'too_small')
    return {
      path,
      reason: issue.minimum === 1 && issue.origin === 'string' ? 'missing' : 'too-small',
      numbers: { least: Number(issue.minimum) },
    };
  if (issue.code === 'too_big')
    return { path, reason: tooBig[issue.origin] ?? 'too-big', numbers: { most: Number(issue.maximum) } };
  if (issue.code === 'invalid_type' && issue.input === undefined) return { path, reason: 'missing' };
  if (issue.code === 'invalid_format') return { path, reason: 'wrong-form' };
  if (issue.code === 'custom' && typeof issue.params?.['reason'] === 'string')
    return { path, reason: issue.params['reason'] };
  return { path, reason: issue.code === 'invalid_value' ? 'not-possible' : 'not-valid' };
}

const tooBig: Record<string, string> = { string: 'too-long', array: 'too-many-rows' };
