const heading = ['', 'requests/s', 'p50', 'p95', 'SQL statements'];

const cells = ({ name, perSecond, p50, p95, statements: { least, most } }) => [
  name,
  Math.round(perSecond).toLocaleString('en'),
  `${p50.toFixed(1)} ms`,
  `${p95.toFixed(1)} ms`,
  least === most ? String(most) : `${least}–${most}`,
];

const markdown = (rows) =>
  [heading, heading.map((_, column) => (column ? '--:' : '---')), ...rows.map(cells)]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');

/** The figures of one size, for the terminal and the page alike. */
export const tableOf = (people, rows) => `\n### ${people.toLocaleString('en')} participants\n\n${markdown(rows)}`;

export const pageOf = ({ measured, issuing, awards, perEdition, machine, day }) => `# Bench

How quick the way is in the scaled-out form: MariaDB, Redis, two api processes and two workers, all on one machine together with
what asks. Made by \`npm run bench\` on ${day}: ${machine}. A load above the number of cores means that the machine had
other work, and that a calm one is quicker by as much.

Editions have ${perEdition} participants each, with four closed rolls, an open one, and seven ledger entries a person. Sixteen requests are
under way at a time, straight to the api processes in turn. A hand-in is a small PDF; each person hands in once and each work is
marked once, so these two end when everybody is through or 600 are. The statements are those that the api counts itself
(\`server-timing\`), sign-in and roles included: they may not grow with the number of participants.
${measured.map(({ people, rows }) => tableOf(people, rows)).join('\n')}

## Credentials

${awards} participants meet their last requirement at the same moment. Two workers sign the credentials and set the certificates: all were
there after ${issuing.seconds.toFixed(1)} s, which is **${issuing.perSecond.toFixed(1)} a second**, end to end. Nearly all of that is setting the PDF.
`;
