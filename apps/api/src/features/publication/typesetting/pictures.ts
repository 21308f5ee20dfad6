import type { Block } from '../../../platform/files/manuscript-reader';

/** The blocks with other names of their pictures. */
export const withPictures = (blocks: readonly Block[], nameOf: (name: string) => string): Block[] =>
  blocks.map((block): Block => {
    if (block.kind === 'picture') return { ...block, name: nameOf(block.name) };
    if (block.kind === 'quote') return { ...block, blocks: withPictures(block.blocks, nameOf) };
    if (block.kind === 'list') return { ...block, items: block.items.map((item) => withPictures(item, nameOf)) };
    return block;
  });
