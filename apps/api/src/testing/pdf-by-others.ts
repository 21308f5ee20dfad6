import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What programs of others say of a PDF. */
interface PdfByOthers {
  /** What `qpdf --check` finds wrong with the file; empty where it finds nothing. */
  readonly faults: string;
  /** Whether `pdfinfo` finds tags, and which part and level of PDF/A the document says it keeps to. */
  readonly isTagged: boolean;
  readonly archival: string;
  /** The text of the attachment with this name. */
  attachment(name: string): string;
}

/** Has a PDF read by qpdf and poppler, which `npm test` installs; PDF_TOOLS names their folder. */
export function readByOthers<T>(pdf: Uint8Array, look: (pdf: PdfByOthers) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'libretto-pdf-'));
  const file = join(folder, 'document.pdf');
  const run = (program: string, ...options: string[]) => {
    const done = spawnSync(join(process.env['PDF_TOOLS'] ?? '/usr/bin', program), [...options, file]);
    if (done.error) throw done.error;
    return { isRight: done.status === 0, said: String(done.stdout), complaints: String(done.stderr) };
  };
  try {
    writeFileSync(file, pdf);
    const check = run('qpdf', '--check');
    const meta = run('pdfinfo', '-meta').said;
    const keepsTo = (key: string) => new RegExp(`<pdfaid:${key}>(\\w+)<`).exec(meta)?.[1] ?? '';
    return look({
      faults: check.isRight ? '' : check.said + check.complaints,
      isTagged: /^Tagged:\s+yes$/m.test(run('pdfinfo').said),
      archival: `${keepsTo('part')}${keepsTo('conformance')}`,
      attachment: (name) => run('qpdf', `--show-attachment=${name}`).said,
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
