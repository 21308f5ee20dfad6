import type { ReplyOf, checkProgramme } from '@libretto/contracts';
import { spelledPath } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { ProgrammeChecker } from './programme-checker';
import { ProgrammeQueries } from './programme-queries';

/** The effects of publishing a file, or the faults that prevent it. */
@Injectable()
export class PreviewPublication {
  constructor(
    private readonly checker: ProgrammeChecker,
    private readonly programmes: ProgrammeQueries,
  ) {}

  async of(text: string): Promise<ReplyOf<typeof checkProgramme>> {
    const checked = await this.checker.check(text);
    if ('faults' in checked)
      return {
        programme: null,
        faults: checked.faults.map(({ refused, path, line, column, numbers }) => ({
          code: refused,
          path: spelledPath(path),
          line,
          column,
          numbers: { ...numbers },
        })),
      };
    const { slug, title } = checked.definition;
    const latest = await this.programmes.latestBySlug(slug);
    return { programme: { slug, title, version: (latest?.number ?? 0) + 1 }, faults: [] };
  }
}
