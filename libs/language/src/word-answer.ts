type Texts = Readonly<Record<string, string>>;

/** The part of a form's field that is needed to word its answer. */
export interface Answered {
  readonly kind: string;
  readonly options?: readonly { readonly id: string; readonly label: Texts }[];
  readonly unit?: Texts | undefined;
}

/**
 * Words an answer of a simple kind in a language: options by their labels, numbers and days in the language's format.
 */
export function wordAnswer(
  language: string,
  field: Answered,
  answer: string | number | readonly string[] | undefined,
): string {
  if (answer === undefined) return '';
  switch (field.kind) {
    case 'choice': {
      const labels = [answer]
        .flat()
        .map((id) => textIn(language, field.options?.find((option) => option.id === id)?.label) || String(id));
      return new Intl.ListFormat(language, { type: 'unit' }).format(labels);
    }
    case 'number':
      return [
        new Intl.NumberFormat(language, { maximumFractionDigits: 10 }).format(Number(answer)),
        textIn(language, field.unit),
      ]
        .filter(Boolean)
        .join(' ');
    case 'date':
      return new Intl.DateTimeFormat(european(language), {
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        timeZone: 'UTC',
      }).format(new Date(String(answer)));
    default:
      return String(answer);
  }
}

/** English as Europe writes its dates: the day before the month. */
const european = (language: string): string => (language === 'en' ? 'en-GB' : language);

const textIn = (language: string, texts: Texts | undefined): string => texts?.[language] ?? texts?.['en'] ?? '';
