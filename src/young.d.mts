/**
 * Keeps the space that V8 has for young objects in this thread as large as it is. Where everything is loaded it is 16 MB; a first build
 * takes 30 MB more, and no less time, where it grows as Node 24 lets it. `--max-semi-space-size` would do that too, but for all threads.
 */
export function holdYoung(): void;
