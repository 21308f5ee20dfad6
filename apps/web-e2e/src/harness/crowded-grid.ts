import type { Page } from 'playwright-core';

interface Overview {
  sessions?: { id: string }[];
  participants?: number;
  people?: { enrolmentId: string; marks?: unknown[] }[];
}

/** So many of what is there, again and again, each with an id of its own. */
const again = <One>(all: readonly One[], count: number, numbered: (one: One, id: (known: string) => string) => One) =>
  Array.from({ length: count }, (_, at) =>
    numbered(all[at % all.length] as One, (known) => known.slice(0, -4) + at.toString(16).padStart(4, '0')),
  );

/**
 * From here on the overview is that of a large edition: the people, sessions and marks of its real answers, again and
 * again. What the server does with so many is for specs of the api.
 */
export async function crowdTheGrid(
  page: Page,
  { people, sessions }: { people: number; sessions: number },
): Promise<void> {
  await page.route(/\/api\/together\?/, async (route) => {
    const response = await route.fetch();
    const answers = (await response.json()) as { body: Overview }[];
    for (const { body } of answers) {
      const [first] = body.people ?? [];
      if (body.sessions && body.participants) {
        body.sessions = again(body.sessions, sessions, (one, id) => ({ ...one, id: id(one.id) }));
        body.participants = people;
      } else if (body.people && first?.marks)
        body.people = again(body.people, people, (one, id) => ({
          ...one,
          enrolmentId: id(one.enrolmentId),
          marks: again(one.marks ?? [], sessions, (mark) => mark),
        }));
    }
    await route.fulfill({ response, json: answers });
  });
}
