import { type InputOf, type LettersView, mailContents, type readLetters } from '@libretto/contracts';
import { type Actor, searchFor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { pageAfter } from '../../../platform/http/page-after';
import { orNotFound } from '../../../platform/refusals/refused';
import { Languages } from '../../../platform/language/languages';
import { type LoggedMail, MailLog } from '../../../platform/mail/mail-log';
import { PeopleDirectory, type PersonCard } from '../../accounts';
import { EditionDirectory } from '../../editions';
import { mailedOfferRows, offerMail, offerMailsAmong } from '../../places';
import { mayReadLetters } from '../dossier/admissions.policy';
import { Recusals } from '../dossier/recusals';
import { mailRuling } from './jobs/mail-ruling.job';
import { Letter } from './letter.entity';

export type LoggedLetter = LettersView['items'][number];

const letterColumns = ['id', 'rulingId', 'applicationId', 'outcome', 'language'] as const;
/** A letter without its words. */
type ListedLetter = Pick<Letter, (typeof letterColumns)[number]>;

/** A mail with its applicant's account, before names are read. */
interface Entry {
  readonly accountId: string;
  readonly mail: LoggedMail;
  readonly says: LoggedLetter['says'];
  readonly letter: ListedLetter | null;
}

const columns = {
  name: ({ name }: LoggedLetter) => name,
  content: ({ says }: LoggedLetter) => mailContents.indexOf(says),
  /** Mails that have not gone yet come last. */
  sent: ({ acceptedAt }: LoggedLetter) => acceptedAt,
};

const urgency = { stopped: 0, failing: 1, waiting: 2, accepted: 3 } as const;

/** Stopped mails first, then those under way, then the latest. */
const otherwise = ({ state, askedAt, id }: LoggedLetter) => [urgency[state], -Date.parse(askedAt), id];

/** The mails about the rulings and offers of an edition, and whether the mail server accepted them. */
@Injectable()
export class LetterLog {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly recusals: Recusals,
    private readonly people: PeopleDirectory,
    private readonly languages: Languages,
    private readonly log: MailLog,
  ) {}

  async of(
    actor: Actor,
    editionId: string,
    { q, state, sort, after }: InputOf<typeof readLetters>['query'],
  ): Promise<LettersView> {
    const [card, entries] = await Promise.all([this.editions.byId(editionId), this.entries(actor, editionId)]);
    const edition = orNotFound(card);
    const people = await this.people.byIds(entries.map(({ accountId }) => accountId));
    const all = entries.map((entry) => this.named(actor, editionId, entry, people.get(entry.accountId)));
    const means = searchFor(q);
    const found = all.filter((row) => (!state || row.state === state) && means(row.name, row.recipient));
    const { shown, next } = pageAfter(found, { sort, columns, otherwise }, after);
    const counted = (...states: LoggedLetter['state'][]) => all.filter((row) => states.includes(row.state)).length;
    return {
      editionId,
      edition: edition.name,
      programme: edition.definition.title,
      items: shown,
      next,
      counts: { accepted: counted('accepted'), underway: counted('waiting', 'failing'), stopped: counted('stopped') },
      found: found.length,
    };
  }

  /** Whether an edition has this mail, and this person may know of it. */
  async has(actor: Actor, editionId: string, mailId: string): Promise<boolean> {
    return (await this.entries(actor, editionId)).some(({ mail }) => mail.id === mailId);
  }

  /** The mail with a letter. */
  async mailOf(
    actor: Actor,
    editionId: string,
    letter: ListedLetter,
    person: PersonCard | undefined,
  ): Promise<LoggedLetter | null> {
    const [mail] = await this.log.about([mailRuling.name], [letter.rulingId]);
    const entry = mail && { accountId: person?.id ?? '', mail, says: 'ruling' as const, letter };
    return entry ? this.named(actor, editionId, entry, person) : null;
  }

  private async entries({ accountId }: Actor, editionId: string): Promise<Entry[]> {
    const hidden = await this.recusals.of(accountId, editionId);
    const { letters, offers } = await this.database.together({
      letters: rowsOf(
        Letter,
        'JOIN application ON application.id = it.applicationId WHERE it.editionId = :editionId',
        { editionId },
        { columns: letterColumns, beside: { accountId: 'application.accountId' }, by: ['id'] },
      ),
      offers: mailedOfferRows(editionId),
    });
    const isKnown = ({ applicationId }: { applicationId: string }) => !hidden.has(applicationId);
    const byRuling = new Map(letters.filter(isKnown).map((letter) => [letter.rulingId, letter]));
    const known = offers.filter(isKnown);
    const mails = await this.log.about(
      [mailRuling.name, offerMail],
      [...byRuling.keys(), ...known.map(({ id }) => id)],
    );
    const ofRulings = mails.flatMap((mail): Entry[] => {
      const letter = byRuling.get(mail.about);
      return letter ? [{ accountId: String(letter.accountId), mail, says: 'ruling', letter }] : [];
    });
    const ofOffers = offerMailsAmong(mails, known).map(({ offer, says, mail }): Entry => ({
      accountId: offer.accountId,
      mail,
      says,
      letter: null,
    }));
    return [...ofRulings, ...ofOffers];
  }

  private named(
    actor: Actor,
    editionId: string,
    { mail, says, letter }: Entry,
    person: PersonCard | undefined,
  ): LoggedLetter {
    return {
      id: mail.id,
      says,
      outcome: letter?.outcome ?? null,
      name: person?.name ?? '',
      recipient: mail.accepted?.recipient ?? person?.email ?? '',
      language: letter?.language ?? this.languages.nearest(person?.language ?? ''),
      askedAt: mail.askedAt.toISOString(),
      state: stateOf(mail),
      acceptedAt: mail.accepted?.at.toISOString() ?? null,
      answer: mail.accepted?.answer ?? null,
      failures: mail.failures,
      error: mail.error,
      triesAt: mail.triesAt?.toISOString() ?? null,
      letterId: letter?.id ?? null,
      can: { tryAgain: mail.state === 'stopped' && mayReadLetters(actor, { editionId }) },
    };
  }
}

const stateOf = ({ state, failures }: LoggedMail): LoggedLetter['state'] =>
  state === 'waiting' && failures > 0 ? 'failing' : state;
