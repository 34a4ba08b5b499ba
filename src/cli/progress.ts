/** Shows how far a build has come. */
export interface Progress {
  step: (name: string, done?: number, of?: number) => void;
  end: () => void;
}

/** On a terminal one line that is written over; elsewhere, and in CI, a line for each step; nothing where `quiet`. */
export function progress(quiet: boolean): Progress {
  const live = process.stderr.isTTY === true && !process.env.CI;
  let last = '';
  return {
    step(name, done, of) {
      if (quiet) return;
      const count = done === undefined ? '' : ` ${done}/${of}`;
      if (live) process.stderr.write(`\r\u001b[K${name}${count}`);
      else if (name !== last) process.stderr.write(`${name}\n`);
      last = name;
    },
    end() {
      if (live && last !== '') process.stderr.write('\r\u001b[K');
    },
  };
}
