import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { NotFound, PrivateAddress } from '../platform/loader';
import { isPublic, lookupPublic, nodeLoader } from './node-loader';

let server: Server;
let origin: string;
let asked: string[] = [];

beforeAll(async () => {
  server = createServer(({ url = '' }, reply) => {
    asked.push(url);
    if (url === '/onward') reply.writeHead(302, { location: '/data' }).end();
    else if (url === '/round') reply.writeHead(302, { location: '/round' }).end();
    else if (url === '/file') reply.writeHead(302, { location: 'file:///etc/hostname' }).end();
    else if (url === '/packed')
      reply.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(50_000_000)));
    else if (url === '/endless') {
      const more = () => reply.write(Buffer.alloc(100_000)) || reply.destroyed || reply.once('drain', more);
      const timer = setInterval(more, 1);
      reply.on('close', () => clearInterval(timer));
    } else if (url === '/data') reply.end('{}');
    else reply.writeHead(404).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});
beforeEach(() => (asked = []));

const load = nodeLoader({ allowPrivate: true });
const loadPublic = nodeLoader({ allowPrivate: false });

describe('the loader of the command line', () => {
  it('reads, follows a few redirects and knows what is not there', async () => {
    expect(new TextDecoder().decode(await load(`${origin}/data`))).toBe('{}');
    expect(new TextDecoder().decode(await load(`${origin}/onward`))).toBe('{}');
    await expect(load(`${origin}/nothing`)).rejects.toThrow(NotFound);
    await expect(load(`${origin}/round`)).rejects.toThrow('on and on');
    await expect(load(`${origin}/file`)).rejects.toThrow('no web address');
  });

  it('stops at its cap, whatever the answer says of its length', async () => {
    await expect(load(`${origin}/endless`, 500_000)).rejects.toThrow('More than 500000 bytes');
  });

  it('unpacks nothing', async () => {
    await expect(load(`${origin}/packed`)).rejects.toThrow('no plain answer');
  });

  it('asks no machine of a private network', async () => {
    const { port } = server.address() as AddressInfo;
    for (const host of ['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]', '0.0.0.0']) {
      await expect(loadPublic(`http://${host}:${port}/data`)).rejects.toThrow(PrivateAddress);
    }
    expect(asked).toEqual([]);
  });

  it('looks a name up once, and takes none that is partly private', async () => {
    const found = await new Promise<unknown>((resolve) => lookupPublic('localhost', { all: true }, resolve));
    expect(found).toBeInstanceOf(PrivateAddress);
  });
});

describe('an address', () => {
  it.each([
    ['93.184.216.34', true],
    ['2a00:1450:4001:80b::200e', true],
    ['::ffff:93.184.216.34', true],
    ['10.1.2.3', false],
    ['172.16.0.1', false],
    ['192.168.1.1', false],
    ['127.8.9.1', false],
    ['169.254.169.254', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['::', false],
    ['::1', false],
    ['::127.0.0.1', false],
    ['::ffff:10.0.0.1', false],
    ['64:ff9b::10.0.0.1', false],
    ['2002:7f00:1::', false],
    ['2001:db8::1', false],
    ['fc00::1', false],
    ['fd12::1', false],
    ['fe80::1', false],
    ['ff02::1', false],
  ])('%s is public: %s', (address, expected) => {
    expect(isPublic(address)).toBe(expected);
  });
});
