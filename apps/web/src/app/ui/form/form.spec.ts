import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FormRoot } from '@angular/forms/signals';
import { emailAddress, line, paragraph } from '@libretto/contracts';
import * as z from 'zod/mini';
import { readEnglish, speaking } from '../../../testing/speaking';
import { ProblemError } from '../../platform/api';
import { FieldHarness } from './field.harness';
import { formToSend, SelectField, Send, TextField } from './index';
import { SendHarness } from './send.harness';

const route = {
  body: z.object({
    /** No field of the form: the sending function adds it. */
    language: z.string(),
    email: emailAddress,
    name: line(30).check(z.minLength(3)),
    seats: z.int().check(z.minimum(1), z.maximum(40)),
    note: z.optional(paragraph(20)),
    website: z.nullable(z.url()),
    rows: z.array(z.object({ text: line(5) })),
  }),
};
const refusal = (fields?: { path: string; message: string }[]) =>
  new ProblemError({
    type: 'about:blank',
    status: 422,
    code: 'x.y',
    numbers: {},
    detail: 'The list is closed.',
    ...(fields && { fields }),
  });

const whole = {
  email: 'ana@example.org',
  name: 'Ana',
  seats: 3,
  note: 'Soon',
  website: '',
  rows: [{ text: 'One' }],
};

@Component({
  imports: [FormRoot, Send, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form [formRoot]="form">
      <lib-text-field id="email" label="E-mail" type="email" [field]="form.email" />
      <lib-text-field id="name" label="Name" hint="As on the badge" [field]="form.name" />
      <lib-text-field id="seats" label="Seats" type="number" [field]="form.seats" />
      <lib-text-field id="note" label="Note" [rows]="2" [field]="form.note" />
      <lib-text-field id="website" label="Website" [field]="form.website" />
      @for (row of form.rows; track $index) {
        <lib-text-field id="row" label="Row" [field]="row.text" />
      }
      <lib-send [form]="form" verb="Send" />
    </form>
  `,
})
class Sheet {
  readonly sent: unknown[] = [];
  answer: () => Promise<unknown> = () => Promise.resolve();
  readonly model = signal(whole);
  readonly form = formToSend(
    route,
    this.model,
    (typed) => {
      this.sent.push(typed);
      return this.answer();
    },
    { body: (typed) => ({ ...typed, website: typed.website || null }) },
  );
}

describe('a form', () => {
  async function sheet(change: Partial<typeof whole> = {}, answer?: () => Promise<unknown>) {
    TestBed.configureTestingModule({ providers: speaking() });
    await readEnglish();
    const fixture = TestBed.createComponent(Sheet);
    if (answer) fixture.componentInstance.answer = answer;
    fixture.componentInstance.model.set({ ...whole, ...change });
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    document.body.append(page);
    const settle = async () => {
      await new Promise((resolve) => setTimeout(resolve));
      await fixture.whenStable();
    };
    page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    const controlIn = (id: string) => page.querySelector<HTMLInputElement>(`#${id} :is(input, textarea)`);
    return {
      page,
      settle,
      sent: fixture.componentInstance.sent,
      controlIn,
      said: (id: string) => page.querySelector(`#${id} lib-field-error`)?.textContent.trim() ?? '',
      above: () => page.querySelector('lib-form-problem')?.textContent.trim(),
    };
  }

  it('sends what the route takes; what the page adds and what may be left out are no gaps', async () => {
    const { sent } = await sheet();
    expect(sent).toEqual([whole]);
  });

  it.each<[Partial<typeof whole>, string, string]>([
    [{ email: '' }, 'email', 'Required'],
    [{ email: 'ana' }, 'email', 'Enter a valid e-mail address, like name@example.org.'],
    [{ name: '   ' }, 'name', 'Required'],
    [{ name: 'Al' }, 'name', 'At least 3 characters.'],
    [{ name: 'A\u202ena' }, 'name', 'Contains characters that can’t be seen or that reverse the text. Type it again.'],
    [{ seats: 0 }, 'seats', 'Enter 1 or more.'],
    [{ seats: 41 }, 'seats', 'Enter 40 or less.'],
    [{ seats: 1.5 }, 'seats', 'Enter a whole number.'],
    [{ note: 'x'.repeat(21) }, 'note', 'Enter at most 20 characters.'],
    [{ website: 'here' }, 'website', 'Enter a web address, like https://example.org.'],
    [{ rows: [{ text: '' }] }, 'row', 'Required'],
  ])('sends nothing of %j, says why beside the field and goes there', async (change, id, sentence) => {
    const { said, sent, controlIn } = await sheet(change);
    expect([sent, said(id)]).toEqual([[], sentence]);
    const control = controlIn(id);
    expect(document.activeElement).toBe(control);
    // Screen readers read the field together with its error.
    const told = control?.getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(told.map((one) => document.getElementById(one)?.textContent.trim())).toContain(sentence);
  });

  it('tells each control what is asked of it', async () => {
    const { controlIn, page } = await sheet();
    expect(['email', 'name', 'seats', 'note', 'website', 'row'].filter((id) => controlIn(id)?.required)).toEqual([
      'email',
      'name',
      'seats',
      'row',
    ]);
    expect(page.querySelector('#note')?.textContent).toContain('4 / 20');
    // A browser would cut off pasted text, and nobody would notice.
    expect(controlIn('note')?.hasAttribute('maxlength')).toBe(false);
  });

  it('leads to each field where several are wrong, and only once somebody tried to send', async () => {
    const { above, page, controlIn, settle } = await sheet({ email: '', name: '', seats: 0 });
    expect(above()).toMatch(/^Not sent\. Correct these 3 fields:\s*E-mail\s*Name\s*Seats$/);
    page.querySelectorAll<HTMLButtonElement>('lib-form-problem button')[2]?.click();
    await settle();
    expect(document.activeElement).toBe(controlIn('seats'));
  });

  it('puts a refusal on the field that it names', async () => {
    const { said, above } = await sheet({}, () =>
      Promise.reject(refusal([{ path: 'rows.0.text', message: 'Taken.' }])),
    );
    expect([said('row'), above()]).toEqual(['Taken.', '']);
  });

  it('puts any other refusal above the button', async () => {
    const { above } = await sheet({}, () => Promise.reject(refusal()));
    expect(above()).toBe('The list is closed.');
  });

  it('can be sent again as it is after such a refusal, which is gone then', async () => {
    let answers = 0;
    const { page, sent, settle, above } = await sheet({}, () =>
      (answers += 1) < 3 ? Promise.reject(refusal()) : Promise.resolve(),
    );
    for (const said of ['The list is closed.', '']) {
      page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
      await settle();
      expect(above()).toBe(said);
    }
    expect(sent).toEqual([whole, whole, whole]);
  });

  it('waits while it sends, and sends once', async () => {
    let done: () => void = () => undefined;
    const { page, sent, settle } = await sheet({}, () => new Promise<void>((resolve) => (done = resolve)));
    const button = page.querySelector<HTMLButtonElement>('lib-send button');
    expect(button?.disabled).toBe(true);
    page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    done();
    await settle();
    expect([sent.length, button?.disabled]).toEqual([1, false]);
  });
});

