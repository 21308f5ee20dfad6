import { HandlesJob, type JobHandler } from '../../../../platform/jobs/handler';
import { AskPeers } from '../ask-peers';
import { askLatecomers, askPeers } from './ask-peers.job';

@HandlesJob(askPeers)
export class AskPeersOfEdition implements JobHandler<{ editionId: string }> {
  constructor(private readonly asking: AskPeers) {}

  /** A second run asks for nothing that was not asked. */
  run({ editionId }: { editionId: string }): Promise<void> {
    return this.asking.in(editionId);
  }
}

@HandlesJob(askLatecomers)
export class AskLatecomers implements JobHandler<object> {
  constructor(private readonly asking: AskPeers) {}

  async run(): Promise<void> {
    for (const editionId of await this.asking.editionsWithRounds()) await this.asking.in(editionId);
  }
}
