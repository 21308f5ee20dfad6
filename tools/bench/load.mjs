import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

/**
 * Sends the same request again and again, `atOnce` at a time, to each port in turn, for some seconds or `count` times.
 * `ask(number)` answers `{ method, path, headers, body }`. Any answer that is not a 2xx ends the measurement: a refusal
 * is quick and would flatter the figures.
 */
export async function measure(ports, ask, { seconds = 4, count, atOnce = 16 } = {}) {
  // Repeatable requests run for a moment before they count: the first requests compile the code.
  if (!count) await burst(ports, ask, { until: performance.now() + 1000, atOnce });
  const started = performance.now();
  const answers = await burst(ports, ask, count ? { count, atOnce } : { until: started + seconds * 1000, atOnce });
  const took = (performance.now() - started) / 1000;
  const times = answers.map(({ ms }) => ms).sort((a, b) => a - b);
  const statements = answers.map((answer) => answer.statements);
  return {
    requests: answers.length,
    perSecond: answers.length / took,
    p50: times[Math.floor(times.length * 0.5)],
    p95: times[Math.floor(times.length * 0.95)],
    statements: { least: Math.min(...statements), most: Math.max(...statements) },
  };
}

async function burst(ports, ask, { count = Infinity, until = Infinity, atOnce }) {
  const answers = [];
  let number = 0;
  const lane = async () => {
    while (number < count && performance.now() < until) {
      const turn = number++;
      answers.push(await send(ports[turn % ports.length], ask(turn), turn));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return answers;
}

/** One request and the time until its whole answer. Each has another sender address, as in a crowd. */
export function send(port, { method = 'GET', path, headers = {}, body }, turn) {
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
        if (answer.statusCode >= 300) reject(new Error(`${method} ${path} answered ${answer.statusCode}: ${text}`));
        else resolve({ ms, text, statements: Number(/dur=(\d+)/.exec(answer.headers['server-timing'])?.[1]) });
      });
    });
    outgoing.end(body);
  });
}
