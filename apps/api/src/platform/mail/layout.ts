import type { Letter } from './mail';

/** The text form of a letter. */
export function textOf(letter: Letter, publicUrl: string): string {
  const action = letter.action ? [`${letter.action.label}:\n${publicUrl}${letter.action.path}`] : [];
  return [...letter.paragraphs, ...action, 'Libretto'].join('\n\n');
}

/** The HTML form of a letter. All text is escaped: a name stays a name. */
export function htmlOf(letter: Letter, publicUrl: string, language: string): string {
  const paragraphs = letter.paragraphs.map((text) => `<p>${escape(text).replaceAll('\n', '<br>')}</p>`).join('\n');
  const action = letter.action
    ? `<p><a href="${escape(publicUrl + letter.action.path)}" style="display:inline-block;padding:10px 18px;background:#1f3a5f;color:#ffffff;text-decoration:none;border-radius:4px">${escape(letter.action.label)}</a></p>`
    : '';
  return `<!doctype html>
<html lang="${escape(language)}"><head><meta charset="utf-8"><title>${escape(letter.subject)}</title></head>
<body style="margin:0;background:#faf8f3;color:#1c2430;font:16px/1.55 'Source Sans 3',Arial,sans-serif">
<div style="max-width:36rem;margin:0 auto;padding:32px 24px">
<p style="font:600 20px Georgia,serif;color:#1f3a5f;margin:0 0 24px">Libretto</p>
${paragraphs}
${action}
</div></body></html>`;
}

const escape = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
