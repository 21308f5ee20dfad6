import { signal } from '@angular/core';
import type { Change, Clash } from '@libretto/domain';
import { ProblemError } from '../api';
import { holdKey } from '../device/kept-key';
import { Draft } from './draft';

interface Form {
  readonly title: string;
  readonly text: string;
  readonly span?: { readonly from: string; readonly until: string };
}
type Sent = Change<Partial<Form>>;

const problem = (status: number, code: string, stored?: Partial<Form>, clashes?: Clash[]) =>
  new ProblemError({
    type: 'about:blank',
    status,
    code,
    numbers: {},
    detail: code,
    ...(stored && { stored }),
    ...(clashes && { clashes: clashes.map((clash) => ({ ...clash, path: [...clash.path] })) }),
  });

/** A window on a draft, with the spec's responses of the server. */
function aWindow(stored: Form, answer: (sent: Sent) => Promise<Partial<Form>> = ({ to }) => Promise.resolve(to)) {
  const sent: Sent[] = [];
  const source = {
    name: 'form/1',
    stored,
    show: (form: Form) => form,
    read: (screen: Form) => ({
      stored: { ...screen, title: screen.title.trim(), text: screen.text.trim() },
      unkept: 0,
    }),
    send: (change: Sent) => {
      sent.push(change);
      return answer(change);
    },
  };
  const draft = new Draft<Form, Form>(signal(source), () => 'somebody');
  const type = (change: Partial<Form>) => draft.write((screen) => ({ ...screen, ...change }));
  return { draft, sent, type, open: () => draft.resume(source) };
}

const empty = { title: '', text: '' };

