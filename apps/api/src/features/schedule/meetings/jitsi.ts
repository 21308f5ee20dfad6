import { joinOpensAt } from '@libretto/domain';
import { SignJWT } from 'jose';
import type { Attendee, Meeting, MeetingProvider, Recording } from './meeting-provider';

/** Jitsi Meet with tokens: whoever has one enters its one room, until it expires with the session. */
export class Jitsi implements MeetingProvider {
  readonly kind = 'jitsi';

  constructor(private readonly server: { readonly url: string; readonly app: string; readonly secret: string }) {}

  async linkFor(meeting: Meeting, { id, name, isModerator }: Attendee): Promise<string> {
    const { url, app, secret } = this.server;
    const user = { id, name, moderator: isModerator, affiliation: isModerator ? 'owner' : 'member' };
    const token = await new SignJWT({ room: meeting.id, context: { user } })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuer(app)
      .setAudience(app)
      .setSubject(new URL(url).hostname)
      .setNotBefore(joinOpensAt(meeting))
      .setExpirationTime(meeting.endsAt)
      .sign(new TextEncoder().encode(secret));
    return `${url}/${meeting.id}?jwt=${token}`;
  }

  recordingsOf(): Promise<Recording[]> {
    return Promise.resolve([]);
  }
}
