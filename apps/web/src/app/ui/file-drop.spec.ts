import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { readEnglish, speaking } from '../../testing/speaking';
import { FileDrop } from './file-drop';
import { FileDropHarness } from './file-drop.harness';

async function fileDrop() {
  TestBed.configureTestingModule({ providers: speaking() });
  await readEnglish();
  const fixture = TestBed.createComponent(FileDrop);
  fixture.componentRef.setInput('label', 'Degree');
  fixture.componentRef.setInput('largestMegabytes', 1);
  const chosen: File[] = [];
  fixture.componentInstance.chosen.subscribe((file) => chosen.push(file));
  const harness = await TestbedHarnessEnvironment.harnessForFixture(fixture, FileDropHarness);
  return { fixture, chosen, harness };
}

describe('file drop', () => {
  it('hands over a file that is dropped', async () => {
    const { chosen, harness } = await fileDrop();
    await harness.drop(new File(['%PDF'], 'degree.pdf'));
    expect(chosen.map(({ name }) => name)).toEqual(['degree.pdf']);
  });

  it.each([
    ['empty', new File([], 'empty.pdf'), 'This file is empty'],
    ['too large', new File(['x'.repeat(2 ** 20 + 1)], 'large.pdf'), 'larger than 1 MB'],
  ])('refuses one that is %s and says why', async (_, file, sentence) => {
    const { chosen, harness } = await fileDrop();
    await harness.drop(file);
    expect(await harness.fault()).toContain(sentence);
    expect(chosen).toEqual([]);
  });

  it('takes none while one is on its way, and says how far that is', async () => {
    const { fixture, chosen, harness } = await fileDrop();
    fixture.componentRef.setInput('progress', 0.42);
    await harness.drop(new File(['a'], 'second.pdf'));
    expect(await harness.progress()).toContain('42 %');
    expect(chosen).toEqual([]);
  });

  it('lets a file on its way be stopped, until all of it is there', async () => {
    const { fixture, harness } = await fileDrop();
    let stopped = 0;
    fixture.componentInstance.stopped.subscribe(() => (stopped += 1));
    fixture.componentRef.setInput('progress', 0.42);
    await harness.stop();
    expect(stopped).toBe(1);
    fixture.componentRef.setInput('progress', 1);
    await expect(harness.stop()).rejects.toThrow();
  });
});
