import { randomUUID } from 'node:crypto';

/**
 * The requests of the bench. Each makes the request with this number, so that one measurement goes through everybody;
 * `count` bounds requests that work only once per person.
 */
const json = { 'content-type': 'application/json' };
export const pick = (list, number) => list[number % list.length];
export const of = ({ id }, path) => `/api/editions/${id}${path}`;
export const asJson = (cookie, body) => ({ headers: { ...json, cookie }, body: JSON.stringify(body) });

/** Questions go to the large `edition`, changes to the `others`, so that the screens of the large one stay as they are. */
export function endpointsOf({ edition, others }) {
  // The first person of each edition, then the second of each: any number of people covers all editions.
  const [{ participants: first }] = others;
  const everybody = first.flatMap((_, place) => others.map((one) => ({ ...one.participants[place], edition: one })));
  // Who checks in is nobody whom the tutor marks: each leaves a mark of its own.
  const marked = everybody.filter((_, place) => place % 2 === 0);
  const scanning = everybody.filter((_, place) => place % 2 === 1);
  const changing =
    (method, path, body, people = everybody) =>
    (number) => {
      const person = pick(people, number);
      return { method, path: of(person.edition, path(person)), ...body(person) };
    };
  return [
    {
      name: 'booklet',
      ask: (number) => ({
        path: of(edition, '/booklet'),
        headers: { cookie: pick(edition.participants, number).cookie },
      }),
    },
    { name: 'programme page', ask: () => ({ path: `/api/programmes/${edition.slug}` }) },
    {
      name: 'roll',
      ask: () => ({ path: of(edition, `/sessions/${edition.sessionId}/roll`), headers: { cookie: edition.tutor } }),
    },
    {
      name: 'completion of an edition',
      ask: () => ({ path: of(edition, '/completion'), headers: { cookie: edition.coordinator } }),
    },
    {
      name: 'marking list',
      ask: () => ({ path: of(edition, '/project-work/marking'), headers: { cookie: edition.tutor } }),
    },
    ...['?sort=group', '?sort=-state', '?q=kovac'].map((query) => ({
      name: `marking list${query}`,
      ask: () => ({ path: of(edition, `/project-work/marking${query}`), headers: { cookie: edition.tutor } }),
    })),
    {
      name: 'work to mark, and the next one',
      list: ({ json: ask }) => worksToMark([edition], ask),
      isRepeated: true,
      ask: (number, works) => ({
        path: of(edition, `/project-work/marking/${pick(works, number * 37).workId}`),
        headers: { cookie: edition.tutor },
      }),
    },
    ...edition.desks.map((desk) => ({
      name: `open dossier, of ${desk.dossiers.toLocaleString('en')}`,
      ask: (number) => ({
        path: of(desk, `/dossiers/${pick(desk.opened, number)}`),
        headers: { cookie: desk.chair },
      }),
    })),
    ...edition.desks.flatMap((desk) =>
      ['', '?q=kovac&step=voted'].map((query) => ({
        name: `desk of ${desk.dossiers.toLocaleString('en')} dossiers${query ? ', searched' : ''}`,
        ask: () => ({ path: of(desk, `/desk${query}`), headers: { cookie: desk.chair } }),
      })),
    ),
    {
      name: 'hand-in',
      // The files have come before: what is measured is handing them in.
      list: async ({ send }) => {
        const arrived = [];
        for (const person of everybody) arrived.push({ person, file: await upload(person, send) });
        return arrived;
      },
      ask: (number, arrived) => {
        const { person, file } = arrived[number];
        const version = { files: [file], links: [], text: '', isOriginal: true };
        return {
          method: 'POST',
          path: of(person.edition, '/project-work/submissions'),
          ...asJson(person.cookie, version),
        };
      },
    },
    {
      name: 'grade',
      // The works handed in above, one mark each.
      list: ({ json: ask }) => worksToMark(others, ask),
      ask: (number, works) => {
        const { edition: one, workId, version } = works[number];
        const marking = {
          version,
          outcome: 'passed',
          rubric: one.rubric.map((row) => ({ row, level: 'met' })),
          comment: 'Sound.',
        };
        return {
          method: 'POST',
          path: of(one, `/project-work/marking/${workId}`),
          ...asJson(one.tutor, marking),
        };
      },
    },
    {
      name: 'mark on a roll',
      count: marked.length,
      ask: changing(
        'PUT',
        ({ edition: one, enrolmentId }) => `/sessions/${one.sessionId}/roll/${enrolmentId}`,
        ({ edition: one }) => asJson(one.tutor, { mark: 'present' }),
        marked,
      ),
    },
    {
      name: 'check-in',
      // The code of each session, read before the first scan: it is good for longer than the measurement takes.
      list: async ({ json: ask }) => {
        const codes = new Map();
        for (const one of others) codes.set(one, await codeOf(one, ask));
        return scanning.map((person) => ({ person, code: codes.get(person.edition) }));
      },
      ask: (number, scans) => {
        const { person, code } = scans[number];
        const scan = { code, device: `bench-${person.enrolmentId}` };
        return { method: 'POST', path: '/api/check-in', ...asJson(person.cookie, scan) };
      },
    },
    {
      name: 'record self-study',
      count: everybody.length,
      ask: changing(
        'POST',
        () => '/modules/1/self-study',
        ({ cookie }) => asJson(cookie, { entryId: randomUUID(), from: today(), minutes: 5 }),
      ),
    },
  ];
}

const today = () => new Date().toISOString().slice(0, 10);

export async function codeOf({ id, sessionId, tutor }, ask) {
  const { codes } = await ask({
    path: `/api/editions/${id}/sessions/${sessionId}/code`,
    headers: { cookie: tutor },
  });
  return codes[0].short;
}

/** Every work that waits for its mark, page by page. */
async function worksToMark(editions, ask) {
  const works = [];
  for (const edition of editions) {
    const headers = { cookie: edition.tutor };
    for (let after; after !== null;) {
      const path = `/api/editions/${edition.id}/project-work/marking${after ? `?after=${encodeURIComponent(after)}` : ''}`;
      const { items, next } = await ask({ path, headers });
      works.push(...items.map(({ workId, version }) => ({ edition, workId, version })));
      after = next;
    }
  }
  return works;
}

const smallPdf = Buffer.from(
  `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
);

/** Sends a small file by tus, as a person's browser does. Answers its id. */
async function upload({ cookie, edition }, send) {
  const headers = { cookie, 'x-libretto': 'web', 'tus-resumable': '1.0.0' };
  const { location } = await send({
    method: 'POST',
    path: `/api/editions/${edition.id}/project-work/uploads`,
    headers: {
      ...headers,
      'upload-length': String(smallPdf.length),
      'upload-metadata': `filename ${Buffer.from('work.pdf').toString('base64')}`,
    },
  });
  await send({
    method: 'PATCH',
    path: location,
    headers: { ...headers, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
    body: smallPdf,
  });
  return location.split('/').at(-1);
}
