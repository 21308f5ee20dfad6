import 'reflect-metadata';
import { type InputOf, id, route } from '@libretto/contracts';
import { type Actor, anyone, signedIn } from '@libretto/domain';
import * as z from 'zod/mini';
import { Handles, HANDLED_ROUTE, type PublicRequestOf, type RequestOf, ROUTE_POLICY } from './handles';

const lendBook = route({
  summary: 'Lend a book',
  method: 'POST',
  path: '/shelves/:shelfId/loans',
  params: z.object({ shelfId: id }),
  body: z.object({ title: z.string(), days: z.int() }),
  reply: z.object({ loan: z.object({ id, until: z.string() }), earlier: z.array(z.object({ by: z.string() })) }),
});
const returnBook = route({
  summary: 'Give a book back',
  method: 'POST',
  path: '/shelves/:shelfId/returns',
  params: z.object({ shelfId: id }),
});

const reply = { loan: { id: '', until: '' }, earlier: [{ by: '' }] };

/** Code that the compiler has to refuse is marked: a mark without a fault below it does not compile either. */
class Shelf {
  @Handles(lendBook, signedIn)
  async fits({ actor, params, body }: RequestOf<typeof lendBook>) {
    return { ...reply, loan: { id: params.shelfId, until: `${actor.accountId} ${body.days}` } };
  }

  @Handles(returnBook, anyone)
  fitsVisitors({ actor }: PublicRequestOf<typeof returnBook>): void {
    if (actor === null) return;
  }

  // @ts-expect-error -- a param that the address does not have
  @Handles(lendBook, signedIn)
  otherParam({ params }: RequestOf<typeof lendBook> & { params: { shelf: string } }) {
    return { ...reply, loan: { id: params.shelf, until: '' } };
  }

  // @ts-expect-error -- the body of another route
  @Handles(lendBook, signedIn)
  otherBody({ body }: InputOf<typeof lendBook> & { body: { pages: number } }) {
    return { ...reply, loan: { id: String(body.pages), until: '' } };
  }

  // @ts-expect-error -- the request of another route
  @Handles(returnBook, signedIn)
  otherRoute({ body }: RequestOf<typeof lendBook>): void {
    void body.title;
  }

  // @ts-expect-error -- visitors come in: there may be no actor
  @Handles(returnBook, anyone)
  countsOnSomebody({ actor }: { actor: Actor }): void {
    void actor.accountId;
  }

  // @ts-expect-error -- a field is missing
  @Handles(lendBook, signedIn)
  answersLess() {
    return { loan: reply.loan };
  }

  // @ts-expect-error -- a field of another type, later
  @Handles(lendBook, signedIn)
  async answersDates() {
    return { ...reply, loan: { id: '', until: new Date(0) } };
  }

  // @ts-expect-error -- a column that the reply does not have
  @Handles(lendBook, signedIn)
  async answersMore() {
    return { ...reply, accountId: '' };
  }

  // @ts-expect-error -- the same within the rows of a list
  @Handles(lendBook, signedIn)
  answersMoreInRows() {
    return { ...reply, earlier: [{ by: '', passwordHash: '' }] };
  }

  // @ts-expect-error -- something where nothing is answered
  @Handles(returnBook, signedIn)
  answersTooMuch() {
    return reply;
  }
}

describe('a handler', () => {
  it.each([
    ['fits', lendBook, signedIn],
    ['fitsVisitors', returnBook, anyone],
  ] as const)('that %s stands for its route, with its policy', (name, handled, policy) => {
    const handler = Shelf.prototype[name];
    expect(Reflect.getMetadata(HANDLED_ROUTE, handler)).toBe(handled);
    expect(Reflect.getMetadata(ROUTE_POLICY, handler)).toBe(policy);
  });
});
