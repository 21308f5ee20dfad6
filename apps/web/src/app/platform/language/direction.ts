/** The direction in which a language is written, by its code: `rtl` for Arabic and Hebrew. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const { script } = new Intl.Locale(language).maximize();
  return ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg'].includes(script ?? '') ? 'rtl' : 'ltr';
}
