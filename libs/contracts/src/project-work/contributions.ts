import * as z from 'zod/mini';
import { route } from '../route';
import { id, paragraph } from '../shapes';
import { contribution } from './marking-shapes';
import { ofGroup } from './shapes';

export const readContributions = route({
  summary: 'What each member of one’s own group says that they contributed, and who confirmed it',
  method: 'GET',
  path: '/editions/:editionId/project-work/groups/:groupId/contributions',
  params: ofGroup,
  reply: z.object({
    members: z.array(
      z.extend(contribution, {
        enrolmentId: id,
        isMe: z.boolean(),
        can: z.object({ confirm: z.boolean() }),
      }),
    ),
  }),
});
export type ContributionsView = NonNullable<z.infer<NonNullable<typeof readContributions.reply>>>;

export const sayContribution = route({
  summary: 'Say what oneself contributed to the work of one’s group; the others confirm it anew',
  method: 'PUT',
  path: '/editions/:editionId/project-work/groups/:groupId/contributions',
  params: ofGroup,
  body: z.object({ words: paragraph(2000) }),
});

export const confirmContribution = route({
  summary: 'Confirm what another member of one’s group says that they contributed',
  method: 'POST',
  path: '/editions/:editionId/project-work/groups/:groupId/contributions/:enrolmentId',
  params: z.object({ editionId: id, groupId: id, enrolmentId: id }),
});
