/**
 * `npm run start:scaled`: the form of docker/compose.yaml on this machine. Its data go when it stops; nothing is
 * seeded, and mails come out here instead of in somebody's mailbox. PORT chooses another port than 4300.
 */
import './node.mjs';
import { build } from './build.mjs';
import { answers } from './services.mjs';
import { startTopology } from './scaled/topology.mjs';

const port = Number(process.env.PORT || 4300);
if (await answers(port)) {
  console.error(
    `Port ${port} is in use. Stop the other program, or choose another port: PORT=${port + 1} npm run start:scaled`,
  );
  process.exit(1);
}
build(['api', 'web']);

let topology;
let stopping;
const stop = (code) => (stopping ??= Promise.resolve(topology?.stop()).then(() => process.exit(code)));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(0));

topology = await startTopology({
  port,
  say: (line) => console.log(`  ${line}`),
  onMail: ({ to, subject, text }) =>
    console.log(
      `  e-mail to ${to.map(({ address }) => address).join(', ')}: ${subject} ${/https?:\S+/.exec(text ?? '')?.[0] ?? ''}`,
    ),
}).catch((error) => {
  console.error(error.message);
  return stop(1);
});
const { address, apis, workers, env } = topology;
console.log(`
  Libretto (scaled out) is running at ${address}
  api processes on ports ${apis.map((api) => api.port).join(' and ')}, workers ${workers.map(({ pid }) => pid).join(' and ')}

  To create the first coordinator, register there and run in another terminal:
  DATABASE_URL='${env.DATABASE_URL}' npm run coordinator -- you@example.org

  Press Ctrl-C to stop everything and delete the data.
`);
