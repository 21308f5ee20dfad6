// Parts that need Node itself and would not run in a browser.
export { newKey, nodeSigner, publicKeyOf } from './signing/node-signer';
export { europeanCredential } from './award/european-credential';
export { sealedPdf } from './sealed/pdf-seal';
export { openSeal, type Seal } from './sealed/pkcs12';
export { sealed } from './sealed/seal';
export { bakedPng, bakedSvg } from './baking/bake-image';
