/**
 * Stands for `tinypool` in specs: an application that closes leaves the processes of its pools to the next one. A
 * process takes one to two seconds to start, and a run of the specs would start more than a hundred.
 */
const { Tinypool } = require('../../node_modules/tinypool');

const left = new Map();

class KeptTinypool extends Tinypool {
  constructor(options) {
    const terms = JSON.stringify(options);
    const kept = left.get(terms)?.pop();
    if (kept) return kept;
    super(options);
    this.terms = terms;
  }

  async destroy() {
    this.removeAllListeners('error');
    left.set(this.terms, [...(left.get(this.terms) ?? []), this]);
  }
}

module.exports = { Tinypool: KeptTinypool };
