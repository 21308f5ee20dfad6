import { type PageNode, publishPage, type PageTexts } from '.';

const words: readonly PageNode[] = [{ type: 'paragraph', content: [{ type: 'text', text: 'a' }] }];
const en = { title: 'Models', blocks: words };
const it_ = { title: 'Modelli', blocks: words };

it.each<[string, PageTexts, PageTexts | null, unknown]>([
  ['what is written', { en, it: it_ }, null, { en, it: it_ }],
  ['only the languages that say something', { en, it: { title: 'Modelli', blocks: [] } }, null, { en }],
  ['what has changed', { en, it: it_ }, { en }, { en, it: it_ }],
  ['that a language was taken out', { en }, { en, it: it_ }, { en }],
  ['no page without words', { en: { title: 'Models', blocks: [] } }, null, 'modules.page-is-empty'],
  ['no page without a draft', {}, null, 'modules.page-is-empty'],
  ['no language without a title', { en, it: { ...it_, title: ' ' } }, null, 'modules.page-without-title'],
  [
    'nothing that stands there already',
    { en },
    { en: { blocks: words, title: 'Models' } },
    'modules.nothing-to-publish',
  ],
])('publishes %s', (_, drafts, published, expected) => {
  const answer = publishPage(drafts, published);
  expect('refused' in answer ? answer.refused : answer).toEqual(expected);
});
