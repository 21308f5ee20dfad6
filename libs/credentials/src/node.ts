// Parts that need Node itself and would not run in a browser.
export { newKey, nodeSigner, publicKeyOf } from './signing/node-signer';
export { europeanCredential } from './award/european-credential';
export { sealed, type Sealer } from './sealed/seal';
export { bakedPng, bakedSvg } from './baking/bake-image';
