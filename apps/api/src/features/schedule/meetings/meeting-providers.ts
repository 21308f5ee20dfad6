import type { MeetingProvider as Kind } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Config } from '../../../platform/config/config';
import { BigBlueButton } from './big-blue-button';
import { Jitsi } from './jitsi';
import type { MeetingProvider } from './meeting-provider';

/** The providers that this installation is set up for. */
@Injectable()
export class MeetingProviders {
  constructor(private readonly config: Config) {}

  get kinds(): readonly Kind[] {
    return this.all.map(({ kind }) => kind);
  }

  of(kind: Kind): MeetingProvider | undefined {
    return this.all.find((provider) => provider.kind === kind);
  }

  private get all(): readonly MeetingProvider[] {
    const { bigBlueButton, jitsi, publicUrl } = this.config;
    return [
      ...(bigBlueButton ? [new BigBlueButton(bigBlueButton, publicUrl)] : []),
      ...(jitsi ? [new Jitsi(jitsi)] : []),
    ];
  }
}
