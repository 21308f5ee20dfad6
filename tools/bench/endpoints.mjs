/**
 * The requests of the bench. Each makes the request with this number, so that one measurement goes through everybody;
 * `count` bounds requests that work only once per person.
 */
const json = { 'content-type': 'application/json' };
const pick = (list, number) => list[number % list.length];

export function endpointsOf(crowd, { mostWrites = 600 } = {}) {
  // The first person of each edition, then the second of each: any number of people covers all editions.
  const [{ participants: first, desks }] = crowd;
  const everybody = first.flatMap((_, place) => crowd.map((edition) => ({ ...edition.participants[place], edition })));
  const of = ({ id }, path) => `/api/editions/${id}${path}`;
  return [
    {
      name: 'booklet',
      ask: (number) => {
        const { edition, cookie } = pick(everybody, number);
        return { path: of(edition, '/booklet'), headers: { cookie } };
      },
    },
    { name: 'programme page', ask: (number) => ({ path: `/api/programmes/${pick(crowd, number).slug}` }) },
    {
      name: 'roll',
      ask: (number) => {
        const edition = pick(crowd, number);
        return { path: of(edition, `/sessions/${edition.sessionId}/roll`), headers: { cookie: edition.tutor } };
      },
    },
    {
      name: 'completion of an edition',
      ask: (number) => {
        const edition = pick(crowd, number);
        return { path: of(edition, '/completion'), headers: { cookie: edition.coordinator } };
      },
    },
    ...desks.map((desk) => ({
      name: `open dossier, of ${desk.dossiers.toLocaleString('en')}`,
      ask: (number) => ({
        path: of(desk, `/dossiers/${pick(desk.opened, number)}`),
        headers: { cookie: desk.chair },
      }),
    })),
    ...desks.flatMap((desk) =>
      ['', '?q=kovac&step=voted'].map((query) => ({
        name: `desk of ${desk.dossiers.toLocaleString('en')} dossiers${query ? ', searched' : ''}`,
        ask: () => ({ path: of(desk, `/desk${query}`), headers: { cookie: desk.chair } }),
      })),
    ),
    {
      name: 'hand-in',
      count: Math.min(everybody.length, mostWrites),
      ask: (number) => {
        const { edition, cookie } = pick(everybody, number);
        return {
          method: 'POST',
          path: of(edition, '/project-work/submissions'),
          ...upload('work.pdf', smallPdf, { cookie }),
        };
      },
    },
    {
      name: 'marking list',
      ask: (number) => {
        const edition = pick(crowd, number);
        return { path: of(edition, '/project-work/marking'), headers: { cookie: edition.tutor } };
      },
    },
    {
      name: 'grade',
      // The works handed in above, one mark each.
      list: (ask) => worksToMark(crowd, ask),
      ask: (number, works) => {
        const { edition, workId, version } = works[number];
        const body = JSON.stringify({
          version,
          outcome: 'passed',
          rubric: edition.rubric.map((row) => ({ row, level: 'met' })),
          comment: 'Sound.',
        });
        return {
          method: 'POST',
          path: of(edition, `/project-work/marking/${workId}`),
          headers: { ...json, cookie: edition.tutor },
          body,
        };
      },
    },
  ];
}

/** Every work that waits for its mark, page by page. */
async function worksToMark(crowd, ask) {
  const works = [];
  for (const edition of crowd) {
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

function upload(name, content, headers) {
  const boundary = 'libretto-bench';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/pdf\r\n\r\n`;
  return {
    headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}
