import type { EditionCard } from '../../editions';
import type { PersonCard } from '../../accounts';
import { appealableOutcomes, type RulingOutcome } from '@libretto/domain';
import { wordDay, wordDeadline } from '../../../platform/language/word-moment';
import type { Languages } from '../../../platform/language/languages';
import { oneLine } from '../../../platform/mail/postman';
import { appealEndOf } from '../appeal/appeal-window';
import { rulingMail, type RulingMailData } from './mail/ruling.mail';
import type { RulingRecord } from '../dossier/ruling.entity';

/** The contents of a ruling, made or only previewed. */
export interface RulingWords {
  readonly outcome: RulingOutcome;
  readonly reason: string;
  readonly at: Date;
  readonly placeUntil: Date | null;
  /** Whether the applicant would wait with people of other countries. */
  readonly waitsWithAll: boolean;
  /** For a second ruling: the first one's outcome. */
  readonly first: RulingOutcome | null;
  /** The criteria that the majority found not met, or not evidenced. */
  readonly missed: readonly string[];
}

/** The letter of a ruling in the applicant's language. Preview and stored letter are both composed here. */
export function composeLetter(ruling: RulingWords, edition: EditionCard, person: PersonCard, languages: Languages) {
  const { subject, paragraphs, action } = rulingMail.compose(
    languages.in(person.language),
    rulingLetterData(ruling, edition, person),
  );
  return {
    language: languages.nearest(person.language),
    subject: oneLine(subject),
    paragraphs,
    action: action ?? null,
  };
}

/** The data of the letter, in the applicant's language. */
function rulingLetterData(ruling: RulingWords, edition: EditionCard, person: PersonCard): RulingMailData {
  const { title, admission } = edition.definition;
  const inTheirs = (texts: { en: string; [language: string]: string }) => texts[person.language] ?? texts.en;
  const canBeAppealed = ruling.first === null && appealableOutcomes.includes(ruling.outcome);
  return {
    outcome: ruling.outcome,
    name: person.name,
    programme: inTheirs(title),
    edition: edition.name,
    editionId: edition.id,
    date: wordDay(ruling.at, person),
    expires: ruling.placeUntil ? wordDeadline(ruling.placeUntil, person, edition) : '',
    missed: admission.criteria
      .filter(({ id }) => ruling.missed.includes(id))
      .map(({ statement }) => inTheirs(statement)),
    reason: ruling.reason,
    first: ruling.first,
    appealUntil: canBeAppealed ? wordDeadline(appealEndOf(edition, ruling.at), person, edition) : '',
    waitsFor: ruling.waitsWithAll ? 'all' : 'country',
  };
}

/** The criteria that a ruling’s record does not show as met. */
export const missedIn = ({ findings }: Pick<RulingRecord, 'findings'>): string[] =>
  Object.entries(findings).flatMap(([id, { finding }]) => (finding === 'met' ? [] : [id]));
