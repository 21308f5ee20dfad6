import {
  askForConsents,
  giveConsent,
  printPublication,
  readOwnConsent,
  readPublication,
  savePublication,
  setPublication,
} from '@libretto/contracts';
import type { ContributorRole } from '@libretto/domain';
import type { Cast, Player } from './cast';
import { notBlind, oneDesk } from './manuscripts';
import type { Story } from './story';

const works = [oneDesk, notBlind];

/** ORCID iDs that ORCID itself gives as examples: they are nobody's. */
const orcids = ['0000-0002-1825-0097', '0000-0001-5109-3700'];
const rolesInTurn: readonly (readonly ContributorRole[])[] = [
  ['conceptualization', 'writing-original-draft'],
  ['investigation', 'data-curation'],
  ['validation', 'writing-review-editing'],
];

/** A group hands in its work as a text. */
export async function handInText(
  story: Story,
  participant: Player,
  editionId: string,
  { title, text }: (typeof works)[number],
): Promise<void> {
  const file = { name: `${title}.md`, content: Buffer.from(text) };
  await story.handIn(participant.accountId, editionId, file);
}

/** The coordinator gathers both works; everybody consents, and the book goes into print. */
export async function publish(
  story: Story,
  { people: { coordinator } }: Cast,
  editionId: string,
  participants: readonly Player[],
): Promise<void> {
  const params = { editionId };
  const by = coordinator.accountId;
  await story.goTo(story.instant(-108));
  const { others } = await story.let(by, readPublication, { params });
  const gathered = works.flatMap(({ title, references }) => {
    const work = others.find((one) => one.title === title);
    return work ? [{ workId: work.workId, title, references }] : [];
  });
  await story.let(by, savePublication, {
    params,
    body: {
      title: 'Automatic recognition in practices',
      subtitle: 'Project works of the pilot edition',
      language: 'en',
      licence: 'cc-by',
      editors: [coordinator.name],
      preface:
        'The works in this book were written in five days, by people who decide on recognition every day. They are short on purpose: each says what its authors **tried**, and what they would try next.',
      works: gathered,
    },
  });
  await story.let(by, askForConsents, { params });
  await story.goTo(story.instant(-105));
  for (const [at, { accountId }] of participants.entries()) {
    const { items } = await story.let(accountId, readOwnConsent, { params });
    for (const { workId, contribution } of items)
      await story.let(accountId, giveConsent, {
        params: { ...params, workId },
        body: { ...contribution, orcid: orcids[at] ?? null, roles: [...(rolesInTurn[at % 3] ?? [])] },
      });
  }
  await story.goTo(story.instant(-100));
  await story.let(by, setPublication, { params });
  await story.goTo(story.instant(-99));
  await story.let(by, printPublication, { params });
}
