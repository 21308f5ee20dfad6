const number = (value) => (value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1));
const range = ({ least, most }) => (least === most ? String(most) : `${least}–${most}`);

const markdown = (head, rows) =>
  [head, head.map((_, column) => (column ? '--:' : '---')), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** Several figures of the same thing, the oldest first. */
const inOrder = (figures) => figures.join(' → ');

export function tableOfScreens(rows) {
  const isCompared = rows.some(({ measured }) => measured.length > 1);
  const head = ['', 'requests', 'SQL statements', 'screens/s', 'p50', 'p95'];
  return markdown(
    [...head, ...(isCompared ? ['faster'] : []), 'Moodle /s', 'ratio'],
    rows.map(({ name, moodle, measured }) => {
      const speeds = measured.map(({ figures }) => figures.perSecond);
      const [oldest, now] = [speeds[0], speeds.at(-1)];
      return [
        name,
        inOrder(measured.map(({ requests }) => requests)),
        inOrder(measured.map(({ figures }) => range(figures.statements))),
        inOrder(speeds.map(number)),
        inOrder(measured.map(({ figures }) => `${figures.p50.toFixed(1)} ms`)),
        inOrder(measured.map(({ figures }) => `${figures.p95.toFixed(1)} ms`)),
        ...(isCompared ? [`${(now / oldest).toFixed(1)} ×`] : []),
        moodle ? moodle.toFixed(1) : '',
        moodle ? `${(now / moodle).toFixed(1)} ×` : '',
      ];
    }),
  );
}

export const tableOfEndpoints = (rows) =>
  markdown(
    ['', 'requests/s', 'p50', 'p95', 'SQL statements'],
    rows.map(({ name, perSecond, p50, p95, statements }) => [
      name,
      number(perSecond),
      `${p50.toFixed(1)} ms`,
      `${p95.toFixed(1)} ms`,
      range(statements),
    ]),
  );

/** What may not grow with the participants of an edition: the figures with few beside those with many. */
export const tableOfFlat = (bySize) =>
  markdown(
    [
      '',
      ...['p50', 'p95', 'SQL statements'].flatMap((what) =>
        bySize.map(({ people }) => `${what}, ${people.toLocaleString('en')}`),
      ),
    ],
    bySize[0].rows.map(({ name }, at) => {
      const figures = bySize.map(({ rows }) => rows[at]);
      return [
        name,
        ...figures.map(({ p50 }) => `${p50.toFixed(1)} ms`),
        ...figures.map(({ p95 }) => `${p95.toFixed(1)} ms`),
        ...figures.map(({ statements }) => range(statements)),
      ];
    }),
  );

const most = {
  'embedded, the whole product': 200,
  'scaled, an api process': 150,
  'scaled, a worker': 150,
};

/** The memory of each kind of process after the load, and how long it takes to start. */
export function tableOfProcesses({ memory, starts }) {
  const named = {
    'embedded, the whole product': memory.map(({ embedded }) => embedded?.api),
    'scaled, an api process': memory.map(({ scaled }) => scaled?.api),
    'scaled, a worker': memory.map(({ scaled }) => scaled?.worker),
  };
  const seconds = {
    'first start, with sample data': starts.map(({ first }) => first),
    'start, embedded with sample data': starts.map(({ next }) => next),
    'start of an api process, scaled': starts.map(({ scaled }) => scaled),
  };
  const limits = { 'start, embedded with sample data': '3 s', 'start of an api process, scaled': '3 s' };
  return markdown(
    ['', 'measured', 'at most'],
    [
      ...measuredOnes(named).map(([name, all]) => [name, inOrder(all.map((mb) => `${mb} MB`)), `${most[name]} MB`]),
      ...measuredOnes(seconds).map(([name, all]) => [
        name,
        inOrder(all.map((s) => `${s.toFixed(1)} s`)),
        limits[name] ?? '',
      ]),
    ],
  );
}

/** A run of a single form measures nothing of the other. */
const measuredOnes = (figures) => Object.entries(figures).filter(([, all]) => all.every((one) => one !== undefined));

const titled = ({ form, people }) => `### ${form}, ${people.toLocaleString('en')} participants`;

/** Each way beside the limit, which is the bare key in the same run, and beside the reference library. */
export const tableOfSigning = (rows) => {
  const of = (part) => rows.find(({ name }) => name.startsWith(part)).perSecond;
  const [limit, library] = [of('bare'), of('reference')];
  return [
    '| a signature | a second | of the bare key | times the library |',
    '| --- | --: | --: | --: |',
    ...rows.map(
      ({ name, perSecond }) =>
        `| ${name} | ${Math.round(perSecond).toLocaleString('en')} | ${((100 * perSecond) / limit).toFixed(1)} % | ${(perSecond / library).toFixed(1)} |`,
    ),
  ].join('\n');
};

export const pageOf = ({ runs, processes, flat, issuing, signing, machine, day }) => `# Bench

How quick the product is in both its forms: embedded is one process with SQLite; scaled is MariaDB, Redis, two api processes and two
workers. All of it is on one machine together with what asks. Made by \`npm run bench\` on ${day}: ${machine}. A load above the
number of cores means that the machine had other work, and that a calm one is quicker by as much.

## Whole screens

A person waits for a screen, not for a request. So the bench opens each screen in Chromium as somebody, notes which addresses of
the api it asks for and in which order, and then asks for the same as many people, eight at a time; p50 and p95 are those of whole
screens. A screen is opened from nothing, so what the page around it asks for counts too, except where a row says otherwise. The
statements are those that the api counts itself (\`server-timing\`). The edition has as many participants as the heading says, each
with a work to mark, hours and attendance; a commission has 5,000 dossiers.

"Moodle /s" is what a Moodle 4.5 answered for the page of the same purpose on such a machine, to eight people at a time in a course with so
many participants: recorded once, not measured again.
${runs.map((run) => `\n${titled(run)}\n\n${tableOfScreens(run.rows)}`).join('\n')}

## Single requests

Sixteen at a time in the scaled form, straight to the api processes in turn. Changes are made in editions of 100 participants: everybody
hands in once, each work is marked once, and so on. BEGIN and COMMIT count as statements.
${runs.flatMap((run) => (run.endpoints ? [`\n${titled(run)}\n\n${tableOfEndpoints(run.endpoints)}`] : [])).join('\n')}

## Few participants and many

What sessions, attendance and hours ask most, in an edition of 25 and in one of 5,000: sixteen at a time in the scaled form (\`npm run bench -- flat\`).
Everybody checks in once, 600 at most, all to one session.

${tableOfFlat(flat)}

## Memory and start

The memory that a process occupies after the load of the screens, the largest of its kind; the seconds until it is ready.

${tableOfProcesses(processes)}

## Credentials

${issuing.awards} participants meet their last requirement at the same moment. Two workers sign the credentials and set the certificates: all were
there after ${issuing.seconds.toFixed(1)} s, which is **${issuing.perSecond.toFixed(1)} a second**, end to end. Nearly all of that is setting the PDF.

On one core, one after the other, in the same run:

${tableOfSigning(signing)}
`;
