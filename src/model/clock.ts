/** A time of day such as `9:00` or `15:25`, in minutes since midnight; undefined where it is none. */
export function readTime(text: string): number | undefined {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return Number(hours) * 60 + Number(minutes);
}

/** Minutes of a day. */
const DAY = 24 * 60;

/** Minutes since midnight as `9:00`; what is after the next midnight by that day's clock. */
export function timeText(minutes: number): string {
  const time = minutes > DAY ? minutes % DAY : minutes;
  return `${Math.floor(time / 60)}:${String(time % 60).padStart(2, '0')}`;
}
