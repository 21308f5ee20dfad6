import { createServer } from 'node:http';
import { freePort } from '../services.mjs';
import { startProxy } from './proxy.mjs';

describe('the proxy in front of the api processes', () => {
  const servers = [];
  const listening = async (answer) => {
    const server = createServer(answer);
    const port = await freePort();
    await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
    servers.push(server);
    return port;
  };
  const proxied = async (...ports) => {
    const port = await freePort();
    servers.push(await startProxy(port, ports));
    return `http://127.0.0.1:${port}/`;
  };
  const named = (name) => (request, answer) => answer.end(`${name} ${request.headers['x-forwarded-for']}`);

  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.close();
      server.closeAllConnections();
    }
  });

  const text = async (...call) => (await fetch(...call)).text();

  it('takes turns and says who asked', async () => {
    const address = await proxied(await listening(named('first')), await listening(named('second')));
    expect([await text(address), await text(address), await text(address)]).toEqual([
      'first 127.0.0.1',
      'second 127.0.0.1',
      'first 127.0.0.1',
    ]);
  });

  it('asks another process when one is gone', async () => {
    const address = await proxied(await freePort(), await listening(named('second')));
    expect(await text(address)).toBe('second 127.0.0.1');
  });

  it('never repeats what may have changed something', async () => {
    const address = await proxied(await freePort(), await listening(named('second')));
    const answer = await fetch(address, { method: 'POST', body: 'once' });
    expect(answer.status).toBe(502);
  });
});
