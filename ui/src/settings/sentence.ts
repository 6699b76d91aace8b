// A fault as one text for a field.

import type { Fault } from "../messages/Fault";

export const sentenceOf = (fault: Fault | null): string =>
  fault ? `${fault.message} ${fault.hint}`.trim() : "";
