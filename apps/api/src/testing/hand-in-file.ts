import { beginUpload, handInWork, type InputOf } from '@libretto/contracts';
import type { Caller } from '../platform/http/caller';

type Asked = Omit<InputOf<typeof handInWork>, 'query' | 'body'> & {
  readonly query?: InputOf<typeof handInWork>['query'];
  readonly body?: Partial<InputOf<typeof handInWork>['body']>;
};

/** Sends a file and hands it in, like our pages; the answer of what refused it, if something did. */
export async function handInFile(
  caller: Caller,
  { params, query = {}, body = {} }: Asked,
  file: { name: string; content: Buffer | string },
) {
  const sent = await caller.send(beginUpload, { params, query }, file);
  if (sent.status !== 204) return sent;
  const parts = { files: [sent.body.id], links: [], text: '', isOriginal: false, ...body };
  return caller.call(handInWork, { params, query, body: parts });
}