describe('a draft', () => {
  beforeEach(() => {
    localStorage.clear();
    holdKey('somebody', 'a1'.repeat(32));
  });

  it('sends what changed with what it began from, and takes in what another window wrote', async () => {
    const { draft, sent, type } = aWindow({ ...empty, title: 'One' }, ({ to }) =>
      Promise.resolve({ title: 'Two', ...to }),
    );
    type({ text: 'x'.repeat(700) });
    expect(draft.standing()).toBe('saving');
    await draft.saveNow();
    expect(sent).toEqual([{ from: { text: '' }, to: { text: 'x'.repeat(700) } }]);
    expect(draft.screen()).toEqual({ title: 'Two', text: 'x'.repeat(700) });
    expect([draft.standing(), localStorage.length]).toEqual(['saved', 0]);
  });

  it('leaves what is typed while it saves, and saves it next', async () => {
    const { draft, sent, type } = aWindow(empty, ({ to }) => {
      if (to.text === 'ab') type({ text: 'ab c ' });
      return Promise.resolve(to);
    });
    type({ text: 'ab' });
    await draft.saveNow();
    expect([draft.screen()?.text, draft.standing()]).toEqual(['ab c ', 'saving']);
    await draft.saveNow();
    expect(sent.at(-1)).toEqual({ from: { text: 'ab' }, to: { text: 'ab c' } });
    expect([draft.screen()?.text, draft.standing()]).toEqual(['ab c ', 'saved']);
  });

  it.each([
    ['keepMine', 'Mine.', [{ from: { text: 'Theirs.' }, to: { text: 'Mine.' } }]],
    ['useOther', 'Theirs.', []],
  ] as const)('asks where both wrote the same field: %s', async (choose, text, last) => {
    const clash = ({ from, to }: Sent) =>
      'text' in to && from.text !== 'Theirs.'
        ? Promise.reject(problem(409, 'common.changed-elsewhere', { text: 'Theirs.' }))
        : Promise.resolve(to);
    const { draft, sent, type } = aWindow(empty, clash);
    type({ text: 'Mine.', title: 'Beside' });
    await draft.saveNow();
    await draft.saveNow();
    // Fields without a clash are saved meanwhile, and the typed text stays in sight.
    expect(sent.at(-1)).toEqual({ from: { title: '' }, to: { title: 'Beside' } });
    expect([draft.screen()?.text, draft.standing()]).toEqual(['Mine.', 'unsaved']);
    const [open] = draft.clashes();
    expect(open).toEqual({ path: ['text'], mine: 'Mine.', theirs: 'Theirs.' });
    sent.length = 0;
    if (open) draft[choose](open);
    await draft.saveNow();
    expect(sent).toEqual(last);
    expect([draft.screen()?.text, draft.standing(), draft.clashes().length]).toEqual([text, 'saved', 0]);
  });

  it.each([
    ['keepMine', { from: '2020', until: '2021' }],
    ['useOther', { from: '2018', until: '2019' }],
  ] as const)('asks where two changes are wrong together for the server only: %s', async (choose, span) => {
    const [before, mine, theirs] = [
      { from: '2018', until: '2021' },
      { from: '2020', until: '2021' },
      { from: '2018', until: '2019' },
    ];
    const { draft, sent, type } = aWindow({ ...empty, span: before }, ({ from, to }) =>
      from.span?.until === '2021'
        ? Promise.reject(problem(409, 'common.changed-elsewhere', { span: theirs }, [{ path: ['span'], mine, theirs }]))
        : Promise.resolve(to),
    );
    type({ span: mine });
    await draft.saveNow();
    await draft.saveNow();
    expect([draft.screen()?.span, draft.standing(), sent.length]).toEqual([mine, 'unsaved', 1]);
    const [open] = draft.clashes();
    expect(open).toEqual({ path: ['span'], mine, theirs });
    if (open) draft[choose](open);
    await draft.saveNow();
    expect(sent.slice(1)).toEqual(choose === 'keepMine' ? [{ from: { span: theirs }, to: { span: mine } }] : []);
    expect([draft.screen()?.span, draft.standing(), draft.clashes()]).toEqual([span, 'saved', []]);
  });

  it('keeps what does not arrive in the browser, and brings it back into what is stored then', async () => {
    const offline = aWindow(empty, () => Promise.reject(problem(0, 'common.unreachable')));
    offline.type({ text: 'Written on a train.' });
    await offline.draft.saveNow();
    expect([offline.draft.standing(), offline.draft.refused(), localStorage.length]).toEqual(['unsaved', undefined, 1]);
    offline.draft.close();
    const later = aWindow({ title: 'Changed since', text: '' });
    await later.open();
    expect(later.draft.screen()).toEqual({ title: 'Changed since', text: 'Written on a train.' });
    await later.draft.saveNow();
    expect(later.sent).toEqual([{ from: { text: '' }, to: { text: 'Written on a train.' } }]);
    expect(localStorage.length).toBe(0);
  });

  it('asks where what was kept meets another value', async () => {
    const offline = aWindow(empty, () => Promise.reject(problem(503, 'common.unexpected')));
    offline.type({ text: 'Mine.' });
    offline.draft.close();
    const later = aWindow({ ...empty, text: 'Theirs.' });
    await later.open();
    expect(later.draft.clashes()).toEqual([{ path: ['text'], mine: 'Mine.', theirs: 'Theirs.' }]);
    expect(later.draft.screen()?.text).toBe('Mine.');
  });

  it('says why where trying again does not help', async () => {
    const { draft, type } = aWindow(empty, () => Promise.reject(problem(409, 'admissions.not-editable')));
    type({ text: 'Late.' });
    await draft.saveNow();
    expect([draft.standing(), (draft.refused() as Error).message]).toEqual(['unsaved', 'admissions.not-editable']);
  });

  it('takes back what was refused, and still says why', async () => {
    const { draft, type } = aWindow({ ...empty, title: 'Stored' }, () =>
      Promise.reject(problem(403, 'common.forbidden')),
    );
    type({ title: 'Refused' });
    await draft.saveNow();
    draft.takeBack();
    expect([draft.screen()?.title, draft.standing(), (draft.refused() as Error).message]).toEqual([
      'Stored',
      'unsaved',
      'common.forbidden',
    ]);
    expect(localStorage.length).toBe(0);
  });

  it('has sent what waits when its window goes', () => {
    const { draft, sent, type } = aWindow(empty);
    type({ text: 'Half a sent' });
    draft.flush();
    expect(sent).toEqual([{ from: { text: '' }, to: { text: 'Half a sent' } }]);
  });

  it('begins from what is on its way when its window goes, and is there until both have arrived', async () => {
    const answers: ((stored: Partial<Form>) => void)[] = [];
    const { draft, sent, type } = aWindow(empty, () => new Promise((resolve) => answers.push(resolve)));
    type({ text: 'One', title: 'T' });
    const first = draft.saveNow();
    await Promise.resolve();
    type({ text: 'One and two' });
    draft.flush();
    // Nothing new: nothing is sent again.
    draft.flush();
    expect(sent).toEqual([
      { from: { title: '', text: '' }, to: { title: 'T', text: 'One' } },
      { from: { text: 'One' }, to: { text: 'One and two' } },
    ]);
    // The later one may arrive first.
    answers[1]?.({ text: 'One and two' });
    answers[0]?.({ title: 'T', text: 'One' });
    await first;
    await draft.saveNow();
    expect(sent).toHaveLength(2);
    expect([draft.screen(), draft.standing(), draft.clashes(), localStorage.length]).toEqual([
      { title: 'T', text: 'One and two' },
      'saved',
      [],
      0,
    ]);
  });

  it('sends the whole again where what was on its way is lost, and asks nobody about their own words', async () => {
    let isLost = true;
    const { draft, sent, type } = aWindow(empty, ({ from, to }) => {
      if (!isLost) return Promise.resolve(to);
      return Promise.reject(
        from.text ? problem(409, 'common.changed-elsewhere', { text: '' }) : problem(0, 'common.unreachable'),
      );
    });
    type({ text: 'One' });
    const first = draft.saveNow();
    await Promise.resolve();
    type({ text: 'One and two' });
    draft.flush();
    await first;
    isLost = false;
    await draft.saveNow();
    expect(sent.at(-1)).toEqual({ from: { text: '' }, to: { text: 'One and two' } });
    expect([draft.clashes(), draft.standing()]).toEqual([[], 'saved']);
  });

  it.each([
    [
      'minutes',
      new ProblemError({
        type: 'about:blank',
        status: 429,
        code: 'common.too-many-requests',
        numbers: { minutes: 2 },
        detail: '',
      }),
      120,
    ],
    [
      'the header',
      new ProblemError(
        { type: 'about:blank', status: 503, code: 'common.unavailable', numbers: { minutes: 2 }, detail: '' },
        10,
      ),
      10,
    ],
    ['nothing', problem(429, 'common.too-many-requests'), 5],
  ])('tries again after the pause that the server asks for: %s', async (_, refusal, seconds) => {
    jest.useFakeTimers();
    try {
      let isAllowed = false;
      const { draft, sent, type } = aWindow(empty, ({ to }) =>
        isAllowed ? Promise.resolve(to) : Promise.reject(refusal),
      );
      type({ text: 'Quick' });
      await draft.saveNow();
      expect([draft.standing(), draft.refused(), sent.length]).toEqual(['unsaved', undefined, 1]);
      isAllowed = true;
      await jest.advanceTimersByTimeAsync(seconds * 1000 - 1);
      expect(sent).toHaveLength(1);
      await jest.advanceTimersByTimeAsync(1);
      expect([draft.standing(), sent.length]).toEqual(['saved', 2]);
    } finally {
      jest.useRealTimers();
    }
  });
});
