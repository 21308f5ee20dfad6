import { wordDeadline } from '../../../platform/language/word-moment';
import type { Languages } from '../../../platform/language/languages';
import type { PersonCard } from '../../accounts';
import type { EditionCard } from '../../editions';
import { labelOfField } from '../dossier/field-label';
import { ownFieldsOf } from '../dossier/terms';
import type { QuestionsAskedMailData } from './mail/questions-asked.mail';

/** The contents of a return, made or only previewed. */
export interface ReturnWords {
  readonly questions: readonly { readonly field: string; readonly text: string }[];
  readonly word: string;
  readonly answerUntil: Date;
}

/** The data of a return's mail, in the applicant's language. Preview and mail both begin here. */
export function returnLetterData(
  { questions, word, answerUntil }: ReturnWords,
  edition: EditionCard,
  person: PersonCard,
  languages: Languages,
): QuestionsAskedMailData {
  const { title } = edition.definition;
  const say = languages.in(person.language);
  return {
    name: person.name,
    programme: title[person.language] ?? title.en,
    edition: edition.name,
    editionId: edition.id,
    questions: questions.map(({ field, text }) => ({
      field: labelOfField(field, ownFieldsOf(edition), say, person.language),
      text,
    })),
    word,
    until: wordDeadline(answerUntil, person, edition),
  };
}
