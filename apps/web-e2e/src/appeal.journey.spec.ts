import type { Page } from 'playwright-core';
import { does, editionCalled, expectNoViolations, journey, look, mails, paper, recipientOf } from './harness';

const { visit, windowOf } = journey();

const pdf = paper('confirmation.pdf', 'Confirmation of the employer');
const statement =
  'My first employer has confirmed two more years in the recognition office since the commission ruled.';

interface Desk {
  items: { applicationId: string; name: string; country: string; step: string }[];
}
interface Dossier {
  dossier: { questions: { id: string; kind: string }[] };
}

async function votes(page: Page, editionId: string, applicationId: string, choice: 'admit' | 'reject'): Promise<void> {
  await does(page, 'POST', `/editions/${editionId}/declarations`, { applicationIds: [applicationId], conflict: null });
  const at = `/editions/${editionId}/dossiers/${applicationId}`;
  const { dossier } = await does<Dossier>(page, 'GET', at);
  for (const { id, kind } of dossier.questions)
    if (kind !== 'exception')
      await does(page, 'PUT', `${at}/findings/${id}`, {
        from: {},
        to: { finding: choice === 'admit' ? 'met' : 'not-met', note: '' },
      });
  await does(page, 'POST', `${at}/votes`, { choice, reason: 'As found.' });
}

async function signInWith(page: Page, email: string): Promise<void> {
  const { password } = await does<{ password: string }>(page, 'GET', '/demo');
  await does(page, 'POST', '/sign-in', { email, password });
}

