import type { PublicationView } from '@libretto/contracts';
import { agree, askAbout, briefsIn, canBeSet, fillBook, gather, print, remind, stepTo } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { notFound, orNotFound, reasonOf } from '../../../platform/refusals/refused';
import { type EditionCard, EditionDirectory } from '../../editions';
import type { Publication } from '../book/publication.entity';
import { type Gathered, PublicationRoll } from '../book/publication-roll';

/** The publication of an edition for its coordinator; before it is begun, what it would begin with. */
@Injectable()
export class PublicationOfEdition {
  constructor(
    private readonly editions: EditionDirectory,
    private readonly roll: PublicationRoll,
    private readonly clock: Clock,
  ) {}

  async of(editionId: string): Promise<PublicationView> {
    const [edition, whole] = await Promise.all([this.editions.byId(editionId), this.roll.of(editionId)]);
    const { publication, gathered, accepted, books } = whole;
    const title = titleAsked(orNotFound(edition));
    const about: Omit<Publication, 'id' | 'editionId'> = publication ?? {
      ...{ state: 'gathering', title, subtitle: '', language: 'en', editors: [], preface: '' },
      ...{ licence: 'cc-by', setAt: null, remindedAt: null, printedAt: null, printedBy: null },
    };
    const isReady = books.map(({ state }) => ({ isReady: state === 'ready' }));
    const toPrint = print(about.state, isReady);
    const waiting = gathered.flatMap(({ members }) => members.filter(({ consent }) => consent === 'asked')).length;
    return {
      id: publication?.id ?? null,
      state: about.state,
      title: about.title,
      subtitle: about.subtitle,
      language: about.language === 'it' ? 'it' : 'en',
      editors: about.editors,
      preface: about.preface,
      licence: about.licence,
      works: gathered.map(viewOf),
      others: accepted
        .filter(({ id }) => !gathered.some(({ row }) => row.workId === id))
        .map(({ id, group, files }) => ({
          ...{ workId: id, group, files: files.map(({ name }) => name) },
          title: titleFrom(files[0]?.name ?? ''),
        })),
      // The PDF first.
      books: books.map(({ form, state, done, total }) => ({ form, state, done, total })).reverse(),
      remindedAt: about.remindedAt?.toISOString() ?? null,
      printedAt: about.printedAt?.toISOString() ?? null,
      can: {
        gather: agree(gather(about.state)),
        ask:
          publication !== null &&
          agree(stepTo(about.state, 'consents'), askAbout(gathered.length)) &&
          about.state === 'gathering',
        regather: agree(stepTo(about.state, 'gathering')),
        remind: agree(remind(about.state, waiting, about.remindedAt, this.clock.now())),
        set: agree(stepTo(about.state, 'typeset'), fillBook(gathered.map(({ leftOut }) => leftOut))),
        print: agree(toPrint),
      },
      whyNotPrint: about.state === 'typeset' ? reasonOf(toPrint) : null,
    };
  }

  /** The book of an edition in one form, once it is set. */
  async bookOf(editionId: string, form: string): Promise<string> {
    const { books } = await this.roll.of(editionId);
    const book = books.find((one) => one.form === form && one.state === 'ready');
    if (!book) throw notFound();
    return book.id;
  }
}

const viewOf = ({ row, work, members, leftOut }: Gathered): PublicationView['works'][number] => ({
  workId: row.workId,
  group: work?.group ?? null,
  files: work?.files.map(({ name }) => name) ?? [],
  unset: work?.files.filter(({ type }) => !canBeSet(type)).map(({ name }) => name) ?? [],
  title: row.title,
  references: row.references,
  members: members.map(({ accountId, name, consent, row: given }) => ({
    ...{ accountId, name, consent },
    at: given?.at?.toISOString() ?? null,
  })),
  leftOut,
});

/** The title that the programme foresees, or that of its project work. */
function titleAsked({ definition }: EditionCard): string {
  const briefs = briefsIn(definition.projectWork);
  const [titled] = briefs.flatMap(({ publication, title }) => publication ?? title);
  return titled?.['en'] ?? '';
}

/** A beginning of a title: the name of the file, without its ending. */
const titleFrom = (name: string): string =>
  name
    .replace(/\.[a-z0-9]{1,8}$/i, '')
    .replace(/[-_]+/g, ' ')
    .trim();
