import type { MovePreview as MovePreviewView, ProgrammeDefinition } from '@libretto/contracts';
import {
  type AskedAmount,
  briefsIn,
  changeIn,
  compareCompletion,
  differencesBetween,
  hindrancesOf,
  refuse,
  type RequirementChange,
} from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { pageAfter } from '../../platform/http/page-after';
import { orNotFound, orRefuse, Refused } from '../../platform/refusals/refused';
import { PeopleDirectory } from '../accounts';
import { CompletionExplainer } from '../completion';
import { AwardQueries } from '../credentials';
import { EditionDirectory } from '../editions';
import { EnrolmentDirectory } from '../places';
import { ProgrammeQueries } from '../programmes';
import { comparedVersion } from './compared-version';
import { KeptByEdition } from './kept-by-edition';

interface Changed {
  readonly accountId: string;
  readonly id: string;
  readonly isComplete: { before: boolean; after: boolean };
  readonly requirements: RequirementChange[];
}

/**
 * The effects of moving an edition to the newest version. A fixed number of statements, independent of the number of
 * people.
 */
@Injectable()
export class MovePreview {
  constructor(
    private readonly editions: EditionDirectory,
    private readonly programmes: ProgrammeQueries,
    private readonly kept: KeptByEdition,
    private readonly enrolments: EnrolmentDirectory,
    private readonly explainer: CompletionExplainer,
    private readonly awards: AwardQueries,
    private readonly people: PeopleDirectory,
  ) {}

  async of(editionId: string, after?: string): Promise<MovePreviewView> {
    const edition = orNotFound(await this.editions.byId(editionId));
    const { definition, programme } = edition;
    const newest = orNotFound(await this.programmes.latestById(programme.id));
    orRefuse(changeIn(edition.state));
    if (newest.number <= programme.version)
      throw new Refused(refuse('editions.no-newer-version', { runs: programme.version }));

    const enrolments = await this.enrolments.allOf(editionId);
    const [before, then] = await this.explainer.explainBy(enrolments, [definition, newest.definition]);
    const nothing = { met: false, requirements: [] };
    const compared = enrolments.map(({ id, accountId }) => {
      const [now, later] = [before?.get(id) ?? nothing, then?.get(id) ?? nothing];
      return { id, accountId, isComplete: { before: now.met, after: later.met }, ...compareCompletion(now, later) };
    });
    const changed = compared.filter(({ isChanged }) => isChanged);
    const { shown, next } = pageAfter(changed, { otherwise: ({ id }) => [id] }, after);
    return {
      edition: edition.name,
      from: programme.version,
      to: newest.number,
      differences: differences(definition, newest.definition),
      hindrances: hindrancesOf(definition, newest.definition, await this.kept.of(edition)).map((one) => ({
        ...one,
        brief: titleOf(one.brief, definition),
      })),
      enrolled: enrolments.length,
      changed: changed.length,
      complete: {
        before: compared.filter(({ isComplete }) => isComplete.before).length,
        after: compared.filter(({ isComplete }) => isComplete.after).length,
      },
      items: await this.named(shown),
      next,
    };
  }

  private async named(shown: readonly Changed[]): Promise<MovePreviewView['items']> {
    const ids = shown.map(({ id }) => id);
    const [people, awarded] = await Promise.all([
      this.people.byIds(shown.map(({ accountId }) => accountId)),
      this.awards.awardedOf(ids),
    ]);
    return shown.map(({ id, accountId, isComplete, requirements }) => {
      const person = people.get(accountId);
      return {
        enrolmentId: id,
        name: person?.name ?? '',
        institution: person?.institution?.name ?? null,
        isComplete,
        requirements,
        hasAward: awarded.has(id),
      };
    });
  }
}

function differences(from: ProgrammeDefinition, to: ProgrammeDefinition): MovePreviewView['differences'] {
  const titles = new Map([...from.modules, ...to.modules].map(({ number, title }) => [number, title]));
  return differencesBetween(comparedVersion(from), comparedVersion(to)).map((difference) => {
    if (difference.what === 'module') return { ...difference, title: titles.get(difference.number) ?? {} };
    return difference.what === 'requirement'
      ? { ...difference, before: listed(difference.before), after: listed(difference.after) }
      : difference;
  });
}

const listed = (asked: AskedAmount | null) => asked && { ...asked, modules: [...asked.modules] };

/** The title of a brief, where the programme has several. */
function titleOf(brief: string | null, { projectWork }: ProgrammeDefinition) {
  const briefs = briefsIn(projectWork);
  return (briefs.length > 1 && briefs.find(({ id }) => id === brief)?.title) || null;
}
