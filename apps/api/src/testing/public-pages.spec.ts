import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { languageCookie } from '@libretto/contracts';
import { newId } from '../platform/database/new-id';
import { serveWebPages } from '../platform/http/web-pages';
import { aParticipant, anEditionOf, aPublishedProgramme } from './fixtures';
import { TestApp } from './test-app';
import { cookieName } from '../features/accounts';
import { Award } from '../features/credentials/award/award.entity';
import { anAwardSnapshot } from '../features/credentials/award/award-snapshot.builder';
import { Credential } from '../features/credentials/award/credential.entity';
import { aPublication } from '../features/publication/publication.builder';
import { Publication } from '../features/publication/book/publication.entity';
import { PublicPages } from '../features/public-pages/public-pages';

const hostile = '<script>alert(1)</script>"\'&amp; $& $1';
const publicId = '01HOSTED0CREDENTIAL0000000';
const publicationId = newId();

/** Like the page of the build. */
const languages = {
  en: { name: 'English', first: '/language/en-first-ABCDEFGH.json', rest: '/language/en-rest-ABCDEFGH.json' },
  it: { name: 'Italiano', first: '/language/it-first-ABCDEFGH.json', rest: '/language/it-rest-ABCDEFGH.json' },
};
const index = `<!doctype html><html lang="en"><head><title>Libretto</title><script>document.title</script>
<script type="application/json" id="languages">${JSON.stringify(languages)}</script>
<link rel="stylesheet" href="styles-ABCDEFGH.css"></head><body><lib-root></lib-root><script src="main-ABCDEFGH.js" type="module"></script></body></html>`;

