import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import sentences from '../../../../../../libs/language/en/modules.json';
import { readEnglish, speaking } from '../../../testing/speaking';
import { errorsOf, FieldHarness } from '../../ui/form/field.harness';
import { SendHarness } from '../../ui/form/send.harness';
import { AddMaterialForm } from './add-material-form';

const editionId = '01936c5e-0000-7000-8000-000000000001';
const address = `/api/editions/${editionId}/modules/3/materials`;

async function open() {
  TestBed.configureTestingModule({ providers: speaking() });
  const api = await readEnglish({ modules: sentences });
  const fixture = TestBed.createComponent(AddMaterialForm);
  fixture.componentRef.setInput('editionId', editionId);
  fixture.componentRef.setInput('moduleNumber', 3);
  let added = 0;
  fixture.componentInstance.added.subscribe(() => (added += 1));
  const screen = TestbedHarnessEnvironment.loader(fixture);
  const fieldOf = (label: string) => screen.getHarness(FieldHarness.labelled(label));
  const send = await screen.getHarness(SendHarness);
  const errors = async () => errorsOf(await screen.getAllHarnesses(FieldHarness));
  return { api, fixture, fieldOf, send, errors, added: () => added };
}

describe('adding material', () => {
  it('asks for an address where its type has one, and for no more', async () => {
    const { api, fieldOf, send, errors } = await open();
    await send.press();
    expect(await errors()).toEqual({ Title: 'Required', 'Link (https://…)': 'Required' });
    await (await fieldOf('Type')).choose('Page');
    expect(await errors()).toEqual({ Title: 'Required' });
    api.expectNone({ method: 'POST', url: address });
  });

  it('says which videos it takes', async () => {
    const { api, fieldOf, send, errors } = await open();
    await (await fieldOf('Type')).choose('Video');
    await (await fieldOf('Title')).type('A talk');
    await (await fieldOf('Link (https://…)')).type('https://spy.example/1');
    await send.press();
    expect((await errors())['Link (https://…)']).toMatch(/YouTube or Vimeo/);
    api.expectNone({ method: 'POST', url: address });
  });

  it('sends only what belongs to the type, and begins anew with that type', async () => {
    const { api, fixture, fieldOf, send, errors, added } = await open();
    await (await fieldOf('Type')).choose('Video');
    await (await fieldOf('Title')).type('A talk');
    await (await fieldOf('Link (https://…)')).type('https://vimeo.com/76979871');
    await send.press();
    const sent = api.expectOne({ method: 'POST', url: address });
    expect(sent.request.body).toEqual({ kind: 'video', title: 'A talk', url: 'https://vimeo.com/76979871' });
    expect(await send.isSending()).toBe(true);
    sent.flush({ id: editionId });
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
    expect([added(), await (await fieldOf('Title')).value(), await (await fieldOf('Type')).value()]).toEqual([
      1,
      '',
      'video',
    ]);
    expect(await errors()).toEqual({});
  });

  it.each([
    ['Page', 'page', 'edit'],
    ['Self-test', 'self-test', 'self-test'],
  ])('opens a new %s in its editor', async (type, kind, editor) => {
    const { api, fieldOf, send, added } = await open();
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    await (await fieldOf('Type')).choose(type);
    await (await fieldOf('Title')).type('Models');
    await send.press();
    const sent = api.expectOne({ method: 'POST', url: address });
    expect(sent.request.body).toEqual({ kind, title: 'Models' });
    sent.flush({ id: editionId });
    await new Promise((resolve) => setTimeout(resolve));
    expect(navigate).toHaveBeenCalledWith(['/editions', editionId, 'materials', editionId, editor]);
    expect(added()).toBe(0);
  });
});
