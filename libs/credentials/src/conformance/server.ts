import { createServer, type IncomingMessage, type Server } from 'node:http';
import { json } from 'node:stream/consumers';
import { at } from '../award/award-record';
import { nodeLoader } from '../command-line/node-loader';
import { isObject, listOf, type JsonObject } from '../platform/json';
import type { Verification } from '../findings/verification';
import { verify } from '../verification/verify';
import { issue } from './issuer';
import { presentationFault } from './presentation';

/** The verdicts by which a suite is told yes. Its lists of trusted issuers and most of its status lists do not exist. */
const good = ['valid', 'unlisted', 'unconfirmed'];

interface Answer {
  readonly status: number;
  readonly body: object;
}

const refused = (...errors: readonly unknown[]): Answer => ({ status: 400, body: { verified: false, errors } });

/**
 * The VC-API as the public conformance suites ask it: `POST /credentials/issue`, `/credentials/verify` and
 * `/presentations/verify`. It is in no build of the product: it signs whatever it is asked to.
 */
export const conformanceServer = (clock: () => Date = () => new Date()): Server =>
  createServer((request, reply) => {
    void answer(request, clock())
      .catch((error: unknown) => refused({ message: error instanceof Error ? error.message : String(error) }))
      .then(({ status, body }) => {
        reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      });
  });

async function answer(request: IncomingMessage, now: Date): Promise<Answer> {
  const path = request.method === 'POST' ? request.url : undefined;
  const ask = path && Object.hasOwn(routes, path) ? routes[path] : undefined;
  return ask ? ask((await json(request)) as JsonObject, now) : { status: 404, body: { errors: ['no such address'] } };
}

const routes: Readonly<Record<string, (body: JsonObject, now: Date) => Promise<Answer>>> = {
  '/credentials/issue': async (body, now) => {
    const credential = at(body, 'credential');
    if (!isObject(credential)) return refused('credential');
    return { status: 201, body: { verifiableCredential: await issue(credential, now) } };
  },
  '/credentials/verify': async (body, now) => {
    const credential = at(body, 'verifiableCredential');
    if (!isObject(credential)) return refused('verifiableCredential');
    const verification = await verificationOf(credential, now);
    return good.includes(verification.verdict)
      ? { status: 200, body: { verified: true, ...told(verification) } }
      : refused(told(verification));
  },
  '/presentations/verify': async (body, now) => {
    const presentation = at(body, 'verifiablePresentation');
    if (!isObject(presentation)) return refused('verifiablePresentation');
    const around = { loader: nodeLoader({ allowPrivate: true }), now };
    const fault = await presentationFault(presentation, { ...asked(body) }, around);
    if (fault !== undefined) return refused(fault);
    const credentials = listOf(presentation['verifiableCredential']) as JsonObject[];
    const verifications = await Promise.all(credentials.map((credential) => verificationOf(credential, now)));
    const bad = verifications.filter(({ verdict }) => !good.includes(verdict));
    return bad.length ? refused(...bad.map(told)) : { status: 200, body: { verified: true } };
  },
};

const asked = (body: JsonObject) => ({
  challenge: at(body, 'options', 'challenge'),
  domain: at(body, 'options', 'domain'),
});

const verificationOf = (credential: JsonObject, now: Date): Promise<Verification> =>
  verify(credential, { loader: nodeLoader({ allowPrivate: true }), now });

const told = ({ verdict, checks }: Verification) => ({ verdict, checks });
