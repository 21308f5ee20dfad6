import {
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
  HttpCode,
  RequestMapping,
  RequestMethod,
  Res,
  SetMetadata,
} from '@nestjs/common';
import { type AnswerTo, type FieldFault, faultsOf, type InputOf, type Route } from '@libretto/contracts';
import { type Actor, type Policy, refuse, type SignedInPolicy } from '@libretto/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import { Refused } from '../refusals/refused';

export const HANDLED_ROUTE = 'handled-route';
export const ROUTE_POLICY = 'route-policy';

/** A request inside of the api: the actor is known before any handler runs. */
export interface ApiRequest extends FastifyRequest {
  actor: Actor | null;
  signInId: string | null;
}

/** The argument of a handler: the actor and the input, parsed by the route's own shapes. */
export type RequestOf<R, Asking extends Actor | null = Actor> = InputOf<R> & {
  readonly actor: Asking;
  /** The request itself, for data outside of a route's shapes: its address, a sign-in, an upload. */
  readonly raw: ApiRequest;
};

/** The same for a route that is for visitors too. */
export type PublicRequestOf<R> = RequestOf<R, Actor | null>;

/** A method that fits a route: it takes the route's input and answers the route's reply, and no more than that. */
type Handler<R, Asking extends Actor | null> = (
  request: RequestOf<R, Asking>,
  reply: FastifyReply,
) => AnswerTo<R> | Promise<AnswerTo<R>>;

/** The names in an answer that the route's reply does not have, at any depth: such as a further column of a row. */
type Beyond<Answer, Reply> = unknown extends Answer | Reply
  ? never
  : Same<Answer, Reply> extends true
    ? never
    : Answer extends readonly (infer Item)[]
      ? Beyond<Item, ItemOf<Reply>>
      : Answer extends object
        ? | Exclude<keyof Answer & string, KeyOf<Reply>>
          | { [Key in keyof Answer]-?: Beyond<Answer[Key], ValueOf<Reply, Key>> }[keyof Answer]
        : never;
/** Whether two types are one: a type that holds itself is looked into no further. */
type Same<One, Other> = (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false;
type ItemOf<T> = T extends readonly (infer Item)[] ? Item : never;
type KeyOf<T> = T extends object ? keyof T : never;
type ValueOf<T, Key> = T extends object ? (Key extends keyof T ? T[Key] : never) : never;
type Exactly<Names> = [Names] extends [never] ? unknown : { readonly 'the reply has no': Names };

/**
 * Handles a route of the contracts, for actors whom the policy lets in. A method that does not fit the route, or that
 * requires an actor where the policy lets in visitors, does not compile.
 */
export const Handles =
  <R extends Route, P extends Policy>(route: R, policy: P) =>
  <Method extends Handler<R, P extends SignedInPolicy ? Actor : Actor | null>>(
    controller: object,
    name: string,
    method: TypedPropertyDescriptor<Method> & Exactly<Beyond<Awaited<ReturnType<Method>>, AnswerTo<R>>>,
  ): void => {
    Given()(controller, name, 0);
    // The handler itself sends bytes and streams; every other answer is sent for it.
    Res({ passthrough: typeof route.reply !== 'string' })(controller, name, 1);
    applyDecorators(
      RequestMapping({ path: route.path, method: RequestMethod[route.method] }),
      HttpCode(route.reply ? (route.method === 'POST' ? 201 : 200) : 204),
      SetMetadata(HANDLED_ROUTE, route),
      SetMetadata(ROUTE_POLICY, policy),
    )(controller, name, method);
  };

/** Refuses with `common.bad-input`, field by field, if the input does not fit the route. */
const Given = createParamDecorator((_: unknown, context: ExecutionContext): PublicRequestOf<Route> => {
  const route: Route = Reflect.getMetadata(HANDLED_ROUTE, context.getHandler());
  const raw = requestOf(context);
  return {
    // What is the same for all is answered to nobody in particular.
    actor: route.sameForAll ? null : raw.actor,
    params: parsed('params', route.params, raw.params),
    query: parsed('query', route.query, raw.query),
    body: route.body && parsed('body', route.body, jsonOf(raw)),
    raw,
  };
});

/** Forms and plain text are parsed too, but no shape can check them. */
function jsonOf({ body, headers }: ApiRequest): unknown {
  const type = headers['content-type'];
  if (type !== undefined && !/^application\/json\b/i.test(type))
    throw new Refused(refuse('common.content-type-not-taken'));
  return body;
}

export const requestOf = (context: ExecutionContext): ApiRequest => context.switchToHttp().getRequest();

/** The faults of an input, by the paths of its fields. */
export class BadInput extends Refused {
  constructor(readonly faults: FieldFault[]) {
    super(refuse('common.bad-input'));
  }
}

function parsed(part: string, shape: z.ZodMiniType | undefined, value: unknown): unknown {
  if (!shape) return undefined;
  const given = value ?? {};
  const result = z.safeParse(shape, given);
  if (result.success) return result.data;
  // An impossible address is not found.
  if (part === 'params') throw new Refused(refuse('common.not-found'));
  throw new BadInput(faultsOf(result.error, given));
}
