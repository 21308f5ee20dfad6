import { endpointsOf } from './endpoints.mjs';
import { figuresOf, measure, send } from './load.mjs';

/** The figures of single requests, sixteen at a time, straight to the api processes in turn. */
export async function measureEndpoints(installation, { seconds }) {
  const ports = installation.apis.map(({ port }) => port);
  const askOnce = async (request) => JSON.parse((await send(ports[0], request, 0)).text);
  const rows = [];
  for (const { name, ask, list, count } of endpointsOf(installation)) {
    const items = list ? await list(askOnce) : undefined;
    const once = (number) => send(ports[number % ports.length], ask(number, items), number);
    const measured = await measure(once, { atOnce: 16, seconds, count: items?.length ?? count });
    rows.push({ name, ...figuresOf([measured]) });
  }
  return rows;
}
