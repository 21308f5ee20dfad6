import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { Answer, Book, Leaf, Look, Task } from './binder';

export type { Book, Leaf, Look, Size, Undrawable } from './binder';

/** What is drawn as pages. Everything else is attached as it is. */
const drawable = ['application/pdf', 'image/png', 'image/jpeg'];
const mostPagesOfFile = 400;
const mostPagesOfBook = 2000;
/** For one file, and for all files of a book: what takes longer is attached instead. */
const lookMs = 10_000;
const looksMs = 40_000;
const bindMs = 120_000;

type Asked = { readonly look: Leaf; readonly most: number } | { readonly bind: Book };

/** Binds files of other people into one PDF, in a process of its own that a hostile file may end. */
@Injectable()
export class PdfBindery {
  /** What each file takes, in their order: its pages, or why it cannot be drawn. */
  async look(files: readonly Leaf[]): Promise<Look[]> {
    const bench = new Bench();
    const until = Date.now() + looksMs;
    const looks: Look[] = [];
    let left = mostPagesOfBook;
    try {
      for (const file of files) {
        const looked = drawable.includes(file.type)
          ? await this.lookAt(bench, file, Math.min(mostPagesOfFile, left), Math.min(lookMs, until - Date.now()))
          : { fault: 'other-type' as const };
        if ('pages' in looked) left -= looked.pages.length;
        looks.push(looked);
      }
    } finally {
      bench.clear();
    }
    return looks;
  }

  async bind(book: Book): Promise<void> {
    const bench = new Bench();
    try {
      const answer = await bench.ask({ bind: book }, bindMs);
      if (!answer || 'fault' in answer) throw new Error(`The book could not be bound: ${answer && 'fault' in answer ? answer.fault : 'the binder ended'}`);
    } finally {
      bench.clear();
    }
  }

  private async lookAt(bench: Bench, look: Leaf, most: number, ms: number): Promise<Look> {
    if (ms <= 0) return { fault: 'unreadable' };
    const answer = await bench.ask({ look, most }, ms);
    return answer && 'looked' in answer ? answer.looked : { fault: 'unreadable' };
  }
}

/** One process after the other: where a task ended it or took too long, the next task gets a new one. */
class Bench {
  private process: ChildProcess | undefined;
  private asked = 0;

  /** `undefined`: the process ended before it answered, or was ended. */
  ask(asked: Asked, ms: number): Promise<Answer | undefined> {
    const process = (this.process ??= this.start());
    const task: Task = { number: this.asked++, ...asked };
    return new Promise((resolve) => {
      const done = (answer?: Answer) => {
        clearTimeout(timer);
        process.off('message', done).off('exit', ended);
        resolve(answer);
      };
      const ended = () => {
        this.process = undefined;
        done();
      };
      const timer = setTimeout(() => process.kill('SIGKILL'), ms);
      process.on('message', done).on('exit', ended);
      process.send(task, (error) => {
        if (error) process.kill('SIGKILL');
      });
    });
  }

  clear(): void {
    this.process?.kill('SIGKILL');
    this.process = undefined;
  }

  private start(): ChildProcess {
    return fork(binderFile(), {
      serialization: 'advanced',
      env: {},
      execArgv: [
        '--permission',
        '--allow-fs-read=*',
        `--allow-fs-write=${join(tmpdir(), '*')}`,
        '--allow-worker',
        '--max-old-space-size=512',
        '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
        '--disable-warning=SecurityWarning',
      ],
    });
  }
}

/** Beside the running file: built when this is the bundle, as source when this is a test. */
function binderFile(): string {
  const built = join(import.meta.dirname, 'binder.mjs');
  return existsSync(built) ? built : join(import.meta.dirname, 'binder.ts');
}