describe('the pages for everybody', () => {
  const root = mkdtempSync(join(tmpdir(), 'libretto-web-'));
  let app: TestApp;

  beforeAll(async () => {
    writeFileSync(join(root, 'index.html'), index);
    writeFileSync(join(root, 'styles-ABCDEFGH.css'), 'h1 { color: blue }');
    mkdirSync(join(root, 'language'));
    for (const { first, rest } of Object.values(languages))
      for (const file of [first, rest])
        for (const [end, text] of Object.entries({ '': 'as written', '.br': 'in brotli', '.gz': 'in gzip' }))
          writeFileSync(join(root, file + end), text);
    writeFileSync(join(root, 'libretto.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    const env = { OPERATOR: 'University of <Somewhere>', CONTACT: 'courses@somewhere.example' };
    app = await TestApp.on(undefined, env, (app) => serveWebPages(app, root, app.get(PublicPages)));
    const edition = await anEditionOf(app, {
      slug: 'reading',
      awardingBodies: [{ name: hostile, country: 'IT', status: { en: 'x' } }],
    } as never);
    await aPublishedProgramme(app, { slug: 'hostile', title: { en: hostile }, aim: { en: hostile } } as never);
    const publication = aPublication(edition.id, { id: publicationId, title: hostile, editors: [hostile] });
    await app.build(Publication, publication);
    const { enrolment } = await aParticipant(app, edition.id);
    const awardId = newId();
    await app.build(Award, {
      id: awardId,
      enrolmentId: enrolment.id,
      publicId,
      snapshot: anAwardSnapshot()
        .with({ workload: { minutes: 3750, ects: 2.5 } })
        .build() as never,
      awardedAt: new Date('2026-11-20'),
    });
    await app.build(Credential, {
      ...{
        id: newId(),
        awardId,
        number: 1,
        state: 'valid',
        validFor: null,
        correction: null,
        statusList: 1,
        statusIndex: 1,
        signed: {},
      },
      ...{ issuedAt: new Date(), endedAt: null, endedBy: null, reason: null, documentId: null },
    } as Credential);
  });
  afterAll(async () => {
    await app?.close();
    rmSync(root, { recursive: true });
  });

  const get = (url: string, headers: Record<string, string> = {}) =>
    app.nest.inject({ method: 'GET', url, headers: { accept: 'text/html', ...headers } });
  const h1 = (body: string) => /<h1>(.*?)<\/h1>/.exec(body)?.[1];

  it('describe a publication as data that nothing in it can break', async () => {
    const { body } = await get(`/publications/${publicationId}`);
    expect(body).not.toContain(hostile);
    const [, data] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(body) ?? [];
    expect(JSON.parse(data ?? '')).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Book',
      name: hostile,
      editor: [{ '@type': 'Person', name: hostile }],
      license: 'https://creativecommons.org/licenses/by/4.0/',
    });
    expect((await get('/sitemap.xml')).body).toContain(`/publications/${publicationId}</loc>`);
  });

  it.each([
    ['/', 200, 'Programmes'],
    ['/programmes', 200, 'Programmes'],
    ['/programmes/reading', 200, 'Reading diplomas'],
    ['/verify', 200, 'Verify a credential'],
    ['/sign-in?then=%2Faccount', 200, 'Sign in'],
    ['/register', 200, 'Create an account'],
    ['/privacy', 200, 'Privacy'],
    ['/accessibility', 200, 'Accessibility'],
    ['/publications', 200, 'Publications'],
    [`/publications/${publicationId}`, 200, undefined],
    [`/publications/${newId()}`, 404, 'Page not found'],
    ['/publications/none', 404, 'Page not found'],
    [`/credentials/${publicId}`, 200, undefined],
    ['/editions/e1/desk', 200, undefined],
    ['/programmes/nothing', 404, 'Page not found'],
    ['/credentials/01NO0SUCH0CREDENTIAL000000', 404, 'Page not found'],
    ['/no/such/page', 404, 'Page not found'],
    ['/programmes/reading/more', 404, 'Page not found'],
    ['/main-OFANOTHER.js', 404, 'Page not found'],
    ['/index.html', 404, 'Page not found'],
    ['/%ff', 404, 'Page not found'],
    ['/programmes/%c3', 404, 'Page not found'],
  ])('%s is %i, and begins with its heading', async (url, status, heading) => {
    const { statusCode, body, headers } = await get(url);
    expect([statusCode, headers['content-type']]).toEqual([status, 'text/html; charset=utf-8']);
    if (heading) expect(h1(body)).toBe(heading);
    // The application comes with every page, known to the server or not.
    expect(body).toContain('<lib-root></lib-root><script src="main-ABCDEFGH.js"');
  });

  it('says in its head what it is, where it lives and in which languages, and in its styles how it looks', async () => {
    const { body } = await get('/programmes/reading');
    const at = `${app.config.publicUrl}/programmes/reading`;
    for (const part of [
      '<title>Reading diplomas · Libretto</title>',
      '<meta property="og:title" content="Reading diplomas" />',
      `<link rel="canonical" href="${at}" />`,
      `<link rel="alternate" hreflang="it" href="${at}?language=it" />`,
      '<style>h1 { color: blue }</style>',
    ])
      expect(body).toContain(part);
    expect(/<meta name="description" content="(.*?)" \/>/.exec(body)?.[1]).toContain('1 ECTS');
  });

  it.each([
    ['the browser', '/programmes/reading', 'it-IT,it;q=0.9,en;q=0.8'],
    ['the link before that', '/programmes/reading?language=it', 'en'],
  ])('reads in the language of %s', async (_, url, accepted) => {
    const { body, headers } = await get(url, { 'accept-language': accepted });
    expect([body.includes('<html lang="it">'), h1(body), headers['content-language']]).toEqual([
      true,
      'Leggere i diplomi',
      'it',
    ]);
  });

  it.each(['qq', '__proto__', '"><script>'])('takes no language %s from a link', async (language) => {
    expect((await get(`/privacy?language=${encodeURIComponent(language)}`)).body).toContain('<html lang="en">');
  });

  it.each(['/', '/programmes/hostile', '/programmes/reading', '/privacy'])(
    'makes no markup of what somebody wrote: %s',
    async (url) => {
      const { body, headers } = await get(url);
      expect(body).not.toContain('<script>alert');
      expect(body).not.toContain('<Somewhere>');
      expect(body.match(/<lib-root>/g)).toHaveLength(1);
      // The inline script of the page itself is the only one allowed to run.
      expect(headers['content-security-policy']).toMatch(/script-src 'self' 'sha256-[\w+/]{43}=';/);
    },
  );

  it('names who runs the installation and whom to ask', async () => {
    const { body } = await get('/privacy');
    expect(body).toContain('University of &#60;Somewhere&#62; runs this installation');
    expect(body).toContain('courses@somewhere.example');
  });

  it('shows a shared credential to whoever has its address, and to no search engine', async () => {
    const { body } = await get(`/credentials/${publicId}`);
    expect(body).toContain('This credential is valid, according to its issuer.');
    expect(body).toContain('CIMEA (Italy)');
    const italian = (await get(`/credentials/${publicId}`, { 'accept-language': 'it' })).body;
    expect(italian).toContain('CIMEA (Italia)');
    expect(italian).toContain('2,5 ECTS');
    expect(body).toContain('<meta name="robots" content="noindex" />');
    expect((await get('/sitemap.xml')).body).not.toContain('credentials');
  });

  it.each([
    ['somebody who is signed in', '/programmes', { cookie: `${cookieName}=anything` }, false],
    ['a page that visitors are led away from', '/editions/e1/desk', {}, true],
  ])('says only the frame to %s', async (_, url, headers, isToVisitor) => {
    const { body } = await get(url, headers as Record<string, string>);
    expect([body.includes('<div id="served" class="frame">'), body.includes('Loading…')]).toEqual([true, true]);
    expect([body.includes('<h1>'), body.includes('href="/sign-in"')]).toEqual([false, isToVisitor]);
  });

  it('maps the catalogue for search engines', async () => {
    expect((await get('/robots.txt')).body).toContain(`Sitemap: ${app.config.publicUrl}/sitemap.xml`);
    const { body, headers } = await get('/sitemap.xml');
    expect(headers['content-type']).toContain('application/xml');
    expect(body).toContain(`<loc>${app.config.publicUrl}/programmes/reading</loc><lastmod>`);
  });

  it.each([
    ['a page of most visitors', '/programmes', {}, ['en-first']],
    ['a page in the language of its link', '/programmes?language=it', {}, ['it-first']],
    ['a page in the chosen language', '/sign-in', { cookie: `${languageCookie}=it` }, ['it-first']],
    ['a page in a language that nobody speaks', '/sign-in', { cookie: `${languageCookie}=qq` }, ['en-first']],
    ['a page for somebody', '/editions/e1/desk', {}, ['en-first', 'en-rest']],
    ['a page that says more', '/verify', {}, ['en-first', 'en-rest']],
  ])('names the files with the words of %s', async (_, url, headers, expected) => {
    const { body } = await get(url, headers as Record<string, string>);
    const named = [
      ...body.matchAll(/rel="preload" as="fetch" crossorigin href="\/language\/([\w-]+)-ABCDEFGH\.json"/g),
    ];
    expect(named.map(([, file]) => file)).toEqual(expected);
  });

  it.each([
    ['gzip, deflate, br', 'br', 'in brotli'],
    ['gzip', 'gzip', 'in gzip'],
    ['', undefined, 'as written'],
  ])('sends what the build compressed: %s', async (accepted, encoding, expected) => {
    const { body, headers } = await get(languages.it.rest, { 'accept-encoding': accepted });
    expect([body, headers['content-encoding'], headers['content-type'], headers['cache-control']]).toEqual([
      expected,
      encoding,
      'application/json; charset=utf-8',
      'public, max-age=31536000, immutable',
    ]);
    expect((await get(`${languages.it.rest}.br`)).statusCode).toBe(404);
  });

  it.each([
    ['/styles-ABCDEFGH.css', 'public, max-age=31536000, immutable'],
    ['/libretto.svg', 'public, max-age=3600'],
  ])('%s may be kept: %s', async (url, how) => {
    expect((await get(url)).headers['cache-control']).toBe(how);
  });
});
