import { marksOf, wordsIn } from '@libretto/domain/similarity';
import { Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import type { Brief } from '../work/briefs';
import { Work } from '../work/work.entity';
import { shinglesOfBrief } from './brief-words';
import { WorkReading, WorkShingle, WorkText } from './work-text.entity';

/** Longer works are compared up to here. */
const mostWords = 50_000;
/** Of a part, in letters: each fits into a column whatever its script. */
const part = /[\s\S]{1,15000}/gu;

interface Read {
  readonly work: Pick<Work, 'id'>;
  readonly version: number;
  readonly programmeId: string;
}

/** Keeps the words of a version in place of those of earlier ones. */
@Injectable()
export class KeepWords {
  constructor(private readonly transaction: Transaction) {}

  /** The same again changes nothing, and neither does a version that is no longer the newest. */
  async run({ work: { id: workId }, version, programmeId }: Read, brief: Brief, text: string | null): Promise<void> {
    const words = wordsIn(text ?? '').slice(0, mostWords);
    const read = (text ?? '').slice(0, words.at(-1)?.end ?? 0);
    const marks = marksOf(words, shinglesOfBrief(brief));
    await this.transaction.run(async (tx) => {
      // Two versions that are read at once come one after the other.
      const { versions } = await tx.lock(Work, workId);
      if (version < versions) return;
      const row = { workId, programmeId, version, words: text === null ? null : words.length };
      await tx.put(WorkReading, ['workId'], { id: newId(), ...row });
      await tx.manager.delete(WorkText, { workId });
      await tx.manager.delete(WorkShingle, { workId });
      const parts = read.match(part) ?? [];
      await tx.insert(
        WorkText,
        parts.map((said, at) => ({ id: newId(), workId, part: at, words: said })),
      );
      await tx.insert(
        WorkShingle,
        marks.map((mark) => ({ id: newId(), workId, ...mark })),
      );
    });
  }
}
