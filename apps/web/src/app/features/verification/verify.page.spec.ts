import { createHash, webcrypto } from 'node:crypto';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Verification } from '@libretto/credentials';
import sentences from '../../../../../../libs/language/en/verification.json';
import { readEnglish, speaking } from '../../../testing/speaking';
import { verificationRoutes } from './verification.routes';
import { Verifier } from './verifier';

const link = 'https://libretto.example/credentials/1';
const newer = 'https://libretto.example/credentials/2';

const valid: Verification = {
  verdict: 'valid',
  checks: [
    { name: 'signature', outcome: 'passed', code: 'intact', data: { signedAt: '2026-11-20T10:00:00Z' } },
    { name: 'holder', outcome: 'passed', code: 'named', data: { holder: '<b>Ana</b>' } },
    {
      ...{ name: 'log', outcome: 'passed', code: 'listed' },
      data: { domain: 'libretto.example', entry: 1204, size: 2000, since: '2026-11-20T10:00:00Z' },
    },
  ],
  contents: { title: '<script>alert(1)</script>', holder: '<b>Ana</b>' },
};
const superseded: Verification = {
  verdict: 'superseded',
  checks: [
    { name: 'status', outcome: 'failed', code: 'superseded', data: { since: '2026-11-21T10:00:00Z', by: newer } },
  ],
};

const unlisted: Verification = {
  verdict: 'unlisted',
  source: 'pdf',
  checks: [
    { name: 'signature', outcome: 'passed', code: 'intact', data: {} },
    { name: 'trust', outcome: 'not-known', code: 'not-listed', data: { name: 'CIMEA', address: 'cimea.example' } },
  ],
  contents: { title: 'Diving', holder: 'Ana Horvat' },
};

const content = 'what was handed in';
const receipt: Verification = {
  verdict: 'valid',
  source: 'pdf',
  checks: [{ name: 'signature', outcome: 'passed', code: 'intact', data: {} }],
  receipt: {
    ...{ course: 'Reading', edition: 'Autumn', work: 'Three diplomas', group: '<b>Group</b>', attempt: 1, version: 2 },
    ...{ by: 'Ana', at: '2026-11-20T09:12:34Z', zone: 'Europe/Rome', isLate: true, links: [] },
    files: [{ name: 'work.pdf', bytes: 18, sha256: createHash('sha256').update(content).digest('hex') }],
  },
};

/** Stands in for the library, which has specs of its own: records the input, and gives the answer. */
class VerifierOfSpecs {
  readonly handedIn: (string | File)[] = [];

  readonly logProofs: (string | undefined)[] = [];

  async check(handedIn: string | File, logProof?: string): Promise<Verification> {
    this.handedIn.push(handedIn);
    this.logProofs.push(logProof);
    if (typeof handedIn === 'string' && handedIn.startsWith('ey')) return receipt;
    return handedIn === link ? superseded : handedIn === 'of a stranger' ? unlisted : valid;
  }
}

async function open(address: string) {
  const verifier = new VerifierOfSpecs();
  TestBed.configureTestingModule({
    providers: [
      ...speaking({ provide: Verifier, useValue: verifier }),
      provideRouter(verificationRoutes, withComponentInputBinding()),
    ],
  });
  await readEnglish({ verification: sentences });
  const harness = await RouterTestingHarness.create(address);
  const page = harness.routeNativeElement as HTMLElement;
  document.body.append(page);
  const settle = async () => {
    for (let turn = 0; turn < 3; turn++) {
      await new Promise((resolve) => setTimeout(resolve));
      await harness.fixture.whenStable();
    }
  };
  const click = async (words: string) => {
    [...page.querySelectorAll('button')].find(({ textContent }) => textContent.includes(words))?.click();
    await settle();
  };
  const type = (text: string) => {
    const field = page.querySelector('textarea') as HTMLTextAreaElement;
    field.value = text;
    field.dispatchEvent(new Event('input'));
  };
  const drop = async (file: File) => {
    const event = Object.assign(new Event('drop'), { dataTransfer: { files: [file] } });
    page.querySelector('lib-credential-field')?.dispatchEvent(event);
    await settle();
  };
  await settle();
  return {
    verifier,
    page,
    click,
    type,
    drop,
    settle,
    verdict: () => page.querySelector('.verdict h2')?.textContent.trim(),
  };
}

