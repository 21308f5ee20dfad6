import type { PageNode } from '@libretto/domain';

/** The pages that the tutor of the demo wrote, as the editor writes them. */

const text = (words: string): PageNode => ({ type: 'text', text: words });
const bold = (words: string): PageNode => ({ type: 'text', text: words, marks: [{ type: 'bold' }] });
const link = (words: string, href: string): PageNode => ({
  type: 'text',
  text: words,
  marks: [{ type: 'link', attrs: { href } }],
});
const note = (words: string): PageNode => ({ type: 'footnote', attrs: { note: words } });
const said = (...content: (string | PageNode)[]): PageNode => ({
  type: 'paragraph',
  content: content.map((part) => (typeof part === 'string' ? text(part) : part)),
});
const heading = (words: string, level = 2): PageNode => ({
  type: 'heading',
  attrs: { level },
  content: [text(words)],
});
const callout = (tone: 'note' | 'tip' | 'warning', ...content: PageNode[]): PageNode => ({
  type: 'callout',
  attrs: { tone },
  content,
});
const list = (...items: string[]): PageNode => ({
  type: 'bulletList',
  content: items.map((item) => ({ type: 'listItem', content: [said(item)] })),
});
const steps = (...items: string[]): PageNode => ({
  type: 'orderedList',
  attrs: { start: 1 },
  content: items.map((item) => ({ type: 'listItem', content: [said(item)] })),
});
const row = (type: 'tableHeader' | 'tableCell', cells: readonly string[]): PageNode => ({
  type: 'tableRow',
  content: cells.map((cell) => ({ type, attrs: { colspan: 1, rowspan: 1 }, content: [said(cell)] })),
});
const table = (head: readonly string[], ...rows: (readonly string[])[]): PageNode => ({
  type: 'table',
  content: [row('tableHeader', head), ...rows.map((cells) => row('tableCell', cells))],
});

export const rightToRecognition: readonly PageNode[] = [
  said(
    'Somebody who holds a qualification has a right to a fair assessment of it. That sentence is older than the word ',
    { type: 'text', text: 'automatic', marks: [{ type: 'italic' }] },
    ', and it is still what every model in this course comes back to.',
  ),
  heading('What the Convention says'),
  said(
    'The Lisbon Recognition Convention',
    note('Council of Europe and UNESCO, Lisbon, 11 April 1997, ETS No. 165.'),
    ' asks a party to recognise a qualification ',
    bold('unless it can show a substantial difference'),
    '. The burden of proof lies with whoever refuses, not with whoever asks.',
  ),
  callout(
    'note',
    said(
      '“Substantial” is measured by the purpose. A difference that matters for a profession may not matter for a further degree.',
    ),
  ),
  heading('What automatic adds'),
  said(
    'The ',
    link('Council Recommendation of 2018', 'https://eur-lex.europa.eu/eli/reco/2018/444/oj'),
    ' describes automatic mutual recognition: a holder of a qualification of a certain level has the right to be considered for entry to the next level, with no separate procedure. It leaves two things where they were:',
  ),
  list(
    'an institution may still set admission criteria for a particular programme;',
    'an institution may still check that a document is authentic.',
  ),
  callout(
    'tip',
    said(
      'While you read on, note one case from your own desk in which a procedure was run although nobody doubted the level. We begin the first session with it.',
    ),
  ),
];

export const models: readonly PageNode[] = [
  said(
    'Countries reach the same aim by different roads. Keep this table beside you in module 2, where each country presents its own.',
  ),
  table(
    ['Model', 'What it rests on', 'What the desk still does'],
    ['By law', 'A list of systems whose degrees are equal to those of one’s own', 'Checks the document'],
    ['In practice', 'A common reading of levels, without a rule that says so', 'Checks the document and the level'],
    ['By agreement', 'A treaty between two countries or a region', 'Checks that the agreement covers the degree'],
  ),
  heading('How to tell them apart'),
  steps(
    'Ask where a refusal would be appealed: a court that reads a list points to the first model.',
    'Ask who could change the answer tomorrow: if it is the head of an office, it is the second.',
    'Ask what happens to a third country: an agreement has nothing to say about it.',
  ),
  callout('warning', said('A country can follow more than one model at once. Do not sort countries; sort decisions.')),
];

export const whatDatabasesSay: readonly PageNode[] = [
  said(
    'A database answers the question that it was built for. Before you search, put into words which question is yours.',
  ),
  table(
    ['Your question', 'Where to look first'],
    ['Does this institution exist, and may it award degrees?', 'The national register, through ENIC-NARIC'],
    ['Was its quality looked at, and by whom?', 'DEQAR'],
    ['Which level does the degree have?', 'The qualifications framework of its country'],
  ),
  callout(
    'tip',
    said('Write down the day on which you looked. Registers change, and a decision has to be understood years later.'),
  ),
];

export const travel: readonly PageNode[] = [
  said('Bring one case from your own desk that took longer than a month. We start from what held it up.'),
  list(
    'No names: describe the person by country, level and purpose.',
    'One page is enough; your group reads four others.',
    'The room is step-free from the courtyard, and there is a lift.',
  ),
];