@Component({
  imports: [FormRoot, SelectField, Send, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form [formRoot]="form">
      <lib-select-field label="Room" hint="With chairs" [field]="form.room">
        <option value=""></option>
        @for (room of rooms(); track room) {
          <option [value]="room">Room {{ room }}</option>
        }
      </lib-select-field>
      <lib-text-field label="Reason" [rows]="2" [field]="form.reason" />
      <lib-send [form]="form" verb="Book" />
    </form>
  `,
})
class Booking {
  readonly rooms = signal(['a', 'b']);
  readonly sent: unknown[] = [];
  answer: () => Promise<unknown> = () => Promise.resolve();
  readonly form = formToSend(
    { body: z.object({ room: line(5), reason: paragraph(20) }) },
    signal({ room: '', reason: '' }),
    (typed) => {
      this.sent.push(typed);
      return this.answer();
    },
    { next: ({ room }) => ({ room, reason: '' }) },
  );
}

describe('a field that nobody has to fill in yet', () => {
  async function booking() {
    TestBed.configureTestingModule({ providers: speaking() });
    await readEnglish();
    const fixture = TestBed.createComponent(Booking);
    const screen = TestbedHarnessEnvironment.loader(fixture);
    const [room, reason] = await Promise.all(
      ['Room', 'Reason'].map((label) => screen.getHarness(FieldHarness.labelled(label))),
    );
    return {
      room: room as FieldHarness,
      reason: reason as FieldHarness,
      send: await screen.getHarness(SendHarness),
      page: fixture.componentInstance,
      ...fixture.componentInstance,
    };
  }

  it('is not missing where somebody only passes through it', async () => {
    const { room, reason } = await booking();
    await room.passThrough();
    await reason.passThrough();
    expect([await room.error(), await reason.error()]).toEqual(['', '']);
  });

  it('is missing once something was typed and taken away again', async () => {
    const { reason } = await booking();
    await reason.type('As the file shows');
    await reason.type('');
    await reason.passThrough();
    expect(await reason.error()).toBe('Required');
  });

  it('is missing once somebody tried to send, also where they pass through it afterwards', async () => {
    const { room, reason, send, sent } = await booking();
    await send.press();
    await room.passThrough();
    await reason.passThrough();
    expect([await room.error(), await reason.error(), sent]).toEqual(['Required', 'Required', []]);
  });

  it('is ready for the next entry after the form was sent, and not missing', async () => {
    const { room, reason, send, sent } = await booking();
    await room.choose('Room b');
    await reason.type('A guest');
    await send.press();
    expect(sent).toEqual([{ room: 'b', reason: 'A guest' }]);
    await reason.passThrough();
    expect([await room.value(), await reason.value(), await reason.error()]).toEqual(['b', '', '']);
  });

  it('keeps what somebody types while the entry before is on its way', async () => {
    const { room, reason, send, page } = await booking();
    let done: () => void = () => undefined;
    page.answer = () => new Promise<void>((resolve) => (done = resolve));
    await room.choose('Room b');
    await reason.type('A guest');
    await send.press();
    await reason.type('Another guest');
    done();
    expect(await reason.value()).toBe('Another guest');
    page.answer = () => Promise.resolve();
    await send.press();
    expect(page.sent).toEqual([
      { room: 'b', reason: 'A guest' },
      { room: 'b', reason: 'Another guest' },
    ]);
  });

  it('keeps what is chosen where the options come later', async () => {
    const { room, rooms, form } = await booking();
    form.room().value.set('c');
    rooms.set(['a', 'b', 'c']);
    expect(await room.value()).toBe('c');
  });
});
