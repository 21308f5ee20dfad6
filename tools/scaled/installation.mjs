/**
 * `installation.mjs embedded|scaled`: an empty production in one of the two forms, for the process that forked it. It
 * sends `{ ready }`, then each `{ mail }`. `{ fill }` fills its database with people and is answered by `{ filled }`; any
 * other message ends it.
 */
import '../node.mjs';
import { startEmbedded } from './embedded.mjs';
import { fillWithPeople } from './load-fixtures.mjs';
import { startTopology } from './topology.mjs';

const tell = (message) => process.connected && process.send(message);
const start = process.argv[2] === 'scaled' ? startTopology : startEmbedded;
const { address, env, stop } = await start({
  onMail: ({ to, subject, text }) => tell({ mail: { to: to.map((one) => one.address), subject, text } }),
});
process.on('message', async ({ fill }) => {
  if (fill) return tell({ filled: await fillWithPeople(env, fill) });
  await stop();
  process.exit();
});
// The process that forked it may end without a message.
process.once('disconnect', () => process.exit());
tell({ ready: { url: address, env } });
