import { isSame } from '../canonical';
import { type Refusal, refuse } from '../refusal';
import { isEmptyPage, type PageNode } from './page-content';

/** A page by language. */
export type PageTexts = Readonly<Record<string, { readonly title: string; readonly blocks: readonly PageNode[] }>>;

/**
 * What of the drafts of a page goes out: the languages in which something is written. Refused where there is none, where one has no
 * title, and where it would say what `published` says already.
 */
export function publishPage(drafts: PageTexts, published: PageTexts | null): PageTexts | Refusal {
  const written = Object.entries(drafts).filter(([, { blocks }]) => !isEmptyPage(blocks));
  if (!written.length) return refuse('modules.page-is-empty');
  const untitled = written.find(([, { title }]) => !title.trim());
  if (untitled) return refuse('modules.page-without-title', { language: untitled[0] });
  const texts = Object.fromEntries(written);
  return isSame(texts, published) ? refuse('modules.nothing-to-publish') : texts;
}
