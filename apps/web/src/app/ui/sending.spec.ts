import type { HttpTestingController } from '@angular/common/http/testing';
import { HttpEventType } from '@angular/common/http';
import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { uploadMaterial } from '@libretto/contracts';
import { readEnglish, speaking } from '../../testing/speaking';
import { FileDrop } from './file-drop';
import { Refused, Sending } from './sending';
import { Uploading } from './uploading';

@Component({
  imports: [FileDrop, Refused],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <button type="button" [disabled]="sending.isBusy()" (click)="press()">Withdraw</button>
    <lib-refused [of]="sending" />
    <lib-file-drop
      label="Slides"
      [progress]="uploading.progress()"
      (stopped)="uploading.stop()"
      (chosen)="add($event)"
    />
    <lib-refused id="of-upload" [of]="uploading" />
  `,
})
class Page {
  readonly sending = new Sending();
  readonly uploading = new Uploading();
  work: () => Promise<unknown> = () => Promise.resolve();
  readonly answers: boolean[] = [];

  async press(): Promise<void> {
    this.answers.push(await this.sending.run(() => this.work()));
  }

  async add(file: File): Promise<void> {
    const params = { editionId: 'e', moduleNumber: 1 };
    this.answers.push(await this.uploading.upload(uploadMaterial, { params }, file));
  }
}

describe('what a button sends', () => {
  async function open() {
    TestBed.configureTestingModule({ providers: speaking() });
    const api: HttpTestingController = await readEnglish();
    const fixture = TestBed.createComponent(Page);
    const page = fixture.nativeElement as HTMLElement;
    document.body.append(page);
    await fixture.whenStable();
    const settle = async () => {
      await new Promise((resolve) => setTimeout(resolve));
      await fixture.whenStable();
    };
    const button = page.querySelector('button') as HTMLButtonElement;
    return { api, page, it: fixture.componentInstance, button, settle };
  }

  it('waits while it is under way, and the focus comes back to the button', async () => {
    const { it, button, settle } = await open();
    let done: () => void = () => undefined;
    it.work = () => new Promise<void>((resolve) => (done = resolve));
    button.focus();
    button.click();
    await settle();
    expect(button.disabled).toBe(true);
    // As a browser does with the focus of a button that is disabled.
    button.blur();
    done();
    await settle();
    expect([button.disabled, document.activeElement === button, it.answers]).toEqual([false, true, [true]]);
  });

  it('says why it was refused until the next try', async () => {
    const { page, it, button, settle } = await open();
    it.work = () => Promise.reject(new Error('no'));
    button.click();
    await settle();
    expect(page.querySelector('lib-refused [role=alert]')).not.toBeNull();
    it.work = () => Promise.resolve();
    button.click();
    await settle();
    expect([page.querySelector('lib-refused [role=alert]'), it.answers]).toEqual([null, [false, true]]);
  });

  it('goes on with the others where one of several is refused', async () => {
    const { page, it, settle } = await open();
    const done = await it.sending.runEach([1, 2, 3], (one) =>
      one === 2 ? Promise.reject(new Error('no')) : Promise.resolve(),
    );
    await settle();
    expect(done).toEqual([1, 3]);
    expect(page.querySelector('lib-refused [role=alert]')).not.toBeNull();
  });

  it('says how far a file is, and stops it without a fault', async () => {
    const { api, page, it, settle } = await open();
    void it.add(new File(['slides'], 'slides.pdf'));
    await settle();
    const sent = api.expectOne({ method: 'POST' });
    sent.event({ type: HttpEventType.UploadProgress, loaded: 1, total: 4 });
    await settle();
    expect(page.querySelector('progress')?.value).toBe(25);
    page.querySelector<HTMLButtonElement>('lib-file-drop button')?.click();
    await settle();
    expect([sent.cancelled, it.answers, page.querySelector('progress')]).toEqual([true, [false], null]);
    expect(page.querySelector('#of-upload [role=alert]')).toBeNull();
  });
});
