/** The two forms of the product, each filled with the same people. */
import { fillWithPeople } from '../scaled/load-fixtures.mjs';
import { startEmbedded } from '../scaled/embedded.mjs';
import { startTopology } from '../scaled/topology.mjs';

/** One edition whose screens are opened, and editions of 100 for what changes something. */
const wantedFor = (people) => [
  { editions: 1, people, handedIn: true, desks: [5, 500, 5000] },
  { editions: Math.min(6, Math.ceil(people / 100)), people: 100 },
];

/** Answers the running installation of a checkout with `{ edition, others }`, the ids of its people. */
export async function installationOf(form, people, { root }) {
  const fill = (env) => fillWithPeople(env, wantedFor(people), root);
  if (form === 'scaled') {
    const running = await startTopology({ root });
    const [edition, ...others] = await fill(running.env);
    return { ...running, edition, others };
  }
  // SQLite lets one process write: the people are there before it starts.
  let filled;
  const running = await startEmbedded({ root, prepare: async (env) => (filled = await fill(env)) });
  const [edition, ...others] = filled;
  return { ...running, edition, others };
}
