// Parts that need Node itself and would not run in a browser.
export { newKey, nodeSigner, publicKeyOf } from './signing/node-signer';
export { bakedPng, bakedSvg } from './baking/bake-image';
