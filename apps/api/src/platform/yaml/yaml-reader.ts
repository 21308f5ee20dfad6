import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { WorkerPool } from '../workers/worker-pool';
import type { Part } from './places';
import type { Place, ReadYaml } from './read-yaml';

export type { Place, YamlFault } from './read-yaml';

/** Reads people's YAML without keeping a request waiting. */
@Injectable()
export class YamlReader implements OnApplicationShutdown {
  private readonly pool = new WorkerPool({
    file: { built: 'yaml-worker.mjs', source: '../yaml/yaml-worker.ts' },
    atOnce: 1,
    // It reads its own code, and writes nothing.
    flags: ['--permission', '--allow-fs-read=*', '--allow-worker'],
  });

  /** `null`: reading it takes more time or memory than any file written by a person. */
  read(text: string): Promise<ReadYaml | null> {
    return this.pool.run<string, ReadYaml>('read', text).catch(() => null);
  }

  /** The places of parts in a text that has been read, in their order. */
  locate(text: string, parts: readonly Part[]): Promise<Place[]> {
    return this.pool.run<{ text: string; parts: readonly Part[] }, Place[]>('locate', { text, parts });
  }

  onApplicationShutdown(): Promise<void> {
    return this.pool.close();
  }
}
