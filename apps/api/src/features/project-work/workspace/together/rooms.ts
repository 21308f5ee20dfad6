import { randomInt } from 'node:crypto';
import type { joinWorkspace } from '@libretto/contracts';
import { refuse } from '@libretto/domain';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { newId } from '../../../../platform/database/new-id';
import type { ApiRequest, RequestOf } from '../../../../platform/http/handles';
import { Sockets } from '../../../../platform/http/sockets';
import { WhoAsks } from '../../../../platform/http/who-asks';
import { Live } from '../../../../platform/live/live';
import { ProcessLog } from '../../../../platform/log/process-log';
import { onBehalfOf } from '../../../../platform/log/request-context';
import { Refused } from '../../../../platform/refusals/refused';
import { PeopleDirectory } from '../../../accounts';
import { BeginText } from '../text/begin-text';
import { Texts } from '../text/texts';
import { topicOfText, WriteText } from '../text/write-text';
import { type OpenWorkspace, WorkspaceDoor, type WorkspacePlace } from '../workspace-door';
import { mayOpenWorkspaces } from '../workspace.policy';
import { Line } from './line';
import { beatMs, Room } from './room';

interface OpenRoom {
  readonly room: Room;
  users: number;
  readonly close: () => void;
}

/** The texts that browsers have open at this process. */
@Injectable()
export class Rooms implements BeforeApplicationShutdown {
  private readonly process = newId();
  private readonly open = new Map<string, Promise<OpenRoom>>();

  constructor(
    private readonly sockets: Sockets,
    private readonly whoAsks: WhoAsks,
    private readonly people: PeopleDirectory,
    private readonly door: WorkspaceDoor,
    private readonly texts: Texts,
    private readonly beginning: BeginText,
    private readonly writing: WriteText,
    private readonly live: Live,
    private readonly logs: ProcessLog,
  ) {}

  /** Lets a browser write, or read, together with the others. */
  async join({ actor: { accountId }, actor, params, raw }: RequestOf<typeof joinWorkspace>, reply: FastifyReply) {
    const [entered, people] = await Promise.all([this.door.open(actor, params), this.people.byIds([accountId])]);
    if (!entered.whyNotWrite) await this.beginning.run(entered);
    const entry = await this.enter(params.groupId);
    try {
      const socket = await this.sockets.accept(raw, reply, accountId);
      const { room } = entry;
      const line = new Line(randomInt(2 ** 31), people.get(accountId)?.name ?? '', entered, socket, {
        ask: () => this.behalf(() => this.stillOpen(raw, params)),
        write: (current, update) => this.behalf(() => this.write(raw, current, update)),
        joined: (one, known) => this.behalf(() => room.join(one, known)),
        moved: () => room.moved(),
        failed: (error) => this.failed(error),
      });
      room.lines.add(line);
      socket.once('close', () => {
        room.lines.delete(line);
        room.moved();
        this.leave(params.groupId, entry);
      });
    } catch (error) {
      this.leave(params.groupId, entry);
      throw error;
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const entry of await Promise.allSettled(this.open.values()))
      if (entry.status === 'fulfilled') entry.value.close();
  }

  /** A sign-in or a role that was ended holds at once. */
  private async write(
    request: ApiRequest,
    { edition, brief, group, enrolmentId, whyNotWrite }: OpenWorkspace,
    update: Uint8Array,
  ) {
    const asking = await this.whoAsks.of(request);
    if (!asking) throw new Refused(refuse('common.not-signed-in'));
    const { accountId } = asking.actor;
    if (whyNotWrite || !enrolmentId) throw new Refused(whyNotWrite ?? refuse('workspace.not-a-member'));
    await this.writing.run({ editionId: edition.id, groupId: group.id, enrolmentId, accountId, brief }, update);
  }

  /** Who is signed in there now, if they may still be in this workspace. */
  private async stillOpen(request: ApiRequest, place: WorkspacePlace): Promise<OpenWorkspace | null> {
    const asking = await this.whoAsks.of(request);
    if (!asking || !mayOpenWorkspaces(asking.actor, place)) return null;
    try {
      return await this.door.open(asking.actor, place);
    } catch (error) {
      if (error instanceof Refused) return null;
      throw error;
    }
  }

  private async enter(groupId: string): Promise<OpenRoom> {
    const opening = this.open.get(groupId) ?? this.begin(groupId);
    this.open.set(groupId, opening);
    try {
      const entry = await opening;
      entry.users += 1;
      return entry;
    } catch (error) {
      this.open.delete(groupId);
      throw error;
    }
  }

  private leave(groupId: string, entry: OpenRoom): void {
    entry.users -= 1;
    if (entry.users > 0) return;
    entry.close();
    this.open.delete(groupId);
  }

  private async begin(groupId: string): Promise<OpenRoom> {
    const topic = topicOfText(groupId);
    const room = new Room(groupId, this.process, this.texts, {
      sayToOthers: (words) => this.live.sayToOthers(topic, words),
      failed: (error) => this.failed(error),
    });
    const stop = await this.live.listen(topic, {
      changed: () => void this.behalf(async () => room.changed()),
      said: (words) => room.heard(words),
      // The browsers come back, and this process listens anew.
      ended: () => room.endAll(),
    });
    const beat = setInterval(() => room.beat(), beatMs);
    const close = () => {
      clearInterval(beat);
      stop();
      room.end();
    };
    return { room, users: 0, close };
  }

  /** What a line says is a request of its own: it reads what is there now. */
  private readonly behalf = <T>(work: () => Promise<T>): Promise<T> => onBehalfOf(newId(), work);

  private failed(error: unknown): void {
    this.logs.log.error({ err: error }, 'a workspace could not go on');
  }
}
