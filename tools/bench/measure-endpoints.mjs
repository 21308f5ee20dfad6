import { endpointsOf } from './endpoints.mjs';
import { figuresOf, measure, send } from './load.mjs';

/**
 * The figures of single requests, sixteen at a time, straight to the api processes in turn; with `only`, of those with
 * this in their name.
 */
export async function measureEndpoints(installation, { seconds, only = '' }) {
  const ports = installation.apis.map(({ port }) => port);
  const sendOnce = (request) => send(ports[0], request, 0);
  const before = { send: sendOnce, json: async (request) => JSON.parse((await sendOnce(request)).text) };
  const rows = [];
  for (const { name, ask, list, count, isRepeated } of endpointsOf(installation)) {
    if (!name.includes(only)) continue;
    const items = list ? await list(before) : undefined;
    const once = (number) => send(ports[number % ports.length], ask(number, items), number);
    const measured = await measure(once, {
      atOnce: 16,
      seconds,
      count: isRepeated ? undefined : (items?.length ?? count),
    });
    rows.push({ name, ...figuresOf([measured]) });
  }
  return rows;
}
