import * as z from 'zod/mini';
import { route } from '../route';
import { id } from '../shapes';

const inSession = z.object({ editionId: id, sessionId: id });

export const joinMeeting = route({
  summary: 'Make one’s own link to the meeting of a session, from 15 minutes before it to its end',
  method: 'POST',
  path: '/editions/:editionId/sessions/:sessionId/join',
  params: inSession,
  reply: z.object({ url: z.string() }),
  refusals: [
    'schedule.no-meeting',
    'schedule.meeting-not-yet',
    'schedule.meeting-over',
    'schedule.meeting-unavailable',
    'schedule.session-cancelled',
  ],
});

export const listRecordings = route({
  summary: 'The recordings of a session’s meeting that its provider has published',
  method: 'GET',
  path: '/editions/:editionId/sessions/:sessionId/recordings',
  params: inSession,
  reply: z.object({ recordings: z.array(z.object({ url: z.string(), minutes: z.int() })) }),
  refusals: ['schedule.meeting-unavailable'],
});
