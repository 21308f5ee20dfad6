/**
 * Whose work it is, is hidden from those who mark it until its result is released, where the brief says so. Who
 * coordinates, and marks nothing, knows it.
 */
export const hidesNames = (
  { anonymous }: { readonly anonymous?: boolean | undefined },
  { releasedAt }: { readonly releasedAt: Date | null },
  { marks }: { readonly marks: boolean },
): boolean => anonymous === true && releasedAt === null && marks;
