/** Whether an entry was to leave the list before the day on which the list was read: it is there still. */
export function hasExpired(expires: string, listDay: string): boolean {
  return expires < listDay;
}

/** When OpenRouter says that an entry leaves its list, to stand alone. */
export function expiryText(expires: string, listDay: string): string {
  return hasExpired(expires, listDay)
    ? `was to leave OpenRouter after ${expires}, and is still listed`
    : `leaves OpenRouter after ${expires}`;
}
