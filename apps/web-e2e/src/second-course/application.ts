import type { Page } from 'playwright-core';
import { expectNoViolations, paper } from '../harness';
import { choose } from '../whole-way/file';
import type { Play } from '../whole-way/play';
import { applicant } from './cast';

export const titleInItalian = 'Corso professionale per Credential Evaluator';

/** An Italian-speaking applicant registers in two steps. */
export async function registerInItalian(page: Page, { linkMailedTo }: Play): Promise<void> {
  await page.goto('/register');
  await page.getByLabel('Nome', { exact: true }).fill(applicant.givenName);
  await page.getByLabel('Cognome').fill(applicant.familyName);
  await page.getByLabel('Indirizzo e-mail').fill(applicant.email);
  await page.getByRole('button', { name: 'Invia link' }).click();
  await page.waitForURL('**/register/sent');
  await page.goto(await linkMailedTo(page, applicant.email, 'Crea il tuo account'));
  await page.getByLabel('Password').fill(applicant.password);
  await page.getByRole('button', { name: 'Crea account' }).click();
  await page.getByRole('button', { name: applicant.givenName }).waitFor();
  await page.goto('/account');
  await page.getByLabel('Data di nascita').fill(applicant.birthDate);
  await page.getByRole('button', { name: 'Salva' }).click();
  await page.getByText('Salvato', { exact: true }).waitFor();
}

/** Applies in Italian from an unlisted institution, without a post, which this programme only prefers. */
export async function applyInItalian(page: Page, edition: string): Promise<void> {
  await page.goto('/programmes');
  await page.getByRole('link', { name: titleInItalian }).click();
  await page.getByRole('link', { name: `Candidati per ${edition}` }).click();
  await page.getByRole('button', { name: 'Inizia candidatura' }).click();
  await page.getByRole('button', { name: 'Aggiungi titolo' }).waitFor();
  // The page neither offers a part that this programme does not have, nor demands one that it only prefers.
  expect(await page.getByText('Condizioni eccezionali').count()).toBe(0);
  expect(await page.getByRole('link', { name: 'Aggiungi una posizione' }).count()).toBe(0);
  await page.getByText('Sei mesi di esperienza nella valutazione dei titoli.').last().waitFor();
  await proposeInstitution(page);

  await page.getByRole('button', { name: 'Aggiungi titolo' }).click();
  const degree = page.getByRole('group', { name: 'Titolo 1' });
  await degree.getByLabel('Denominazione').fill('Laurea in Giurisprudenza');
  await degree.getByLabel('Rilasciato da').fill(applicant.institution);
  await degree.getByLabel('Paese').fill('Italia');
  await degree.getByLabel('Livello').selectOption('7');
  await degree.getByLabel('Anno').fill('2012');
  await page.getByRole('button', { name: 'Aggiungi lingua' }).click();
  const language = page.getByRole('group', { name: 'Lingua 1' });
  await language.getByLabel('Lingua', { exact: true }).fill('italiano');
  await language.getByLabel('Livello (QCER)').selectOption('C2');
  await page
    .getByLabel('Perché ti candidi, e come userai il corso')
    .fill('Valuto titoli esteri per la prima volta e voglio farlo bene.');
  await page.getByText('Salvato', { exact: true }).last().waitFor();
  await choose(
    page.locator('main'),
    'Certificato del titolo',
    paper('laurea.pdf', 'Laurea in Giurisprudenza'),
    'Scegli file',
  );
  await page.getByRole('link', { name: 'laurea.pdf' }).waitFor();
  await page.getByRole('button', { name: 'Presenta candidatura' }).first().click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Presenta candidatura' }).click();
  await page.getByRole('heading', { name: 'Candidatura presentata' }).waitFor();
}

async function proposeInstitution(page: Page): Promise<void> {
  await page.getByLabel('Istituzione', { exact: true }).fill(applicant.institution);
  await page.getByRole('option', { name: `Aggiungi «${applicant.institution}»` }).click();
  const form = page.getByRole('group', { name: 'Aggiungi la tua istituzione' });
  await form.getByRole('combobox', { name: 'Paese' }).fill('Italia');
  await form.getByLabel('Sito web').fill('www.valdorcia.example');
  await expectNoViolations(page);
  await form.getByRole('button', { name: 'Aggiungi istituzione' }).click();
  await page.getByText(`${applicant.institution} è stata aggiunta.`).waitFor();
}

/** Accepts the place, and reads English from there on, the other language of the course. */
export async function acceptInItalian(page: Page, play: Play): Promise<void> {
  await play.as(page, 'newcomer', '/applications');
  await page.goto(await play.linkMailedTo(page, applicant.email, play.admitted));
  await page.getByText('La tua candidatura è ammessa.').first().waitFor();
  await page.getByRole('link', { name: 'Accetta o rinuncia al posto' }).click();
  await page.getByRole('button', { name: 'Accetta posto' }).click();
  await page.getByText('Accettato: l’iscrizione è completata.').waitFor();
  await page.goto('/account');
  await page.locator('main').getByLabel('Lingua').selectOption('en');
  await page.getByRole('button', { name: 'Salva' }).click();
  await page.getByText(/^\s*(Salvato|Saved)\s*$/).waitFor();
}
