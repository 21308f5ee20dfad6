import {
  addWorkspaceFile,
  addWorkspaceTask,
  confirmContribution,
  keepComment,
  readProjectWork,
  sayContribution,
} from '@libretto/contracts';
import * as Y from 'yjs';
import { briefAsked } from '../../features/project-work/work/briefs';
import { Participation } from '../../features/project-work/work/participation';
import { textName } from '../../features/project-work/workspace/text/change-of-text';
import { newText, Texts } from '../../features/project-work/workspace/text/texts';
import { WriteText } from '../../features/project-work/workspace/text/write-text';
import type { Player } from './cast';
import { paper } from './paper';
import type { Story } from './story';

type Block = readonly ['heading' | 'paragraph', string];

const ofPauline: readonly Block[] = [
  ['heading', 'A table of equivalences that everybody reads'],
  ['paragraph', 'Each of our institutions keeps a table of equivalences. We asked who opens it: nobody who decides.'],
  ['heading', 'What Spain and Portugal do'],
  ['paragraph', 'Their tables are short, and each line names the day on which somebody last looked at it.'],
];
const ofColleague: readonly Block[] = [
  ['heading', 'A procedure'],
  [
    'paragraph',
    'The registry reads the line aloud to the applicant. Where there is none, one desk asks, and writes it.',
  ],
];

/** A group at work: a text by two of them, tasks, a file, and what each of them says they did. */
export async function workTogether(
  story: Story,
  editionId: string,
  [first, second, third]: readonly [Player, Player, Player],
): Promise<void> {
  const { group } = await story.let(first.accountId, readProjectWork, { params: { editionId } });
  if (!group) throw new Error(`${first.name} is in no group.`);
  const params = { editionId, groupId: group.id };
  const enrolmentOf = ({ name }: Player) => group.members.find((member) => member.name === name)?.enrolmentId ?? '';
  const { definition } = await story.part(Participation).edition(editionId);
  const write = async (who: Player, blocks: readonly Block[]) =>
    story
      .part(WriteText)
      .run(
        { ...params, enrolmentId: enrolmentOf(who), accountId: who.accountId, brief: briefAsked({ definition }, {}) },
        added(await story.part(Texts).current(group.id), blocks),
      );
  await write(first, ofPauline);
  await write(second, ofColleague);
  for (const [title, who, dueOn, isDone] of [
    ['Count who opened the table this year', second, story.day(-2), true],
    ['Ask Spain and Portugal for their newest lines', first, story.day(1), false],
    ['Try the procedure with ten files', third, story.day(4), false],
  ] as const)
    await story.let(first.accountId, addWorkspaceTask, {
      params,
      body: { title, enrolmentId: enrolmentOf(who), dueOn, isDone },
    });
  await story.upload(
    second.accountId,
    addWorkspaceFile,
    { params },
    paper('Who opened the table.pdf', 'Who opened the table', 'Three desks, January to October'),
  );
  const words = 'I asked colleagues in Spain and Portugal, and wrote the comparison.';
  await story.let(first.accountId, sayContribution, { params, body: { words } });
  await story.let(second.accountId, confirmContribution, { params: { ...params, enrolmentId: enrolmentOf(first) } });
}

/** Blocks at the end of a text, as a browser sends them. */
function added(text: Y.Doc, blocks: readonly Block[]): Uint8Array {
  const doc = newText();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(text));
  const before = Y.encodeStateVector(doc);
  const page = doc.getXmlFragment(textName);
  page.insert(
    page.length,
    blocks.map(([kind, words]) => {
      const block = new Y.XmlElement(kind);
      if (kind === 'heading') block.setAttribute('level', 2 as never);
      block.insert(0, [new Y.XmlText(words)]);
      return block;
    }),
  );
  return Y.encodeStateAsUpdate(doc, before);
}

/** What a tutor says again and again, for all markers. */
export async function keepComments(story: Story, tutor: Player, editionId: string): Promise<void> {
  for (const words of [
    'Name the source of this figure, with the day on which you read it.',
    'Say who does this step, and by when.',
  ])
    await story.let(tutor.accountId, keepComment, { params: { editionId }, body: { words, isShared: true } });
}
