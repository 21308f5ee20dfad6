import { createHash, createHmac } from 'node:crypto';
import { isWebAddress, joinLinkOpensMinutesBefore, lengthInMinutes } from '@libretto/domain';
import { XMLParser } from 'fast-xml-parser';
import * as z from 'zod/mini';
import {
  type Attendee,
  type Meeting,
  type MeetingProvider,
  MeetingUnavailable,
  type Recording,
} from './meeting-provider';

const longestWaitMs = 8_000;
/** Where a server tells of a meeting that has ended. */
export const toldReportPath = '/meetings/attendance';

const format = z.object({
  url: z.optional(z.string()),
  length: z.optional(z.coerce.number().check(z.int())),
});
const recording = z.object({ playback: z.optional(z.object({ format: z.union([format, z.array(format)]) })) });
const reply = z.object({
  response: z.object({
    returncode: z.string(),
    /** An empty element is an empty text. */
    recordings: z.optional(
      z.union([z.object({ recording: z.optional(z.union([recording, z.array(recording)])) }), z.string()]),
    ),
  }),
});

/** The API of BigBlueButton: each call carries SHA-256 of its name, its query and the shared secret. */
export class BigBlueButton implements MeetingProvider {
  readonly kind = 'bigbluebutton';
  private readonly parser = new XMLParser({ parseTagValue: false });

  constructor(
    private readonly server: { readonly url: string; readonly secret: string },
    private readonly publicUrl: string,
  ) {}

  async linkFor(meeting: Meeting, { id, name, isModerator }: Attendee): Promise<string> {
    // Made again with the same words it is the same meeting. It ends with its session, however early somebody opened it.
    const duration = String(lengthInMinutes(meeting) + joinLinkOpensMinutesBefore);
    await this.ask('create', {
      meetingID: meeting.id,
      name: nameOf(meeting),
      // Made up at each call where they are not given, and then the second one is refused.
      attendeePW: this.passwordOf(meeting, 'attendee'),
      moderatorPW: this.passwordOf(meeting, 'moderator'),
      record: 'true',
      // Who was in it from when to when is told there once it has ended, where the server is set up to.
      meetingKeepEvents: 'true',
      'meta_analytics-callback-url': this.publicUrl + toldReportPath,
      duration,
    });
    const role = isModerator ? 'MODERATOR' : 'VIEWER';
    return this.address('join', { meetingID: meeting.id, fullName: name, userID: id, role, redirect: 'true' });
  }

  async recordingsOf(meetingId: string): Promise<Recording[]> {
    const { recordings } = await this.ask('getRecordings', { meetingID: meetingId, state: 'published' });
    const found = typeof recordings === 'object' ? [recordings.recording ?? []].flat() : [];
    return found.flatMap(({ playback }) =>
      [playback?.format ?? []]
        .flat()
        .flatMap(({ url, length }) => (url && isWebAddress(url) ? [{ url, minutes: length ?? 0 }] : [])),
    );
  }

  private passwordOf({ id }: Meeting, whose: 'attendee' | 'moderator'): string {
    return createHmac('sha256', this.server.secret).update(`${whose} ${id}`).digest('hex').slice(0, 32);
  }

  private address(call: string, values: Record<string, string>): string {
    const query = new URLSearchParams(values).toString();
    const checksum = createHash('sha256').update(`${call}${query}${this.server.secret}`).digest('hex');
    return `${this.server.url}/${call}?${query}&checksum=${checksum}`;
  }

  private async ask(call: string, values: Record<string, string>) {
    try {
      // Wherever its answer would lead, nobody but this server is asked.
      const answer = await fetch(this.address(call, values), {
        redirect: 'error',
        signal: AbortSignal.timeout(longestWaitMs),
      });
      const { response } = z.parse(reply, this.parser.parse(await answer.text()));
      if (!answer.ok || response.returncode !== 'SUCCESS') throw new Error(response.returncode);
      return response;
    } catch (cause) {
      throw new MeetingUnavailable(`BigBlueButton did not ${call}`, { cause });
    }
  }
}

/** Some versions take no commas, and none takes a single character. */
const nameOf = ({ title }: Meeting): string => title.replaceAll(',', ';').padEnd(2, '.');
