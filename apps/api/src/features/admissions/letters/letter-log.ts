import { type InputOf, type LettersView, mailContents, type readLetters } from '@libretto/contracts';
import { type Actor, searchFor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { pageAfter } from '../../../platform/http/page-after';
import { orNotFound } from '../../../platform/refusals/refused';
import { Languages } from '../../../platform/language/languages';
import { type LoggedMail, MailLog } from '../../../platform/mail/mail-log';
import { PeopleDirectory, type PersonCard } from '../../accounts';
import { EditionDirectory } from '../../editions';
import { OfferMails } from '../../places';
import { mayReadLetters } from '../dossier/admissions.policy';
import { Application } from '../dossier/application.entity';
import { Recusals } from '../dossier/recusals';
import { mailRuling } from './jobs/mail-ruling.job';
import { Letter } from './letter.entity';

export type LoggedLetter = LettersView['items'][number];

/** A mail with its applicant's account, before names are read. */
interface Entry {
  readonly accountId: string;
  readonly mail: LoggedMail;
  readonly says: LoggedLetter['says'];
  readonly letter: Letter | null;
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
    private readonly offers: OfferMails,
    private readonly people: PeopleDirectory,
    private readonly languages: Languages,
    private readonly log: MailLog,
  ) {}

  async of(
    actor: Actor,
    editionId: string,
    { q, state, sort, after }: InputOf<typeof readLetters>['query'],
  ): Promise<LettersView> {
    const edition = orNotFound(await this.editions.byId(editionId));
    const entries = await this.entries(actor, editionId);
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

  /** One mail of an edition, if this person may know of it. */
  async mail(
    actor: Actor,
    editionId: string,
    wanted: { mailId?: string; letterId?: string },
  ): Promise<LoggedLetter | null> {
    const entries = await this.entries(actor, editionId);
    const entry = entries.find(
      ({ mail, letter }) => mail.id === wanted.mailId || (letter && letter.id === wanted.letterId),
    );
    if (!entry) return null;
    return this.named(actor, editionId, entry, (await this.people.byIds([entry.accountId])).get(entry.accountId));
  }

  private async entries({ accountId }: Actor, editionId: string): Promise<Entry[]> {
    const hidden = await this.recusals.of(accountId, editionId);
    const letters = (await this.database.read.findBy(Letter, { editionId })).filter(
      ({ applicationId }) => !hidden.has(applicationId),
    );
    const applicants = new Map(
      (await this.database.read.find(Application, { select: { id: true, accountId: true }, where: { editionId } })).map(
        (row) => [row.id, row.accountId],
      ),
    );
    const byRuling = new Map(letters.map((letter) => [letter.rulingId, letter]));
    const mails = await this.log.about([mailRuling.name], [...byRuling.keys()]);
    const ofRulings = mails.flatMap((mail): Entry[] => {
      const letter = byRuling.get(mail.about);
      return letter ? [{ accountId: applicants.get(letter.applicationId) ?? '', mail, says: 'ruling', letter }] : [];
    });
    const ofOffers = (await this.offers.of(editionId))
      .filter(({ offer }) => !hidden.has(offer.applicationId))
      .map(({ offer, says, mail }): Entry => ({ accountId: offer.accountId, mail, says, letter: null }));
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