describe('an appeal', () => {
  it(
    'goes from the rejection to a second ruling beside the first, by others than those who ruled first',
    async () => {
      const chair = await windowOf('chair');
      const member = await windowOf('member');
      const editionId = await editionCalled(chair, 'Spring 2027');
      // Letters to applicants of Italy are in Italian.
      const toDeclare = async (page: Page) =>
        (await does<Desk>(page, 'GET', `/editions/${editionId}/desk`)).items.filter(
          ({ step, country }) => step === 'to-declare' && country !== 'IT',
        );
      const theirs = await toDeclare(member);
      const { applicationId, name } = (await toDeclare(chair)).find((one) =>
        theirs.some((other) => other.applicationId === one.applicationId),
      ) ?? { applicationId: '', name: '' };
      for (const page of [chair, member]) await votes(page, editionId, applicationId, 'reject');

      // The chair rejects.
      await chair.goto(`/editions/${editionId}/rulings/${applicationId}`);
      await chair
        .getByLabel('The commission’s reason')
        .fill('Seven months of experience are shown, and a year is asked for.');
      const letter = chair.getByRole('region', { name: 'Letter', exact: true });
      await letter.getByText('Seven months').waitFor();
      await letter.getByText(/you can appeal once, until .*, 23:59 \(Rome\)\. /).waitFor();
      const subject = (await letter.getByRole('article').getByRole('paragraph').first().textContent()) ?? '';
      const before = await mails(chair);
      await chair.getByRole('button', { name: 'Decide: rejected' }).click();
      await chair.getByRole('alertdialog').getByRole('button', { name: 'Record decision' }).click();
      await chair.getByRole('heading', { name: 'Decisions', level: 1 }).waitFor();

      // The applicant reads the reasons, and appeals once with a new file.
      const applicant = await visit();
      await signInWith(applicant, await recipientOf(chair, subject, before));
      await applicant.goto(`/applications/${editionId}`);
      await applicant.locator('blockquote').getByText('Seven months of experience are shown').waitFor();
      await applicant.getByText(/You can appeal until .*, 23:59 \(Rome\)/).waitFor();
      await expectNoViolations(applicant);
      await look(applicant, 'rejected');
      await applicant.getByRole('link', { name: 'Appeal', exact: true }).click();
      await applicant.getByRole('heading', { name: 'What happens next' }).waitFor();
      await applicant
        .locator('lib-evidence-of-kind')
        .filter({ hasText: 'Proof of experience' })
        .locator('input[type=file]')
        .setInputFiles(pdf);
      await applicant.getByRole('link', { name: pdf.name }).waitFor();
      await applicant.getByRole('button', { name: 'Submit appeal' }).click();
      await applicant.locator('mat-error').first().waitFor();
      await applicant.getByLabel('Why the decision should be different').fill(statement);
      await expectNoViolations(applicant);
      await look(applicant, 'appeal-form');
      await applicant.getByRole('button', { name: 'Submit appeal' }).click();
      await applicant.getByRole('alertdialog').getByText('one new file').waitFor();
      await applicant.getByRole('alertdialog').getByRole('button', { name: 'Submit appeal' }).click();
      await applicant.getByText('The commission is reviewing your appeal.').waitFor();
      await applicant.getByText('The commission hasn’t decided on the appeal yet.').waitFor();
      await expectNoViolations(applicant);
      await look(applicant, 'appealed');
      await applicant.goto(`/applications/${editionId}/appeal`);
      await applicant.getByText('You’ve already appealed. You can only appeal once.').waitFor();

      // The coordinator adds two members, so that enough members did not rule first.
      const coordinator = await windowOf('coordinator');
      const added = [];
      for (const person of ['tutor', 'registrar'] as const) {
        const page = await windowOf(person);
        const { accountId } = await does<{ accountId: string }>(page, 'GET', '/me');
        await does(coordinator, 'POST', `/editions/${editionId}/roles`, { accountId, role: 'member' });
        added.push(page);
      }

      // For the members who ruled first the dossier is as it was.
      await chair.goto(`/editions/${editionId}/dossiers/${applicationId}`);
      await chair.getByText('Seven months of experience are shown').waitFor();
      expect(await chair.getByText(statement).count()).toBe(0);
      expect(await chair.getByRole('button', { name: 'Vote', exact: true }).count()).toBe(0);

      // The deputy did not rule first, and so decides and chairs.
      const deputy = await visit();
      await signInWith(deputy, 'duarte@centre.example');
      await deputy.goto(`/editions/${editionId}/desk`);
      await deputy.getByRole('main').getByRole('link', { name }).first().click();
      await deputy.getByRole('button', { name: 'No conflict: open application' }).click();
      const appeal = deputy.getByRole('region', { name: 'Appeal', exact: true });
      await appeal.getByText(statement).waitFor();
      await appeal.getByText('Seven months of experience are shown').waitFor();
      await appeal.getByText('Vote to see the votes of the first round.').waitFor();
      await appeal.getByRole('button', { name: /confirmation\.pdf/ }).click();
      await expectNoViolations(deputy);
      await deputy.reload();
      await appeal.getByText(statement).waitFor();
      await look(deputy, 'appeal-dossier');
      const findings = deputy.getByRole('region', { name: 'Criteria', exact: true });
      for (const met of await findings.locator('lib-findings').getByRole('radio', { name: /^met/ }).all())
        await met.check();
      await deputy.getByText('Saved', { exact: true }).first().waitFor();
      await deputy.getByRole('radio', { name: 'admit', exact: true }).check();
      await deputy.getByRole('textbox', { name: 'Reason' }).fill('The confirmation shows the years that were missing.');
      await deputy.getByRole('button', { name: 'Vote', exact: true }).click();
      await appeal.getByRole('heading', { name: 'Votes of the first round' }).waitFor();
      await deputy.goto(`/editions/${editionId}/desk`);
      await deputy.getByRole('row').filter({ hasText: name }).getByText('appeal', { exact: true }).waitFor();
      await look(deputy, 'appeal-desk');
      await votes(added[0] as Page, editionId, applicationId, 'admit');

      // The second ruling.
      await deputy.goto(`/editions/${editionId}/rulings`);
      await deputy
        .getByRole('row')
        .filter({ hasText: name })
        .getByText('3 who didn’t take part in the first decision')
        .waitFor();
      await expectNoViolations(deputy);
      await look(deputy, 'appeal-rulings');
      await deputy.getByRole('link', { name: new RegExp(`Decide: admitted.*${name}`) }).click();
      await deputy.getByText('members who didn’t take part in the first decision decide').waitFor();
      await deputy
        .getByLabel('The commission’s reason')
        .fill('With the new confirmation every required criterion is met.');
      await deputy
        .getByRole('region', { name: 'Letter', exact: true })
        .getByText('This is the decision on your appeal.')
        .waitFor();
      await expectNoViolations(deputy);
      await look(deputy, 'appeal-ruling');
      await deputy.getByRole('button', { name: 'Decide: admitted' }).click();
      await deputy.getByRole('alertdialog').getByRole('button', { name: 'Record decision' }).click();
      await deputy.getByRole('heading', { name: 'Decisions', level: 1 }).waitFor();

      // Both rulings stand side by side, for the applicant and for the commission.
      await applicant.goto(`/applications/${editionId}`);
      for (const words of [
        'You’re admitted.',
        'Seven months of experience are shown',
        'With the new confirmation every required criterion is met.',
        statement,
      ])
        await applicant.getByText(words).first().waitFor();
      await applicant.getByRole('link', { name: 'Accept or decline place' }).waitFor();
      await expectNoViolations(applicant);
      await look(applicant, 'both-rulings');
      await chair.reload();
      await chair.getByText('With the new confirmation every required criterion is met.').waitFor();
      await chair.getByText(statement).waitFor();
      await look(chair, 'both-rulings-commission');
    },
    8 * 60_000,
  );
});
