import { TestBed } from '@angular/core/testing';
import { emptySelfTest } from '@libretto/domain';
import modules from '../../../../../../../libs/language/en/modules.json';
import sentences from '../../../../../../../libs/language/en/self-tests.json';
import shell from '../../../../../../../libs/language/en/shell.json';
import { readEnglish, speaking } from '../../../../testing/speaking';
import { EditSelfTestPage } from './edit-self-test.page';

const [editionId, materialId] = [1, 2].map((at) => `01936c5e-0000-7000-8000-00000000000${at}`) as [string, string];

it('tells the author of a new self-test what it lacks, and unfolds a question that is added', async () => {
  TestBed.configureTestingModule({ providers: speaking() });
  const api = await readEnglish({ modules, 'self-tests': sentences, shell });
  const fixture = TestBed.createComponent(EditSelfTestPage);
  fixture.componentRef.setInput('editionId', editionId);
  fixture.componentRef.setInput('materialId', materialId);
  TestBed.tick();
  const draft = emptySelfTest({ en: '<b>Who</b> decides?' });
  const view = { moduleNumber: 2, languages: ['en'], draft, isChanged: true, published: null, can: { change: true } };
  api.expectOne(`/api/editions/${editionId}/materials/${materialId}/self-test`).flush(view);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  expect(page.querySelector('h1')?.textContent).toContain('<b>Who</b> decides?');
  const checks = () => page.querySelector('section[aria-label="Checks"]')?.textContent ?? '';
  expect(checks()).toContain('There are no questions.');
  [...page.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === 'Add question')!.click();
  await fixture.whenStable();
  expect(checks()).toContain('Question 1: the question has no text.');
  expect(checks()).toContain('Question 1: no answer is right.');
  expect(page.querySelectorAll('lib-question-editor mat-checkbox')).toHaveLength(2);
});
