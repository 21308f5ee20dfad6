import type { Page } from 'playwright-core';
import {
  does,
  drag,
  editionCalled,
  expectNoViolations,
  journey,
  look,
  paper,
  pdfFile as file,
  sendBrokenly,
  signIn,
  signInAs,
} from './harness';

const { as, goOn, inEdition, visit } = journey();

describe('project work', () => {
  it('is handed in by a member of a group, who also writes down the time', async () => {
    const page = await as('participant');
    await page
      .getByRole('link', { name: /Automatic recognition in practice|Submit/ })
      .first()
      .click();
    await page.getByRole('heading', { name: 'Automatic recognition in practice' }).waitFor();
    await page
      .getByText(/^\s*Deadline:/)
      .first()
      .waitFor();
    await expectNoViolations(page);

    const input = page.locator('input[type=file]');
    await input.setInputFiles(file('empty.pdf', ''));
    await page.getByText('This file is empty').waitFor();
    const tool = file('tool.pdf', Buffer.concat([Buffer.from('7f454c4602010100', 'hex'), Buffer.alloc(9_000_000)]));
    await sendBrokenly(
      page,
      async () => {
        await input.setInputFiles(tool);
        await page.getByText(/[1-9]\d?% uploaded/).waitFor();
      },
      async () => {
        await page.getByText('Connection lost').waitFor();
        await expectNoViolations(page);
        await look(page, 'project-work-broken-off');
      },
    );
    await page.getByRole('alert').filter({ hasText: 'file' }).waitFor();
    await expectNoViolations(page);
    await page.getByRole('button', { name: 'Remove tool.pdf' }).click();
    await input.setInputFiles(paper('<b>final</b>.pdf', 'The final version'));
    await look(page, 'project-work-own');
    await page.getByText(/Uploaded/).waitFor();
    // What has come stays, also when the page is opened again.
    await page.reload();
    await page.getByText(/Uploaded/).waitFor();
    await page.getByRole('button', { name: 'Add link' }).click();
    await page.getByRole('textbox', { name: 'Link 1' }).fill('javascript:alert(1)');
    await page.getByRole('button', { name: 'Submit version 3' }).click();
    await page.getByText('Enter a web address').waitFor();
    await page.getByRole('textbox', { name: 'Link 1' }).fill('https://www.enic-naric.net');
    await expectNoViolations(page);
    await look(page, 'project-work-parts');
    await page.getByRole('button', { name: 'Submit version 3' }).click();
    await page.getByText('Version 3 submitted.').waitFor();
    await page.getByRole('link', { name: 'https://www.enic-naric.net/' }).waitFor();
    const [row] = await page.getByRole('row').filter({ hasText: 'counts' }).allTextContents();
    expect(row).toContain('.pdf');
    await look(page, 'project-work-versions');

    // What came in is on a receipt that anybody can verify, and hold a file against.
    const address = await page.getByRole('link', { name: 'Receipt (PDF) of version 3' }).getAttribute('href');
    const receipt = await (await page.request.get(address ?? '')).body();
    const verifier = await visit('/verify');
    await verifier.locator('lib-credential-field input[type=file]').setInputFiles(file('receipt.pdf', receipt));
    await verifier.getByRole('heading', { name: 'Result: Valid', exact: true }).waitFor();
    await verifier.getByText('Version 3 of attempt 1').waitFor();
    const compare = verifier.locator('lib-compare-with-receipt input[type=file]');
    await compare.setInputFiles(paper('mine.pdf', 'The final version'));
    await verifier.getByText('every byte is the same').waitFor();
    await compare.setInputFiles(paper('mine.pdf', 'Another version'));
    await verifier.getByText('none has the same content').waitFor();
    await expectNoViolations(verifier);
    await look(verifier, 'verify-receipt');

    await page.getByLabel('Hours').fill('0');
    await page.getByLabel('Minutes').fill('0');
    await page.getByRole('button', { name: 'Record time' }).click();
    await page.getByText('Enter 1 or more.').waitFor();
    await expectNoViolations(page);
    await page.getByLabel('Minutes').fill('95');
    await page.getByRole('button', { name: 'Record time' }).click();
    await page.getByText('35 min recorded.').waitFor();
    await expectNoViolations(page);
  });

  it('is marked by the tutor with six actions, and leads to the next work', async () => {
    const page = await inEdition('tutor', 'project-work/marking');
    await page.getByText('2 submissions to mark').waitFor();
    await expectNoViolations(page);
    await look(page, 'marking-list');
    await page.getByRole('link', { name: 'Mark oldest submission' }).click();
    await page.getByRole('heading', { name: 'Italy', level: 1 }).waitFor();
    await page.getByText('Similar passages').click();
    await page.getByText('No longer passage of this submission').waitFor();
    await expectNoViolations(page);
    await look(page, 'similar-passages');

    await page.getByRole('button', { name: 'Save and next' }).click();
    await page.getByText('Required', { exact: true }).first().waitFor();
    await expectNoViolations(page);
    await look(page, 'marking-gaps');

    let actions = 0;
    for (const row of ['Evidence', 'Comparison', 'Procedure']) {
      await page.getByRole('group', { name: row }).getByLabel('partly met').click();
      actions += 1;
    }
    await page.getByLabel('Comment', { exact: true }).fill('Say who does what. <script>alert(1)</script>');
    await page.getByRole('group', { name: 'Result' }).getByLabel('passed', { exact: true }).click();
    await page.getByRole('button', { name: 'Save and next' }).click();
    actions += 3;
    expect(actions).toBeLessThanOrEqual(6);

    await page.getByText('Your marking of “Italy” is saved.').waitFor();
    await page.getByRole('heading', { name: 'France', level: 1 }).waitFor();
    expect(await page.getByLabel('Comment', { exact: true }).inputValue()).toBe('');
    // The form of the next work starts without errors.
    expect(await page.locator('main [aria-invalid=true]').count()).toBe(0);
    await page.goBack();
    await page.getByText('You’ve already marked this submission. Markings can’t be changed.').waitFor();
    await page.getByText('Say who does what. <script>alert(1)</script>').waitFor();
    await expectNoViolations(page);
    await look(page, 'marking-done');
  });

  it('gets more time from the coordinator, who reads why results cannot go out yet', async () => {
    const page = await inEdition('coordinator', 'project-work/release');
    await page.getByText('Finish marking first.').waitFor();
    await expectNoViolations(page);
    await look(page, 'release');

    await inEdition('coordinator', 'project-work/groups');
    await page.getByText('5 groups; all participants are in a group').waitFor();
    await page.getByRole('link', { name: 'Group', exact: true }).click();
    await page.getByRole('link', { name: 'Group', exact: true }).click();
    await page
      .getByRole('row', { name: /^Spain/ })
      .and(page.locator('tbody tr:first-child'))
      .waitFor();
    await page.getByLabel('Search groups and people').fill('TIAGO');
    await page.getByText('1 group found').waitFor();
    expect(await page.getByRole('link', { name: 'Tiago Antunes' }).getAttribute('href')).toMatch(/\/completion\//);
    await page.getByRole('button', { name: /^Edit\s*: Portugal$/ }).click();
    await page.getByLabel('Group name').fill('Portugal <i>and friends</i>');
    await expectNoViolations(page);
    await look(page, 'groups');
    await page.getByRole('button', { name: 'Save group' }).click();
    await page.getByRole('rowheader', { name: 'Portugal <i>and friends</i>' }).waitFor();

    // By keys out of the group, and by mouse back.
    await page.getByLabel('Move Tiago Antunes').focus();
    await page.keyboard.press('End');
    await page.getByRole('button', { name: /^Move\s*: Tiago Antunes$/ }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Tiago Antunes is in no group now.').waitFor({ state: 'attached' });
    await page.getByRole('heading', { name: 'Without a group' }).waitFor();
    await page.getByLabel('Search groups and people').fill('');
    await page.getByRole('row', { name: /^Spain/ }).waitFor();
    const group = page.getByRole('row', { name: /^Portugal/ });
    // Both are in sight.
    await page.setViewportSize({ width: 1280, height: 2000 });
    await drag(page, page.getByRole('listitem').filter({ hasText: 'Tiago Antunes' }), group.getByRole('list'));
    await page.getByText('Tiago Antunes moved to Portugal <i>and friends</i>.').waitFor({ state: 'attached' });
    await group.getByText('Tiago Antunes').waitFor();
    await page.setViewportSize({ width: 1280, height: 800 });
    await look(page, 'groups-moved');

    await page.getByText('Extend deadline', { exact: true }).click();
    await page.getByLabel('New deadline').fill('2020-01-01');
    await page.getByLabel('Reason').fill('A strike of the trains.');
    await page.getByRole('button', { name: 'Save deadline' }).click();
    await page.getByText('must be later than the current one').waitFor();
    await expectNoViolations(page);
    await page.getByLabel('New deadline').fill(`${new Date().getFullYear() + 1}-01-31`);
    await page.getByRole('button', { name: 'Save deadline' }).click();
    await page.getByText('Deadline extended: A strike of the trains.').waitFor();
    await page.getByText('Draw groups', { exact: true }).first().click();
    await page.getByLabel('Countries').selectOption({ label: 'Mix the countries' });
    await page.getByLabel('Also redraw groups').check();
    await expectNoViolations(page);
    await page.getByRole('button', { name: 'Draw groups' }).click();
    await page.getByText('One group drawn with 5 people.').waitFor();
    await look(page, 'groups-drawn');
    await inEdition('coordinator', 'project-work/plan');
    await page
      .getByRole('row', { name: /^France/ })
      .getByText('Anyone')
      .waitFor();
    await page.getByRole('button', { name: 'Assign markers' }).click();
    await page.getByText('One submission assigned.').waitFor();
    await page.getByRole('button', { name: /^Edit\s*: France$/ }).click();
    await page.getByRole('checkbox', { name: 'Teresa Tavares' }).setChecked(true);
    await expectNoViolations(page);
    await look(page, 'marking-plan');
    await page.getByRole('button', { name: 'Save markers' }).click();
    await page
      .getByRole('row', { name: /^France/ })
      .getByText('Teresa Tavares')
      .waitFor();
  });

  it('counts for completion, which reads the same for the coordinator and the participant', async () => {
    const page = await inEdition('coordinator', 'completion');
    await page.getByText('have met all requirements').waitFor();
    await expectNoViolations(page);
    await look(page, 'completion-edition');
    await page.getByRole('link', { name: 'Pauline Perrin' }).click();
    await page.getByRole('heading', { name: 'Pauline Perrin' }).waitFor();
    for (const requirement of await page.locator('main summary').all()) await requirement.click();
    const lines = await page.locator('main summary').allTextContents();
    expect(lines).toHaveLength(4);
    await expectNoViolations(page);
    await look(page, 'completion-one');

    const other = await inEdition('participant', 'completion/mine');
    await other.locator('main summary').first().waitFor();
    expect(await other.locator('main summary').allTextContents()).toEqual(lines);
    await expectNoViolations(other);
  });
});

describe('a work of a group of three with two markers', () => {
  const edition = 'Portraits';
  const livia = 'livia@pictures.example';
  const market = [
    'tomislav.horvat.3@kvarner.example',
    'maja.babic.3@velebit.example',
    'antoine.lefevre.3@loire.example',
  ] as const;
  const harbour = [
    'solene.moreau.3@garonne.example',
    'davide.ferri.3@albani.example',
    'noemi.gallo.3@maremma.example',
  ] as const;
  const late = 'marta.nunez.3@montseny.example';
  /** The heading above a member’s result, which members from Italy read in Italian. */
  const resultOf = async (page: Page, email: string, editionId: string) => {
    await signInAs(page, email, `/editions/${editionId}/project-work`);
    return page.getByRole('heading', { name: /^(Result of attempt|Risultato del tentativo) 1$/ });
  };

  it('is marked blind, discussed, and decided by a third; then each member has the result, and can appeal it', async () => {
    const tutor = await inEdition('tutor', 'project-work/marking', edition);
    const editionId = await editionCalled(tutor, edition);
    // One of another group says what they did, and a member confirms it.
    const member = await visit();
    const theirWork = async (email: string) => {
      await signInAs(member, email, `/editions/${editionId}/project-work`);
      await member.getByRole('heading', { name: 'Your project time' }).scrollIntoViewIfNeeded();
    };
    await theirWork(market[0]);
    await member.getByLabel('Your contribution').fill('The light, and <i>two</i> prints.');
    await member.getByRole('button', { name: 'Save contribution' }).click();
    await member.getByText('confirmed by 0 of 2').waitFor();
    await theirWork(market[1]);
    await member.getByText('The light, and <i>two</i> prints.').waitFor();
    await member.getByRole('button', { name: /^Confirm\s*: Tomislav Horvat$/ }).click();
    await member.getByText('confirmed by 1 of 2').waitFor();
    await expectNoViolations(member);
    await look(member, 'contributions');

    await tutor
      .getByRole('row', { name: /^Porto Vecchio/ })
      .getByText('1 of 2 markings')
      .waitFor();
    await tutor.getByRole('link', { name: 'Porto Vecchio' }).click();
    await tutor.getByRole('heading', { name: 'Porto Vecchio', level: 1 }).waitFor();
    await tutor.getByRole('group', { name: 'Depth' }).waitFor();
    expect(await tutor.getByText('Whoever worked there').count()).toBe(0);
    const address = tutor.url();

    for (const row of ['Depth', 'Development', 'Presentation'])
      await tutor.getByRole('group', { name: row }).getByLabel('partly met').click();
    await tutor.getByLabel('Comment', { exact: true }).fill('Cranes, and no hands.');
    await tutor.getByRole('group', { name: 'Result' }).getByLabel('not passed').click();
    await tutor.getByLabel('What must change').fill('Name those portrayed.');
    await tutor.getByRole('button', { name: 'Save and next' }).click();
    // The next work is one on which a third decides, who sees both markings.
    await tutor.getByRole('heading', { name: 'Porta Palazzo', level: 1 }).waitFor();
    await tutor.getByText('The market is seen from within.').waitFor();
    await expectNoViolations(tutor);
    await look(tutor, 'marking-as-third');
    await tutor.getByText('Assignment', { exact: true }).click();
    await tutor.getByText('Tomislav Horvat: The light, and <i>two</i> prints.').waitFor();
    await tutor.getByText('confirmed by 1 of 2').waitFor();

    await tutor.goto(address);
    await tutor.getByRole('heading', { name: 'The markings differ' }).waitFor();
    await tutor.getByText('Whoever worked there').waitFor();
    await tutor.getByRole('group', { name: 'Result' }).getByLabel('not passed').click();
    await tutor.getByLabel('Why', { exact: true }).fill('There is nobody to be seen.');
    await tutor.getByRole('button', { name: 'Propose mark' }).click();
    await tutor.getByText('You proposed:').waitFor();

    const other = await visit();
    await signInAs(other, livia, address);
    await other.getByText('Teresa Tavares proposes:').waitFor();
    await expectNoViolations(other);
    await look(other, 'marking-agreement');
    await other.getByRole('button', { name: 'Decline proposal' }).click();
    await other.getByText('Teresa Tavares proposes:').waitFor({ state: 'detached' });
    await other.getByRole('button', { name: 'Ask for a third marker' }).click();
    await other.getByRole('alertdialog').getByRole('button', { name: 'Ask for a third marker' }).click();
    await other.getByText('third marker decides').waitFor();

    await signInAs(other, 'bruno@pictures.example', address);
    await other.getByText('Cranes, and no hands.').waitFor();
    for (const row of ['Depth', 'Development', 'Presentation'])
      await other.getByRole('group', { name: row }).getByLabel('met', { exact: true }).click();
    await other.getByLabel('Comment', { exact: true }).fill('The hands are in the last five.');
    await other.getByRole('group', { name: 'Result' }).getByLabel('passed', { exact: true }).click();
    await other.getByRole('button', { name: /^Save/ }).click();
    await other.getByText('Your marking of “Porto Vecchio” is saved.').waitFor();

    // The two of the other work agree after all, on the professor’s grade.
    const { items } = await does<{ items: { workId: string; group: string }[] }>(
      tutor,
      'GET',
      `/editions/${editionId}/project-work/marking`,
    );
    const deciding = `/editions/${editionId}/project-work/marking/${items.find(({ group }) => group === 'Porta Palazzo')?.workId}`;
    await signInAs(other, livia, deciding);
    await does(other, 'POST', `${deciding}/proposals`, { outcome: 'passed', grade: '24', words: 'With fewer stalls.' });
    await signInAs(other, 'bruno@pictures.example', deciding);
    await other.getByRole('button', { name: 'Accept proposal' }).click();
    await other.getByText('Agreed mark:').waitFor();

    expect(await (await resultOf(other, harbour[0], editionId)).count()).toBe(0);
    const coordinator = await inEdition('coordinator', 'project-work/release', edition);
    await coordinator.getByText('2 results ready to publish').waitFor();
    await coordinator.getByRole('button', { name: 'Publish results' }).click();
    await coordinator.getByRole('alertdialog').getByRole('button', { name: 'Publish results' }).click();
    await coordinator.getByText('Results published. 6 people get an e-mail.').waitFor();
    // Somebody who joins afterwards has it too.
    await inEdition('coordinator', 'project-work/groups', edition);
    await coordinator.getByLabel('Move Marta Núñez').selectOption({ label: 'Porto Vecchio' });
    await coordinator.getByRole('button', { name: /^Move\s*: Marta Núñez$/ }).click();
    await coordinator.getByText('Marta Núñez moved to Porto Vecchio.').waitFor({ state: 'attached' });

    for (const email of harbour) await (await resultOf(other, email, editionId)).waitFor();
    await (await resultOf(other, market[0], editionId)).waitFor();
    await other.getByText('24', { exact: true }).waitFor();
    // Somebody who left before it was handed in has none.
    expect(await (await resultOf(other, 'inigo.ortega.3@bierzo.example', editionId)).count()).toBe(0);
    await (await resultOf(other, late, editionId)).waitFor();
    await other.getByText('Cranes, and no hands.').waitFor();

    await other.getByText('Appeal this result').click();
    await other.getByLabel('Why the result should change').fill('It deserves a grade.');
    await expectNoViolations(other);
    await look(other, 'result-appeal');
    await other.getByRole('button', { name: 'Submit appeal' }).click();
    await other.getByText('It deserves a grade.').waitFor();
    // It is not for those who have judged it.
    await tutor.goto(address);
    await tutor.getByText('The hands are in the last five.').waitFor();
    expect(await tutor.getByRole('button', { name: 'Save second look' }).count()).toBe(0);
    await signInAs(other, 'sara@pictures.example', address);
    await other.getByLabel('Reason', { exact: true }).first().fill('Read again: it stays passed.');
    await expectNoViolations(other);
    await look(other, 'second-look');
    await other.getByRole('button', { name: 'Save second look' }).click();
    await resultOf(other, harbour[0], editionId);
    await other.getByText('Read again: it stays passed.').waitFor();
  });

  it('is published where all its authors consent, and left out where one withdraws', async () => {
    const coordinator = await inEdition('coordinator', 'publication', edition);
    const editionId = await editionCalled(coordinator, edition);
    const publication = `/editions/${editionId}/publication`;
    await coordinator.getByLabel('Title', { exact: true }).fill('Portraits <i>in depth</i>');
    await coordinator.getByLabel('Editors').fill('Chiara Conti');
    await coordinator.getByLabel('Preface').fill('Two groups, *two* harbours of a city.');
    for (const title of ['Six in the morning', 'The last crane'])
      await coordinator.getByRole('button', { name: `Add “${title}”` }).click();
    await coordinator.getByRole('button', { name: 'Move “The last crane” up' }).click();
    await coordinator.getByText('“The last crane” is now number 1 of 2.').waitFor({ state: 'attached' });
    await expectNoViolations(coordinator);
    await look(coordinator, 'publication-gathering');
    await coordinator.getByRole('button', { name: 'Save', exact: true }).click();
    await coordinator.getByRole('button', { name: 'Ask for consent' }).click();
    await coordinator.getByRole('alertdialog').getByRole('button', { name: 'Ask for consent' }).click();
    await coordinator.getByText('0 of 7 authors consent').waitFor();

    const author = await visit();
    for (const email of [...market, ...harbour.slice(1), late]) {
      await signInAs(author, email, '/privacy');
      const { items } = await does<{ items: { workId: string; contribution: object }[] }>(
        author,
        'GET',
        `${publication}/consent`,
      );
      for (const { workId, contribution } of items)
        await does(author, 'PUT', `${publication}/consent/${workId}`, { ...contribution, roles: ['visualization'] });
    }
    await signInAs(author, harbour[0], `/editions/${editionId}/project-work`);
    await author.getByRole('button', { name: 'Give consent' }).click();
    await author.getByText('Select at least one role.').waitFor();
    await author.getByLabel('investigation').check();
    await expectNoViolations(author);
    await look(author, 'publication-consent');
    await author.getByRole('button', { name: 'Give consent' }).click();
    await author.getByText('Your consent is recorded.').waitFor();
    await author.getByRole('button', { name: 'Withdraw consent' }).click();
    await author.getByRole('alertdialog').getByRole('button', { name: 'Withdraw consent' }).click();
    await author.getByText('Your answer is recorded.').waitFor();

    await coordinator.reload();
    await coordinator.getByText('6 of 7 authors consent').waitFor();
    await coordinator.getByText('an author withdrew').waitFor();
    await coordinator.getByRole('button', { name: 'Typeset books' }).click();
    await coordinator.getByRole('link', { name: 'View EPUB' }).waitFor();
    await coordinator.getByRole('link', { name: 'View PDF' }).waitFor();
    await expectNoViolations(coordinator);
    await look(coordinator, 'publication-books');
    await coordinator.getByRole('button', { name: 'Publish' }).click();
    await coordinator.getByRole('alertdialog').getByRole('button', { name: 'Publish' }).click();

    await coordinator.getByRole('link', { name: 'View public page' }).click();
    await coordinator.getByRole('heading', { name: 'Portraits <i>in depth</i>', level: 1 }).waitFor();
    await coordinator.getByText('Six in the morning').waitFor();
    expect(await coordinator.getByText('The last crane').count()).toBe(0);
    await expectNoViolations(coordinator);
    await look(coordinator, 'publication-public');
    for (const [form, begins] of [
      ['PDF', '%PDF'],
      ['EPUB', 'PK'],
    ] as const) {
      const address = await coordinator.getByRole('link', { name: `Download ${form}` }).getAttribute('href');
      const book = await (await author.request.get(address ?? '')).body();
      expect(book.subarray(0, begins.length).toString()).toBe(begins);
    }
    await coordinator.goto('/publications');
    await coordinator.getByRole('link', { name: 'Portraits <i>in depth</i>' }).waitFor();
    await coordinator.getByRole('link', { name: 'Automatic recognition in practices' }).waitFor();
  });
});

describe('feedback of peers', () => {
  it('is given on a work of another group once the deadline is over, and a tutor hides what hurts', async () => {
    await goOn(new Date(`${new Date().getFullYear() + 1}-02-02T09:00:00Z`));
    const page = await visit();
    await signIn(page, 'participant');
    const editionId = await editionCalled(page);
    await page.goto(`/editions/${editionId}/project-work`);
    await page.getByRole('link', { name: 'Give feedback' }).click();
    await page.getByText('You gave 0 of 1.').waitFor();
    await expectNoViolations(page);
    await look(page, 'feedback-own');

    await page.locator('.asked').getByRole('link').first().click();
    await page.getByRole('button', { name: 'Give feedback' }).click();
    await page.getByText('Required', { exact: true }).first().waitFor();
    await expectNoViolations(page);
    for (const [row, comment] of [
      ['Clarity', 'You write like <b>somebody</b> who was not there.'],
      ['Usefulness', 'We could work by it.'],
    ] as const) {
      await page.getByRole('group', { name: row }).getByLabel('partly met').click();
      await page.getByRole('group', { name: row }).getByLabel('Comment').fill(comment);
    }
    await page.getByText('Saved', { exact: true }).waitFor();
    await look(page, 'feedback-give');
    await page.getByRole('button', { name: 'Give feedback' }).click();
    await page.getByText('You gave 1 of 1.').waitFor();

    const tutor = await visit();
    await signIn(tutor, 'tutor', `/editions/${editionId}/project-work/marking`);
    await tutor.getByRole('link', { name: 'Peer feedback' }).click();
    await tutor.getByRole('row', { name: /Pauline Perrin/ }).waitFor();
    await expectNoViolations(tutor);
    await look(tutor, 'feedback-overview');
    await tutor.getByRole('link', { name: 'Pauline Perrin' }).click();
    await tutor.getByText('You write like <b>somebody</b> who was not there.').waitFor();
    await tutor.locator('summary', { hasText: 'Hide feedback' }).first().click();
    await tutor.getByLabel('Reason').fill('Say what is unclear, not who they are.');
    await expectNoViolations(tutor);
    await look(tutor, 'feedback-of');
    await tutor.getByRole('button', { name: 'Hide feedback' }).click();
    await tutor.getByRole('alertdialog').getByRole('button', { name: 'Hide feedback' }).click();
    await tutor.getByText('Say what is unclear, not who they are.').waitFor();

    await page.reload();
    await page.getByText('Hidden by a tutor. Reason: Say what is unclear, not who they are.').waitFor();
    await expectNoViolations(page);
  });
});
