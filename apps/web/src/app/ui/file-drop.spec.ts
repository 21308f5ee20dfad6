import { TestBed } from '@angular/core/testing';
import { readEnglish, speaking } from '../../testing/speaking';
import { FileDrop } from './file-drop';

async function fileDrop() {
  TestBed.configureTestingModule({ providers: speaking() });
  await readEnglish();
  const fixture = TestBed.createComponent(FileDrop);
  fixture.componentRef.setInput('label', 'Degree');
  fixture.componentRef.setInput('largestMegabytes', 1);
  const chosen: File[] = [];
  fixture.componentInstance.chosen.subscribe((file) => chosen.push(file));
  await fixture.whenStable();
  const drop = async (file: File) => {
    const event = Object.assign(new Event('drop'), { dataTransfer: { files: [file] } });
    (fixture.nativeElement as HTMLElement).dispatchEvent(event);
    await fixture.whenStable();
    return (fixture.nativeElement as HTMLElement).textContent;
  };
  return { fixture, chosen, drop };
}

describe('file drop', () => {
  it('hands over a file that is dropped', async () => {
    const { chosen, drop } = await fileDrop();
    await drop(new File(['%PDF'], 'degree.pdf'));
    expect(chosen.map(({ name }) => name)).toEqual(['degree.pdf']);
  });

  it.each([
    ['empty', new File([], 'empty.pdf'), 'This file is empty'],
    ['too large', new File(['x'.repeat(2 ** 20 + 1)], 'large.pdf'), 'larger than 1 MB'],
  ])('refuses one that is %s and says why', async (_, file, sentence) => {
    const { chosen, drop } = await fileDrop();
    expect(await drop(file)).toContain(sentence);
    expect(chosen).toEqual([]);
  });

  it('takes none while one is on its way, and says how far that is', async () => {
    const { fixture, chosen, drop } = await fileDrop();
    fixture.componentRef.setInput('progress', 0.42);
    expect(await drop(new File(['a'], 'second.pdf'))).toContain('42 %');
    expect(chosen).toEqual([]);
  });
});