describe('the page that verifies', () => {
  it('says nothing before something is handed in, and asks for it', async () => {
    const { page, click, verifier, verdict } = await open('/verify');
    expect(verdict()).toBeUndefined();
    await click('Verify');
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Paste a link or text, or choose');
    expect(verifier.handedIn).toEqual([]);
  });

  it('checks the link in its address, and goes on to the one that took its place', async () => {
    const { page, click, verifier, verdict } = await open(`/verify?credential=${encodeURIComponent(link)}`);
    expect(verdict()).toBe('Result: Replaced');
    expect(page.textContent).toContain('Saturday, 21 November 2026');
    await click('Verify newer version');
    expect(verifier.handedIn).toEqual([link, newer]);
    expect(verdict()).toBe('Result: Valid');
  });

  it('checks pasted text and moves the focus to the verdict', async () => {
    const { click, type, verifier } = await open('/verify');
    type(' {"a":1} ');
    await click('Verify');
    expect(verifier.handedIn).toEqual(['{"a":1}']);
    expect(document.activeElement?.textContent).toContain('Valid');
  });

  it('checks a dropped file, names it and shows every text as text', async () => {
    const { page, drop, verifier } = await open('/verify');
    const file = new File(['%PDF'], 'certificate.pdf');
    await drop(file);
    expect(verifier.handedIn).toEqual([file]);
    expect(page.textContent).toContain('File: certificate.pdf');
    expect(page.textContent).toContain(
      'Listed in the log of libretto.example, entry 1,204 of 2,000. Dated by the issuer: Friday',
    );
    expect(page.textContent).toContain('<script>alert(1)</script>');
    expect(page.querySelector('script, b')).toBeNull();
  });

  it('takes the proof of a log for the credential that was handed in before, and for that one only', async () => {
    const { drop, verifier } = await open('/verify');
    const file = new File(['%PDF'], 'certificate.pdf');
    const other = new File(['%PDF'], 'other.pdf');
    const proof = Object.assign(new File([], 'A.tlog-proof'), { text: async () => 'c2sp.org/tlog-proof@v1' });
    for (const handedIn of [file, proof, other]) await drop(handedIn);
    expect(verifier.handedIn).toEqual([file, file, other]);
    expect(verifier.logProofs).toEqual([undefined, 'c2sp.org/tlog-proof@v1', undefined]);
  });

  it('keeps a proof that was handed in before its credential, and says so', async () => {
    const { page, drop, verifier } = await open('/verify');
    const file = new File(['%PDF'], 'certificate.pdf');
    const proof = Object.assign(new File([], 'A.tlog-proof'), { text: async () => 'c2sp.org/tlog-proof@v1' });
    await drop(proof);
    expect(page.querySelector('[role=status]')?.textContent).toContain('Now add the credential');
    await drop(file);
    expect(verifier.handedIn.at(-1)).toBe(file);
    expect(verifier.logProofs.at(-1)).toBe('c2sp.org/tlog-proof@v1');
    expect(page.textContent).not.toContain('Now add the credential');
  });

  it('says beside the verdict who an unknown issuer is, and that a PDF’s page was not checked, before the contents and the checks', async () => {
    const { page, type, click, verdict } = await open('/verify');
    type('of a stranger');
    await click('Verify');
    expect(verdict()).toBe('Result: Valid, issuer not known here');
    const box = page.querySelector('.verdict');
    expect(box?.classList).toContain('wait');
    expect(box?.textContent).toContain('Issuer: cimea.example, not on the list');
    expect(box?.textContent).toContain('attached to this PDF was verified, not the page');
    const headings = [...page.querySelectorAll('h2')].map(({ textContent }) => textContent.trim());
    expect(headings.slice(1)).toEqual(['Content of the credential', 'Checks']);
  });

  it('refuses a file that is too large for any certificate', async () => {
    const { page, drop, verifier } = await open('/verify');
    await drop(Object.defineProperty(new File([''], 'film.mp4'), 'size', { value: 20_000_001 }));
    expect(verifier.handedIn).toEqual([]);
    expect(page.querySelector('[role=alert]')?.textContent).toContain('This file is too large');
  });

  it('reads a receipt from the part of its address that no server sees, and says what it states', async () => {
    const { verifier, page, verdict } = await open('/verify#receipt=eyJ.a.b');
    expect(verifier.handedIn).toEqual(['eyJ.a.b']);
    expect(verdict()).toBe('Result: Valid');
    const text = page.textContent.replace(/\s+/g, ' ');
    for (const words of ['20 November 2026 at 10:12:34 CET', 'After the deadline', 'work.pdf (18 bytes)'])
      expect(text).toContain(words);
    expect(text).toContain('The receipt attached to this PDF was verified');
    expect(page.querySelector('b')).toBeNull();
  });

  it('takes the link of a receipt as one, and keeps it out of what servers see', async () => {
    const { verifier, type, click } = await open('/verify');
    type('https://libretto.example/verify#receipt=eyJ.a.b');
    await click('Verify');
    expect(verifier.handedIn).toEqual(['eyJ.a.b']);
    expect(TestBed.inject(Router).url).toBe('/verify#receipt=eyJ.a.b');
  });

  it('says whether a file is one that was handed in', async () => {
    const { page, settle } = await open('/verify#receipt=eyJ.a.b');
    Object.defineProperty(crypto, 'subtle', { value: webcrypto.subtle, configurable: true });
    const compare = async (words: string, name: string) => {
      // Files of this environment have no bytes that could be read, and its crypto computes nothing.
      const file = Object.assign(new File([], name), { arrayBuffer: async () => new TextEncoder().encode(words) });
      const event = Object.assign(new Event('drop'), { dataTransfer: { files: [file] } });
      page.querySelector('lib-compare-with-receipt')?.dispatchEvent(event);
      await settle();
      return page.querySelector('.compared')?.textContent.trim();
    };
    expect(await compare(content, 'mine.pdf')).toBe(
      '“mine.pdf” is the file that was submitted as “work.pdf”: every byte is the same.',
    );
    expect(await compare(`${content}.`, 'work.pdf')).toBe(
      '“work.pdf” isn’t a file that was submitted: none has the same content.',
    );
  });
});
