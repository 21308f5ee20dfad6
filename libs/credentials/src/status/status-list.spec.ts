import fc from 'fast-check';
import { decodeStatusList, encodeStatusList, isSet, statusListEntries } from './status-list';

describe('a status list', () => {
  it('gives back exactly the indexes that were put in', async () => {
    const indexes = fc.uniqueArray(fc.nat({ max: statusListEntries - 1 }), { maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(indexes, async (ended) => {
        const bits = await decodeStatusList(await encodeStatusList(ended));
        const found = [...bits].flatMap((byte, place) =>
          byte === 0
            ? []
            : [0, 1, 2, 3, 4, 5, 6, 7].map((bit) => place * 8 + bit).filter((index) => isSet(bits, index)),
        );
        expect(found).toEqual(ended.toSorted((a, b) => a - b));
      }),
      { numRuns: 30 },
    );
  });

  it('puts the first index at the left of the first byte', async () => {
    const bits = await decodeStatusList(await encodeStatusList([0, 9]));
    expect([...bits.slice(0, 2)]).toEqual([0b1000_0000, 0b0100_0000]);
    expect(bits.length).toBe(16_384);
  });

  it('has no index beyond its end', async () => {
    await expect(encodeStatusList([statusListEntries])).rejects.toThrow(RangeError);
    expect(() => isSet(new Uint8Array(2), 16)).toThrow(RangeError);
  });

  it('does not unpack without bounds', async () => {
    await expect(decodeStatusList(await encodeStatusList([], 8 * 3_000_000))).rejects.toThrow('More than');
  });
});
