import { Html, html } from '../../platform/http/html';
import type { Wording } from './wording';

/**
 * The contents of a public page: its title, a sentence of description for search engines and link previews, and its
 * text.
 */
export interface PageContent {
  readonly title: string;
  readonly description: string;
  /** The canonical path for search engines; without one, they do not index the page. */
  readonly path?: string;
  /** What the page is about, as schema.org describes it, for search engines. */
  readonly described?: object;
  readonly main: Html;
}

interface Around {
  readonly wording: Wording;
  readonly languages: readonly { readonly code: string; readonly name: string }[];
  readonly publicUrl: string;
}

/**
 * The head of a page, for its window, search engines and link previews. A page for signed-in people names only the
 * site.
 */
export function headOf(
  content: PageContent | undefined,
  { wording: { language }, languages, publicUrl }: Around,
): Html {
  if (!content) return html`<title>Libretto</title><meta name="robots" content="noindex" />`;
  const { title, description, path, described } = content;
  const address = path === undefined ? undefined : `${publicUrl}/${path}`;
  const others = languages.map(
    ({ code }) => html`<link rel="alternate" hreflang="${code}" href="${address}?language=${code}" />`,
  );
  return html`<title>${title} · Libretto</title>
    <meta name="description" content="${description}" />
    <meta property="og:type" content="website" />
    <meta property="og:site_name" content="Libretto" />
    <meta property="og:title" content="${title}" />
    <meta property="og:description" content="${description}" />
    <meta property="og:locale" content="${language}" />
    <meta property="og:image" content="${publicUrl}/libretto-512.png" />
    ${
      described &&
      html`<script type="application/ld+json">
        ${dataOf(described)}
      </script>`
    }
    ${address ? html`<meta property="og:url" content="${address}" /><link rel="canonical" href="${address}" />${others}` : html`<meta name="robots" content="noindex" />`}`;
}

/** Data in a page: nothing in it can end the element around it. */
const dataOf = (data: object): Html => new Html(JSON.stringify(data).replaceAll('<', '\\u003c'));

/** The page before the application has started: the same words at the same places. */
export const bodyOf = ({ main, path }: PageContent, around: Around): Html =>
  html`${header(around, visitor(around), path)}
    <main>${main}</main>
    ${footer(around)}`;

/** What stands around a page that only the application knows; it leaves out what is the person's own. */
export const frameOf = (isKnown: boolean, around: Around): Html =>
  html`${header(around, isKnown ? null : visitor(around))}
    <main><p class="soft">${around.wording.say('shell.loading')}</p></main>
    ${footer(around)}`;

function header({ wording: { say } }: Around, person: Html | null, path?: string): Html {
  const to = (page: string, words: string) =>
    html`<a href="/${page}" ${path?.split('/')[0] === page ? html` aria-current="page"` : null}>${words}</a>`;
  return html`<header>
    <div class="bar">
      <a class="wordmark" href="/">Libretto</a>
      <nav aria-label="${say('shell.navigation')}">
        ${person && html`${to('programmes', say('shell.nav.programmes'))}${to('verify', say('shell.nav.verify'))}`}
      </nav>
      <div class="person">${person}</div>
    </div>
  </header>`;
}

function visitor({ wording: { language, say }, languages }: Around): Html {
  const others = languages.filter(({ code }) => code !== language);
  return html`${others.map(({ code, name }) => html`<a href="?language=${code}" lang="${code}" hreflang="${code}">${name}</a>`)}
    <a href="/sign-in">${say('shell.nav.sign-in')}</a>`;
}

const footer = ({ wording: { say } }: Around): Html =>
  html`<footer>
    <p>${say('shell.footer.what')}</p>
    <p class="row">
      <a href="/verify">${say('shell.nav.verify')}</a>
      <a href="/publications">${say('publication.public.title')}</a>
      <a href="/privacy">${say('public-pages.privacy.title')}</a
      ><a href="/accessibility">${say('public-pages.accessibility.title')}</a>
    </p>
  </footer>`;
