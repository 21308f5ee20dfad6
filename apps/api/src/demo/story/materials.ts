import { addMaterial, changeMaterial, followMaterial, publishPage, savePage } from '@libretto/contracts';
import type { PageNode } from '@libretto/domain';
import type { Player } from './cast';
import { models, rightToRecognition, travel, whatDatabasesSay } from './pages';
import type { Story } from './story';

interface Step {
  readonly module: number;
  readonly title: string;
  readonly minutes: number;
  readonly isRequired?: true;
  /** A link leads there; a page says this. */
  readonly holds: string | readonly PageNode[];
}

const steps: readonly Step[] = [
  { module: 1, title: 'A right, and what it asks of you', minutes: 25, isRequired: true, holds: rightToRecognition },
  {
    module: 1,
    title: 'Lisbon Recognition Convention',
    minutes: 60,
    isRequired: true,
    holds: 'https://www.coe.int/en/web/conventions/full-list?module=treaty-detail&treatynum=165',
  },
  { module: 1, title: 'Three models, side by side', minutes: 30, isRequired: true, holds: models },
  {
    module: 1,
    title: 'Council Recommendation of 26 November 2018',
    minutes: 40,
    holds: 'https://eur-lex.europa.eu/eli/reco/2018/444/oj',
  },
  { module: 3, title: 'What a database answers', minutes: 20, isRequired: true, holds: whatDatabasesSay },
  { module: 3, title: 'ENIC-NARIC networks', minutes: 30, holds: 'https://www.enic-naric.net' },
  {
    module: 3,
    title: 'Database of External Quality Assurance Results',
    minutes: 30,
    holds: 'https://www.eqar.eu/qa-results',
  },
  { module: 4, title: 'Before you travel', minutes: 10, isRequired: true, holds: travel },
];

/** The tutor's materials on the pages of the modules. Answers their ids, in their order. */
export async function addMaterials(story: Story, { accountId }: Player, editionId: string): Promise<string[]> {
  const ids: string[] = [];
  for (const { module, title, minutes, isRequired = false, holds } of steps) {
    const isLink = typeof holds === 'string';
    const { id: materialId } = await story.let(accountId, addMaterial, {
      params: { editionId, moduleNumber: module as never },
      body: isLink ? { kind: 'link', title, url: holds } : { kind: 'page', title },
    });
    const params = { editionId, materialId };
    await story.let(accountId, changeMaterial, {
      params,
      body: { minutes, isRequired, opensOn: null, opensAfterId: null },
    });
    if (!isLink) {
      const body = { from: {}, to: { blocks: holds } };
      await story.let(accountId, savePage, { params: { ...params, language: 'en' }, body });
      await story.let(accountId, publishPage, { params });
    }
    ids.push(materialId);
  }
  return ids;
}

/** Most have read module 1; some stopped at its table of models, and a few have not begun. Answers those who have read all of it. */
export async function readOn(
  story: Story,
  editionId: string,
  participants: readonly Player[],
  materials: readonly string[],
): Promise<Player[]> {
  const ready: Player[] = [];
  for (const [index, participant] of participants.entries()) {
    const { accountId } = participant;
    const far = index % 5 === 4 ? 2 : index % 7 === 6 ? 0 : 4;
    if (far === 4) ready.push(participant);
    for (const [at, materialId] of materials.slice(0, far).entries())
      await story.let(accountId, followMaterial, {
        params: { editionId, materialId },
        body: { step: typeof steps[at]?.holds === 'string' ? 'opened' : 'read' },
      });
  }
  return ready;
}
