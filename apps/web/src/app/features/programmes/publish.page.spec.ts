import { TestBed } from '@angular/core/testing';
import programmes from '../../../../../../libs/language/en/programmes.json';
import { readEnglish, speaking } from '../../../testing/speaking';
import { PublishPage } from './publish.page';

async function publishPage() {
  TestBed.configureTestingModule({ providers: speaking() });
  const api = await readEnglish({ programmes });
  const fixture = TestBed.createComponent(PublishPage);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };
  const drop = async (name: string, text: string) => {
    const file = Object.assign(new File([text], name), { text: () => Promise.resolve(text) });
    page
      .querySelector('lib-file-drop')
      ?.dispatchEvent(Object.assign(new Event('drop'), { dataTransfer: { files: [file] } }));
    await settle();
  };
  return {
    api,
    page,
    settle,
    drop,
    buttons: () => [...page.querySelectorAll<HTMLButtonElement>('lib-page-header button')],
  };
}

describe('the page that publishes a file', () => {
  it('says what is wrong, where, and the cure, and offers nothing to publish', async () => {
    const { api, page, settle, drop, buttons } = await publishPage();
    await drop('<b>.yaml', 'slug: x');
    const request = api.expectOne('/api/programmes/check');
    expect(request.request.body).toEqual({ text: 'slug: x' });
    const numbers = { hours: 12, ects: 5, perCredit: 2.4, least: 125, most: 150 };
    request.flush({
      programme: null,
      faults: [{ code: 'programmes.hours-per-credit', path: 'workload.hours', line: 31, column: 10, numbers }],
    });
    await settle();

    expect(page.querySelector('h2')?.textContent).toBe('<b>.yaml');
    const cells = [...page.querySelectorAll('tbody td')].map((cell) => cell.textContent.trim());
    expect(cells.slice(0, 3)).toEqual(['31', '10', 'workload.hours']);
    expect(cells[3]).toContain('12 hours for 5 ECTS credits is 2.4 hours per credit.');
    expect(cells[3]).toContain('Enter 125 to 150 hours');
    expect(buttons()).toEqual([]);
  });

  it('offers to publish what is sound, and forgets that for the next file', async () => {
    const { api, page, settle, drop, buttons } = await publishPage();
    await drop('good.yaml', 'slug: x');
    api
      .expectOne('/api/programmes/check')
      .flush({ faults: [], programme: { slug: 'x', title: { en: 'X', it: 'X' }, version: 3 } });
    await settle();
    expect(page.textContent).toContain('It will be version 3 of “X”.');
    expect(buttons().map(({ textContent }) => textContent.trim())).toEqual([
      'Download sample certificate',
      'Publish programme',
    ]);
    buttons()[0]?.click();
    await settle();
    const asked = api.expectOne('/api/programmes/certificate-preview');
    expect(asked.request.body).toEqual({ text: 'slug: x' });
    asked.error(new ProgressEvent('error'));
    await settle();
    expect(page.querySelector('lib-refused')?.textContent.trim()).toBeTruthy();
    await drop('other.yaml', 'slug: y');
    expect(buttons()).toEqual([]);
  });
});
