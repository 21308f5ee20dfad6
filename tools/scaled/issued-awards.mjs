/**
 * What there is once everybody of an edition has their credential: as many of each as people, whatever happened meanwhile.
 * `database` is a connection of mysql2, `mails` are those of the mail catcher.
 */
export async function issuedAwards(database, mails) {
  const count = async (sql) => Number((await database.query(`SELECT COUNT(*) AS found FROM ${sql}`))[0][0].found);
  // A mailbox shows a repeated Message-ID once: so a crash between sending and noting it does not show.
  const shown = new Map(mails.map(({ messageId, to: [{ address }] }) => [messageId, address]));
  return {
    awards: await count('award'),
    people: await count('(SELECT DISTINCT enrolmentId FROM award) AS people'),
    credentials: await count(`credential WHERE state = 'valid'`),
    certificates: await count('credential WHERE documentId IS NOT NULL'),
    issued: await count(`award_issue WHERE state = 'issued'`),
    leaves: await count('log_entry'),
    credentialsInLog: await count('(SELECT DISTINCT credentialId FROM log_opening) AS opened'),
    mails: shown.size,
    readers: new Set(shown.values()).size,
  };
}
