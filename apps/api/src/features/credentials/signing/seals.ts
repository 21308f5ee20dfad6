import { readFileSync } from 'node:fs';
import { openSeal, type Seal } from '@libretto/credentials/node';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Config, ConfigError } from '../../../platform/config/config';

/** The electronic seal of the institution, where it has one: a certificate of a trust service, beside the keys of credentials. */
@Injectable()
export class Seals implements OnApplicationBootstrap {
  private opened: Seal | undefined;

  constructor(private readonly config: Config) {}

  /** Refuses to start with a seal that cannot be opened: otherwise documents would go out without it. */
  onApplicationBootstrap(): void {
    this.seal();
  }

  /** `undefined`: there is none, and nothing is sealed. */
  seal(): Seal | undefined {
    const { seal: file } = this.config;
    return file && (this.opened ??= opened(file.file, file.passphrase));
  }

  /** The number under which the institution is known by law. */
  legalIdentifier(): string | undefined {
    return this.config.legalIdentifier ?? this.seal()?.legalIdentifier;
  }
}

function opened(file: string, passphrase: string): Seal {
  try {
    return openSeal(readFileSync(file), passphrase);
  } catch (error) {
    throw new ConfigError([`SEAL_FILE: cannot be opened with SEAL_PASSPHRASE: ${(error as Error).message}`]);
  }
}
