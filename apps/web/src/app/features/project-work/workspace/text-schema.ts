import { StarterKit } from '@tiptap/starter-kit';

/** What a text can hold; the server takes nothing else. */
export const textSchema = StarterKit.configure({
  code: false,
  codeBlock: false,
  horizontalRule: false,
  strike: false,
  trailingNode: false,
  // Everybody undoes their own steps only.
  undoRedo: false,
  heading: { levels: [2, 3] },
  link: {
    openOnClick: false,
    protocols: ['http', 'https', 'mailto'],
    HTMLAttributes: { rel: 'noopener', target: null, class: null },
  },
});
