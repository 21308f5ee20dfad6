import type { CertificateDesign } from '@libretto/domain';
import classic from './designs/classic.typ';
import common from './designs/common.typ';
import landscape from './designs/landscape.typ';
import modern from './designs/modern.typ';
import supplement from './designs/supplement.typ';

const designs: Readonly<Record<CertificateDesign, string>> = { classic, modern, landscape };

/** The template of a certificate in one of its designs, with its supplements. */
export const certificateTemplate = (design: CertificateDesign): string =>
  [common, designs[design], supplement].join('\n');
