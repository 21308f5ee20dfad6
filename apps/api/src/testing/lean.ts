import { addressOf, askTogether, readEdition, readMe, type Route } from '@libretto/contracts';
import type { Caller } from './test-app';

/** What is asked, by whom, and what goes in beside the ids. */
export type Question<Place> = readonly [
  name: string,
  asked: Route | readonly Route[],
  by: (at: Place) => { caller: Caller } | undefined,
  input?: (at: Place) => object,
];

/** Who asks and what the address names are counted. */
const most = 6;

/**
 * Each question costs as many statements about much as about little, and few. Several routes are a screen: they are asked
 * at once, with what stands around every page of an edition.
 */
export function areLean<Place extends { ids: Readonly<Record<string, string>> }>(
  questions: readonly Question<Place>[],
  places: () => { few: Place; many: Place },
): void {
  it.each(questions.map(([name, ...question]) => ({ name, question })))(
    'is asked in as many statements about much as about little, and in few: $name',
    async ({ question: [asked, by, input] }) => {
      const ask = async (place: Place) => {
        const given = { params: place.ids, query: {}, ...input?.(place) } as never;
        const caller = by(place)?.caller as Caller;
        if ('path' in asked) {
          const { status, statements } = await caller.call(asked, given);
          return { statuses: [status], statements };
        }
        const addresses = [readMe, readEdition, ...asked].map((route) => addressOf(route, given));
        const { body, statements } = await caller.call(askTogether, { query: { ask: addresses } });
        return { statuses: body.map(({ status }) => status), statements };
      };
      const { few, many } = places();
      await ask(few);
      const little = await ask(few);
      expect(await ask(many)).toEqual(little);
      expect(little.statuses.filter((status) => status >= 300)).toEqual([]);
      expect(little.statements).toBeLessThanOrEqual(most);
    },
  );
}
