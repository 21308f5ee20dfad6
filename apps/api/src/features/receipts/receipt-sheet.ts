import type { Receipt } from '@libretto/credentials';
import { receiptFragment, sayReceipt } from '@libretto/credentials/words';
import type { Say } from '@libretto/language';
import { toString as codeOf } from 'qrcode';
import { sayDirected } from '../../platform/pdf/directed';

/** A longer address gives a code of more squares than a phone tells from each other on paper. */
const longestInCode = 1800;

interface Printing {
  readonly language: string;
  readonly say: Say;
  /** The day of the hand-in, where it was handed in. */
  readonly day: string;
  /** The signed receipt. */
  readonly statement: string;
  /** The address of the page that verifies. */
  readonly verifier: string;
}

/** The data of the template: the same receipt always gives the same sheet. */
export async function receiptSheet(receipt: Receipt, { language, say, day, statement, verifier }: Printing) {
  const said = sayDirected(say);
  const address = `${verifier}#${receiptFragment}${statement}`;
  const [year, month, date] = day.split('-').map(Number);
  return {
    language,
    title: say('project-work.receipt.title'),
    date: { year, month, day: date },
    rows: sayReceipt(receipt, { language, say: said }),
    statement,
    attachment: say('project-work.receipt.attachment'),
    address,
    shown: verifier.replace(/^https?:\/\//, ''),
    how: say(address.length > longestInCode ? 'project-work.receipt.how-file' : 'project-work.receipt.how'),
    codeAlt: say('project-work.receipt.code'),
    code:
      address.length > longestInCode
        ? null
        : await codeOf(address, {
            type: 'svg',
            margin: 0,
            errorCorrectionLevel: 'L',
            color: { dark: '#1d3461', light: '#0000' },
          }),
  };
}
