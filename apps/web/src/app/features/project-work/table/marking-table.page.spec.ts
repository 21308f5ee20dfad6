import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { MarkingTableView } from '@libretto/contracts';
import sentences from '../../../../../../../libs/language/en/project-work.json';
import { readEnglish, speaking } from '../../../../testing/speaking';
import { MarkingTablePage } from './marking-table.page';

const editionId = '01936c5e-0000-7000-8000-000000000001';
const workOf = (row: number) => `01936c5e-0000-7000-8000-00000000001${row}`;
const same = (text: string) => ({ en: text, it: text });
const already = { code: 'project-work.already-marked', numbers: {} };
const view: MarkingTableView = {
  items: [0, 1, 2].map((row) => ({
    workId: workOf(row),
    by: `Group ${row + 1}`,
    version: 1,
    state: 'handed-in',
    own: null,
    late: row === 2 ? { days: 3, points: 5, of: 30, grade: null } : null,
    draft: { levels: {}, outcome: null, comment: '', mustChange: '', stays: '', grade: '' },
    can: { mark: row !== 1 },
    whyNotMark: row === 1 ? already : null,
  })),
  next: null,
  brief: 'project-work',
  briefs: [],
  title: same('Three diplomas'),
  rubric: [
    {
      id: 'accuracy',
      title: same('Accuracy'),
      description: same('What is said is so.'),
      weight: 1,
      levels: ['met', 'partly', 'not-met'].map((id) => ({ id })),
    },
  ],
  grades: [],
  hasGrades: false,
  works: 3,
};
const address = `/api/editions/${editionId}/project-work/marking-table`;

async function table() {
  TestBed.configureTestingModule({ providers: speaking(provideRouter([{ path: '**', children: [] }])) });
  const api = await readEnglish({ 'project-work': sentences });
  const fixture = TestBed.createComponent(MarkingTablePage);
  fixture.componentRef.setInput('editionId', editionId);
  TestBed.tick();
  api.expectOne(address).flush(view);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  document.body.append(page);
  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };
  const press = async (...keys: string[]) => {
    for (const key of keys) {
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', {
          key: key.replace('Ctrl+', ''),
          ctrlKey: key.startsWith('Ctrl+'),
          bubbles: true,
          cancelable: true,
        }),
      );
      await settle();
    }
  };
  const paste = async (text: string) => {
    const data = { getData: (type: string) => (type === 'text/plain' ? text : '<table>') };
    const event = new Event('paste', { bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(Object.assign(event, { clipboardData: data }));
    for (let turn = 0; turn < 5; turn += 1) await settle();
  };
  const row = (at: number) =>
    [...page.querySelectorAll(`tbody tr:nth-child(${at + 1}) td .text`)].map(({ textContent }) => textContent);
  const button = (name: RegExp) =>
    [...page.querySelectorAll('button')].find(({ textContent }) => name.test(textContent.trim()));
  document.getElementById('cell-0-0')?.focus();
  return { api, page, press, paste, row, button, settle };
}

describe('the table of marks', () => {
  afterEach(() => document.body.replaceChildren());

  it('says in a row what it costs that its work is late', async () => {
    const { page } = await table();
    const rows = [...page.querySelectorAll('tbody th')].map(({ textContent }) => textContent);
    expect(rows.map((text) => text.includes('3 days late: 5 points will be taken off the grade.'))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('is moved in and written by keys, and shows the word of what a cell says', async () => {
    const { press, row, page } = await table();
    await press('p', 'Tab', 'n', 'Enter');
    expect(row(0).slice(0, 2)).toEqual(['partly met', 'not passed']);
    expect(document.activeElement?.id).toBe('cell-1-1');
    // A row that takes no mark is read and not written.
    await press('x');
    expect(page.querySelector('textarea')).toBeNull();
    await press('ArrowDown', 'x', 'Enter');
    expect(page.querySelector('#cell-2-1')?.getAttribute('aria-invalid')).toBe('true');
    await press('Delete');
    expect([row(2)[1], page.querySelector('[aria-invalid]')]).toEqual(['', null]);
    await press('Ctrl+z', 'Ctrl+z');
    expect(row(2)[1]).toBe('');
    await press('F2', 'Escape');
    expect(document.activeElement?.id).toBe('cell-2-1');
    expect(page.querySelectorAll('[role=grid] [tabindex="0"]')).toHaveLength(1);
  });

  it('shows what a pasted block would write and what is refused, and writes it only then', async () => {
    const { paste, row, page, button, settle } = await table();
    await paste('met\tpassed\t"Well read,\nwith care"\nmet\tpassed\npartly\tmaybe');
    expect(row(0)[0]).toBe('');
    const preview = page.querySelector('lib-paste-preview')?.textContent.replace(/\s+/g, ' ') ?? '';
    expect(preview).toContain('4 cells can be pasted.');
    expect(preview).toContain('3 cells can’t be pasted');
    expect(preview).toContain('Group 2: You’ve already marked this submission.');
    expect(preview).toContain('Group 3, Result, “maybe”');
    button(/^Paste 4 cells$/)?.click();
    await settle();
    expect([row(0), row(1)[0], row(2)[0]]).toEqual([
      ['met', 'passed', 'Well read,\nwith care', '', ''],
      '',
      'partly met',
    ]);
  });

  it('saves the complete rows with one request, and names those that were not taken', async () => {
    const { api, paste, page, button, settle } = await table();
    await paste('met\tpassed\tFine.');
    button(/^Paste 3/)?.click();
    await settle();
    button(/^Save one marking$/)?.click();
    await settle();
    const sent = api.expectOne(({ method }) => method === 'POST');
    expect(sent.request.body).toEqual({
      works: [
        {
          workId: workOf(0),
          version: 1,
          rubric: [{ row: 'accuracy', level: 'met' }],
          outcome: 'passed',
          comment: 'Fine.',
        },
      ],
    });
    sent.flush({
      marked: [],
      refused: [{ workId: workOf(0), why: { code: 'project-work.somebody-marks', numbers: {} } }],
    });
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
    api.expectOne(address).flush(view);
    await settle();
    expect(page.querySelector('[role=status]')?.textContent).toContain('Group 1: Someone else is marking');
    // What was not taken stays written.
    expect(button(/^Save one marking$/)).toBeDefined();
  });
});
