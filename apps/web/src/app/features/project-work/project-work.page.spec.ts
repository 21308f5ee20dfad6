import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { type ProjectWorkView, readProjectWork } from '@libretto/contracts';
import sentences from '../../../../../../libs/language/en/project-work.json';
import { sampleOf } from '../../../testing/sample-of';
import { readEnglish, speaking } from '../../../testing/speaking';
import { ProjectWorkPage } from './project-work.page';

const editionId = '01936c5e-0000-7000-8000-000000000001';

const sample = (fullness: 'empty' | 'full') => {
  if (!readProjectWork.reply) throw new Error('It answers nothing.');
  return sampleOf(readProjectWork.reply, fullness) as ProjectWorkView;
};

/** What stands above the work of a brief with this weight. */
async function headOf(weight: number | null): Promise<string> {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({ providers: speaking(provideRouter([])) });
  const api = await readEnglish({ 'project-work': sentences });
  const fixture = TestBed.createComponent(ProjectWorkPage);
  fixture.componentRef.setInput('editionId', editionId);
  TestBed.tick();
  const view = sample('empty');
  const briefs = sample('full').briefs.map((one) => ({ ...one, id: view.briefId, weight }));
  api.expectOne(`/api/editions/${editionId}/project-work`).flush({ ...view, module: 5, briefs });
  await new Promise((resolve) => setTimeout(resolve));
  fixture.detectChanges();
  const page = fixture.nativeElement as HTMLElement;
  return page.querySelector('lib-page-header')?.textContent.replace(/\s+/g, ' ') ?? '';
}

describe('the page of project work', () => {
  it('says of a brief to which module it belongs, and what it weighs where it weighs something', async () => {
    expect(await headOf(40)).toMatch(/ · Module 5 · 40 % of all project work/);
    const head = await headOf(null);
    expect(head).toContain('Module 5');
    expect(head).not.toContain('%');
  });
});
