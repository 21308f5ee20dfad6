import { setTimeout as pause } from 'node:timers/promises';
import { startTopology } from './topology.mjs';

const until = async (holds) => {
  const patience = Date.now() + 30_000;
  while (!holds() && Date.now() < patience) await pause(100);
};

describe('the scaled-out form', () => {
  let topology;
  beforeAll(async () => {
    topology = await startTopology();
  });
  afterAll(() => topology?.stop());

  const send = (path, body) =>
    fetch(`${topology.address}/api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-libretto': 'web' },
      body: JSON.stringify(body),
    });

  it('has every api process ready', async () => {
    const states = await Promise.all(topology.apis.map(async ({ port }) => (await fetch(`http://127.0.0.1:${port}/health/ready`)).json()));
    expect(states).toEqual([{ status: 'ready' }, { status: 'ready' }]);
  });

  it('serves the web application through the proxy', async () => {
    expect(await (await fetch(topology.address)).text()).toContain('<base href="/"');
  });

  it('takes a registration at one process, has a worker mail the code, and takes the code at the other', async () => {
    const email = 'ana.kovac@university.example';
    const person = { email, password: 'a password nobody guesses', givenName: 'Ana', familyName: 'Kovač', language: 'en', timeZone: 'Europe/Zagreb' };
    expect((await send('/accounts', person)).ok).toBe(true);
    await until(() => topology.mails.length);
    expect(topology.mails.map(({ to }) => to[0].address)).toEqual([email]);
    const [link] = /https?:\S+/.exec(topology.mails[0].text);
    const code = new URL(link).searchParams.get('code');
    expect((await send('/accounts/confirmation', { code })).status).toBe(204);
    expect((await send('/sign-in', { email, password: person.password })).ok).toBe(true);
  });

  it('refuses to start without a way to send mails', async () => {
    await expect(startTopology({ apis: 1, workers: 0, env: { SMTP_URL: '' } })).rejects.toThrow('did not become ready');
  });
});
