import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { PublicLog } from '@libretto/contracts';
import sentences from '../../../../../../libs/language/en/verification.json';
import { readEnglish, speaking } from '../../../testing/speaking';
import { LogPage } from './log.page';

const log: PublicLog = {
  address: 'https://libretto.example/log',
  size: 3,
  checkpoint: 'libretto.example/log\n3\n<b>AAAA</b>\n\n— libretto.example/log AAAA\n',
  verifierKey: 'libretto.example/log+01020304+AAAA',
};

async function shown(reply: PublicLog) {
  TestBed.configureTestingModule({ providers: [...speaking(), provideRouter([])] });
  const api = await readEnglish({ verification: sentences });
  const fixture = TestBed.createComponent(LogPage);
  TestBed.tick();
  api.expectOne('/api/public/log').flush(reply);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

describe('the page of the public log', () => {
  it('shows its size, its checkpoint as it is, its key, and how to watch it', async () => {
    const page = await shown(log);
    expect(page.textContent).toContain('3 entries');
    expect(page.querySelector('pre')?.textContent).toBe(log.checkpoint);
    expect(page.textContent).toContain('npm run log -- check https://libretto.example/log --kept');
    expect(page.textContent).toContain(log.verifierKey);
    expect(page.querySelector('b')).toBeNull();
  });

  it('lets the command ask this machine where the log is on it', async () => {
    const page = await shown({ ...log, address: 'http://localhost:4300/log' });
    expect(page.textContent).toContain('check http://localhost:4300/log --kept libretto.checkpoint --allow-private');
  });

  it('says of a log without entries what will make the first', async () => {
    const page = await shown({ ...log, size: 0 });
    expect(page.textContent).toContain('No entries yet');
    expect(page.textContent).toContain('The first credential that is issued');
  });
});
