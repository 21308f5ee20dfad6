import type { NoticeTopic } from '@libretto/domain';
import type { Say } from '@libretto/language';

/** The contents of a mail: plain text throughout; the layout makes the HTML. */
export interface Letter {
  subject: string;
  paragraphs: string[];
  /** The one next step; `path` is below the public address. */
  action?: { label: string; path: string };
}

/** One kind of mail: its words in any language, and a sample that shows it on the page of all mails. */
export interface Mail<Data> {
  /** `feature.what-happened` */
  readonly name: string;
  /** Where it has one, it is a notice: it stands in the inbox of its reader, who may choose how to hear of the topic. */
  readonly topic?: NoticeTopic;
  readonly sample: Data;
  readonly compose: (say: Say, data: Data) => Letter;
}

const defined: Mail<unknown>[] = [];

/** Every mail that the product can send. */
export const definedMails = (): readonly Mail<unknown>[] => defined;

export function mail<Data>(definition: Mail<Data>): Mail<Data> {
  defined.push(definition as Mail<unknown>);
  return definition;
}
