import { existsSync } from 'node:fs';
import { join } from 'node:path';
import limited from 'p-limit';
import { Tinypool } from 'tinypool';
import type { Answered } from './guard';

interface Terms {
  /** The name of the bundled file, and the path of its source from here. Its tasks answer `within` their limits. */
  readonly file: { readonly built: string; readonly source: string };
  readonly atOnce: number;
  /** The permissions of the processes, as flags of Node's permission model. */
  readonly flags: readonly string[];
}

const idleMs = 10 * 60_000;

/**
 * Runs tasks in processes beside this one, so that no request waits for them. A process that ends fails its task only.
 */
export class WorkerPool {
  private readonly pool: Tinypool;
  private readonly inTurn: ReturnType<typeof limited>;

  constructor({ file, atOnce, flags }: Terms) {
    // The pool's own queue stands still after a process was killed; tasks that wait here get the next one.
    this.inTurn = limited(atOnce);
    this.pool = new Tinypool({
      runtime: 'child_process',
      filename: fileToRun(file),
      minThreads: 0,
      maxThreads: atOnce,
      idleTimeout: idleMs,
      serialization: 'advanced',
      // Its environment has none of our secrets.
      env: {},
      execArgv: [...flags, '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', '--disable-warning=SecurityWarning'],
    });
    // An idle process that ends fails nobody's task.
    this.pool.on('error', () => undefined);
  }

  /** Rejects when the task throws, and when its process ends before it answers. */
  run<Task, Answer>(name: string, task: Task): Promise<Answer> {
    return this.inTurn(async () => {
      const { answer, isSpent }: Answered<Answer> = await this.pool.run(task, { name });
      if (isSpent) await this.pool.recycleWorkers();
      return answer;
    });
  }

  close(): Promise<void> {
    return this.pool.destroy();
  }
}

/** The file beside the running one: built in the bundle, source in a test. Without it a pool would wait for ever. */
function fileToRun({ built, source }: Terms['file']): string {
  const file = [built, source].map((name) => join(import.meta.dirname, name)).find((one) => existsSync(one));
  if (!file) throw new Error(`${built} is missing beside the program: build it again.`);
  return file;
}
