import type {
  EditionCard,
  HousePage,
  ProgrammeCard,
  ProgrammePage,
  PublicCredential,
  HousePart,
} from '@libretto/contracts';
import { wordMinutes } from '@libretto/language';
import { html, type Html } from '../../platform/http/html';
import { wordDay, wordDeadline } from '../../platform/language/word-moment';
import type { PageContent } from './frame';
import { countryIn, textIn, type Wording, wordLanguages } from './wording';

/** The beginning of every page, like `lib-page-header`. */
export const beginning = (title: string, state: string, over?: string, action?: Html): Html =>
  html` ${over && html`<p class="over">${over}</p>`}
    <h1>${title}</h1>
    <div class="line">
      <p class="state">${state}</p>
      ${action}
    </div>`;

const list = (lines: readonly string[]): Html =>
  html`<ul>
    ${lines.map((line) => html`<li>${line}</li>`)}
  </ul>`;

export const facts = (rows: readonly (readonly [string, string])[]): Html =>
  html`<dl class="facts">
    ${rows.map(
      ([label, value]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;

/** A page with a public title and description only; the rest needs the application. */
export const plainContent = (title: string, state: string, path?: string): PageContent => ({
  title,
  description: state,
  ...(path === undefined ? {} : { path }),
  main: beginning(title, state),
});

export function catalogueContent(
  programmes: readonly ProgrammeCard[],
  editions: readonly EditionCard[],
  wording: Wording,
): PageContent {
  const { say, language } = wording;
  const cards = programmes.map((programme) => ({
    ...programme,
    edition: nextOf(editions.filter((edition) => edition.programme.id === programme.id)),
  }));
  const title = say('programmes.catalogue.title');
  const state = say('programmes.catalogue.state', {
    programmes: cards.length,
    open: cards.filter(({ edition }) => edition).length,
  });
  const items = cards.map(
    (card) =>
      html`<li>
        <h2><a href="/programmes/${card.slug}">${textIn(wording, card.title)}</a></h2>
        <p>${textIn(wording, card.aim)}</p>
        <p class="small">
          ${say('programmes.card.line', { ...card, languages: wordLanguages(wording, card.languages) })} ·
          ${say(`programmes.participation.${card.participation}`)}<br />
          <span class="soft">${say('programmes.card.awarded-by', { names: card.awardingBodies.join(', ') })}</span>
        </p>
        <p class="small until">
          ${
            card.edition
              ? say('programmes.card.apply-until', {
                  day: wordDeadline(new Date(card.edition.applicationsCloseAt), { language }, card.edition),
                })
              : html`<span class="soft">${say('programmes.card.no-edition')}</span>`
          }
        </p>
      </li>`,
  );
  return {
    title,
    description: cards.length ? `${state} ${cards.map((card) => textIn(wording, card.title)).join('; ')}.` : state,
    path: 'programmes',
    main: html`${beginning(title, state)}
      <ul class="catalogue">
        ${items}
      </ul>`,
  };
}

export function programmeContent(
  { slug, definition }: ProgrammePage,
  editions: readonly EditionCard[],
  wording: Wording,
): PageContent {
  const { say, language } = wording;
  const { workload, level, months } = definition;
  const text = (texts: Readonly<Record<string, string>>) => textIn(wording, texts);
  const [title, aim] = [text(definition.title), text(definition.aim)];
  const languages = wordLanguages(wording, definition.languages);
  const line = say('programmes.card.line', {
    ects: workload.ects,
    hours: workload.hours,
    months,
    eqf: level.eqf,
    languages,
  });
  const next = nextOf(editions);
  return {
    title,
    description: `${line}. ${aim}`,
    path: `programmes/${slug}`,
    main: html`${beginning(title, line, say('programmes.page.over'), next && html`<a class="action" href="/applications/${next.id}">${say('programmes.page.apply')}</a>`)}
      <p class="lead">${aim}</p>
      <h2>${say('programmes.page.for-whom')}</h2>
      <p>${text(definition.audience)}</p>
      <h2>${say('programmes.page.facts')}</h2>
      ${facts([
        [say('programmes.facts.awarding-body'), definition.awardingBodies.map(({ name }) => name).join(', ')],
        [
          say('programmes.facts.workload'),
          say('programmes.facts.workload-value', { ects: workload.ects, hours: workload.hours }),
        ],
        [say('programmes.facts.level'), say('programmes.facts.level-value', { eqf: level.eqf })],
        [
          say('programmes.facts.participation'),
          `${say(`programmes.participation.${definition.participation}`)}, ${languages}`,
        ],
        [say('programmes.facts.assessment'), text(definition.assessment.type)],
        [say('programmes.facts.quality'), text(definition.qualityAssurance)],
      ])}
      <h2>${say('programmes.page.outcomes')}</h2>
      <p class="soft">${say('programmes.page.outcomes-lead')}</p>
      ${list(definition.outcomes.map((outcome) => text(outcome.text)))}
      <h2>${say('programmes.page.apply-title')}</h2>
      <p>
        ${next ? say('programmes.card.apply-until', { day: wordDeadline(new Date(next.applicationsCloseAt), { language }, next) }) : say('programmes.page.no-edition')}
      </p>`,
  };
}

/** Not for search engines: it is about a person, and its holder passes it on. */
export function credentialContent(credential: PublicCredential, wording: Wording): PageContent {
  const { say, language } = wording;
  const day = (at: string | null) => wordDay(new Date(at ?? 0), { language, timeZone: 'UTC' });
  const title = textIn(wording, credential.title);
  const corrected = credential.correctedAt
    ? say('credentials.shared.valid-corrected', { day: day(credential.correctedAt) })
    : say('credentials.shared.valid');
  const state =
    credential.state === 'revoked'
      ? say('credentials.shared.revoked', { day: day(credential.endedAt) })
      : credential.state === 'suspended'
        ? say('credentials.shared.suspended', { day: day(credential.suspendedAt) })
        : corrected;
  const hours = wordMinutes(language, credential.minutes);
  return {
    title,
    description: `${credential.holder}. ${state}`,
    main: html`${beginning(title, state, say('credentials.shared.over'))}
      <p class="holder">${credential.holder}</p>
      ${facts([
        [say('credentials.shared.awarded'), day(credential.awardedAt)],
        [
          say('credentials.shared.bodies'),
          credential.awardingBodies.map(({ name, country }) => `${name} (${countryIn(wording, country)})`).join(', '),
        ],
        [say('credentials.shared.level'), say('credentials.shared.level-text', { level: credential.level })],
        [
          say('credentials.shared.workload'),
          say('credentials.shared.workload-text', { ects: credential.ects ?? 'none', hours }),
        ],
      ])}
      <h2>${say('credentials.shared.outcomes')}</h2>
      ${list(credential.outcomes.map((outcome) => textIn(wording, outcome)))}`,
  };
}

export function housePageContent(
  page: HousePage,
  parts: readonly HousePart[],
  installation: Record<string, string>,
  { say }: Wording,
): PageContent {
  const [title, state] = [say(`public-pages.${page}.title`), say(`public-pages.${page}.state`, installation)];
  const sections = parts.map(
    (part) =>
      html`<h2>${say(`public-pages.${part}.title`)}</h2>
        <p>${say(`public-pages.${part}.text`, installation)}</p>`,
  );
  return { title, description: state, path: page, main: html`${beginning(title, state)}${sections}` };
}

/** The edition to apply for now: its deadline comes first. */
function nextOf(editions: readonly EditionCard[]): EditionCard | undefined {
  const [next] = editions
    .filter(({ takesApplications }) => takesApplications)
    .sort((one, other) => one.applicationsCloseAt.localeCompare(other.applicationsCloseAt));
  return next;
}
