import { Agent, createServer, request } from 'node:http';

/**
 * Stands in for nginx on one machine: hands each request to the next of `ports` in turn, so that everything behind it
 * must work without sticky state. A WebSocket of a browser with the cookie `process` goes to the process of that number, for
 * whoever wants two browsers at two. Answers the server once it listens on `port`.
 */
export async function startProxy(port, ports) {
  const agent = new Agent({ keepAlive: true });
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    const isSafe = ['GET', 'HEAD'].includes(incoming.method);
    const forward = (triesLeft) => {
      const onward = request({
        // An idle connection may just have been closed at its other end, and a command is not repeated: it gets a
        // connection of its own.
        agent: isSafe && agent,
        host: '127.0.0.1',
        port: ports[turn++ % ports.length],
        method: incoming.method,
        path: incoming.url,
        headers: {
          ...incoming.headers,
          'x-forwarded-for': [incoming.headers['x-forwarded-for'], incoming.socket.remoteAddress]
            .filter(Boolean)
            .join(', '),
        },
      });
      onward.once('response', (answer) => {
        outgoing.writeHead(answer.statusCode, answer.headers);
        answer.pipe(outgoing);
      });
      onward.once('error', () => {
        // Only a request that cannot have changed anything is sent to another process again.
        if (triesLeft && !outgoing.headersSent && isSafe) forward(triesLeft - 1);
        else if (outgoing.headersSent) outgoing.destroy();
        else outgoing.writeHead(502).end('No process answered.');
      });
      incoming.pipe(onward);
    };
    forward(ports.length - 1);
  });
  // A WebSocket stays with the process that took it.
  server.on('upgrade', ({ url, headers }, socket, head) => {
    const chosen = /\bprocess=(\d)/.exec(headers.cookie ?? '');
    const port = ports[(chosen ? Number(chosen[1]) : turn++) % ports.length];
    const onward = request({ host: '127.0.0.1', port, path: url, headers });
    const answered = ({ statusCode, statusMessage, rawHeaders }) => {
      const lines = rawHeaders.flatMap((name, at) => (at % 2 ? [] : [`${name}: ${rawHeaders[at + 1]}`]));
      socket.write([`HTTP/1.1 ${statusCode} ${statusMessage}`, ...lines, '', ''].join('\r\n'));
    };
    onward.once('upgrade', (answer, behind, first) => {
      answered(answer);
      socket.write(first);
      behind.write(head);
      behind.pipe(socket).pipe(behind);
      behind.once('error', () => socket.destroy());
      socket.once('error', () => behind.destroy());
    });
    onward.once('response', (answer) => {
      answered(answer);
      answer.pipe(socket);
    });
    onward.once('error', () => socket.destroy());
    onward.end();
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return server;
}
