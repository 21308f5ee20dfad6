import { fillWithPeople } from '../scaled/load-fixtures.mjs';
import { startTopology } from '../scaled/topology.mjs';
import { asJson, codeOf, of, pick } from './endpoints.mjs';
import { figuresOf, measure, send } from './load.mjs';

const sizes = [25, 5000];
/** So many check in at most: as many as a large hall holds. */
const mostScans = 600;

/**
 * What sessions, attendance and hours ask most, with few and with many participants in one edition: neither the number of
 * statements nor the time may grow with them. Each row has the figures of either size.
 */
export async function measureFlat({ seconds }) {
  const bySize = [];
  for (const people of sizes) {
    const running = await startTopology();
    const [edition, ...others] = await fillWithPeople(running.env, [
      { editions: 1, people },
      { editions: 2, people: 100 },
    ]);
    const ports = running.apis.map(({ port }) => port);
    const once = (ask) => (number) => send(ports[number % ports.length], ask(number), number);
    // The first scans compile the code: they are those of other editions.
    const [warm, measured] = [await scansOf(others, ports[0]), await scansOf([edition], ports[0])];
    await measure(once(warm.ask), { count: warm.count });
    const rows = [{ name: 'check-in', ...figuresOf([await measure(once(measured.ask), { count: measured.count })]) }];
    for (const { name, ask } of questionsOf(edition))
      rows.push({ name, ...figuresOf([await measure(once(ask), { seconds })]) });
    await running.stop();
    bySize.push({ people, rows });
  }
  return bySize;
}

function questionsOf(edition) {
  const { participants, sessionId, tutor, coordinator } = edition;
  const asking = (cookie, path) => (number) => ({ path: of(edition, path(number)), headers: { cookie } });
  const ledger = (number) => `/enrolments/${pick(participants, number * 37).enrolmentId}/ledger`;
  return [
    { name: 'roll', ask: asking(tutor, () => `/sessions/${sessionId}/roll`) },
    { name: 'what is new on a roll', ask: asking(tutor, () => `/sessions/${sessionId}/roll/changes`) },
    { name: 'code on the wall', ask: asking(tutor, () => `/sessions/${sessionId}/code`) },
    { name: 'ledger of a participant', ask: asking(tutor, ledger) },
    { name: 'hours of all', ask: asking(tutor, () => '/hours') },
    { name: 'overview', ask: asking(coordinator, () => '/glance') },
    { name: 'attendance grid', ask: asking(coordinator, () => '/attendance') },
    { name: 'hours against the plan', ask: asking(coordinator, () => '/pace') },
  ];
}

/** Each says how long it has waited since the code was read, as a phone does: on a busy machine the code is another one by then. */
async function scansOf(editions, port) {
  const ask = async (request) => JSON.parse((await send(port, request, 0)).text);
  const scans = [];
  for (const edition of editions) {
    const readAt = performance.now();
    const code = await codeOf(edition, ask);
    for (const person of edition.participants.slice(0, mostScans)) scans.push({ ...person, code, readAt });
  }
  return {
    count: scans.length,
    ask: (number) => {
      const { cookie, enrolmentId, code, readAt } = scans[number];
      const waitedSeconds = Math.floor((performance.now() - readAt) / 1000);
      const scan = { code, device: `bench-${enrolmentId}`, waitedSeconds };
      return { method: 'POST', path: '/api/check-in', ...asJson(cookie, scan) };
    },
  };
}
