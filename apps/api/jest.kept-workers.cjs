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
    this.running = 0;
  }

  async run(...asked) {
    this.running += 1;
    try {
      return await super.run(...asked);
    } finally {
      this.running -= 1;
    }
  }

  /** One that still works ends as it does in the product: what it has not answered fails. */
  async destroy() {
    if (this.running > 0) return super.destroy();
    this.removeAllListeners('error');
    left.set(this.terms, [...(left.get(this.terms) ?? []), this]);
  }
}

module.exports = { Tinypool: KeptTinypool };
