import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

/**
 * Does the same again and again, `atOnce` at a time, for some seconds or `count` times, and answers how long it took.
 * `once(number)` answers `{ ms, statements }`.
 */
export async function measure(once, { seconds = 4, warmUp = 1, count, atOnce = 16 } = {}) {
  // What can be repeated runs for a moment before it counts: the first requests compile the code.
  if (!count) await burst(once, { until: performance.now() + warmUp * 1000, atOnce });
  const started = performance.now();
  const answers = await burst(once, count ? { count, atOnce } : { until: started + seconds * 1000, atOnce });
  return { answers, took: (performance.now() - started) / 1000 };
}

/** The figures of one or more measurements of the same. */
export function figuresOf(measurements) {
  const answers = measurements.flatMap((one) => one.answers);
  const took = measurements.reduce((sum, one) => sum + one.took, 0);
  const times = answers.map(({ ms }) => ms).sort((a, b) => a - b);
  const statements = answers.map((answer) => answer.statements);
  return {
    perSecond: answers.length / took,
    p50: times[Math.floor(times.length * 0.5)],
    p95: times[Math.floor(times.length * 0.95)],
    statements: { least: Math.min(...statements), most: Math.max(...statements) },
  };
}

async function burst(once, { count = Infinity, until = Infinity, atOnce }) {
  const answers = [];
  let number = 0;
  const lane = async () => {
    while (number < count && performance.now() < until) answers.push(await once(number++));
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return answers;
}

/** Asks for all of a screen as a browser does: the addresses of a wave at the same time, each at the next process. */
export async function openScreen(ports, waves, turn) {
  const started = performance.now();
  let statements = 0;
  let port = turn;
  for (const requests of waves) {
    const answers = await Promise.all(requests.map((one) => send(ports[port++ % ports.length], one, turn)));
    for (const answer of answers) statements += answer.statements;
  }
  return { ms: performance.now() - started, statements };
}

/**
 * One request and the time until its whole answer. Each has another sender address, as in a crowd. Any answer that is
 * not a 2xx, or has not the expected status, ends the measurement: a refusal is quick and would flatter the figures.
 */
export function send(port, { method = 'GET', path, headers = {}, body, status }, turn) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const from = `10.${(turn >> 16) & 255}.${(turn >> 8) & 255}.${turn & 255}`;
    const outgoing = request({
      agent,
      host: '127.0.0.1',
      port,
      method,
      path,
      headers: { 'x-libretto': 'bench', 'x-forwarded-for': from, ...headers },
    });
    outgoing.once('error', reject);
    outgoing.once('response', (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.once('error', reject).once('end', () => {
        const ms = performance.now() - started;
        const text = Buffer.concat(parts).toString();
        const isExpected = status ? answer.statusCode === status : answer.statusCode < 300;
        if (!isExpected) reject(new Error(`${method} ${path} answered ${answer.statusCode}: ${text}`));
        else
          resolve({
            ms,
            text,
            location: answer.headers.location,
            statements: Number(/dur=(\d+)/.exec(answer.headers['server-timing'])?.[1] ?? 0),
          });
      });
    });
    outgoing.end(body);
  });
}
