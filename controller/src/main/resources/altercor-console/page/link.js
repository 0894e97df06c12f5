// The link to the machine: pictures come in ten times a second, and their silence is watched by this page's own clock.

/** A picture older than this is old. The machine's own figure. */
const SILENCE_MS = 500;

export const link = {
  /** @type {any} */ facts: null,
  /** @type {any} */ state: null,
  /** @type {string[]} tokens for acts, each good for one */
  tokens: [],
  lastPicture: -Infinity,
  lastSupervisor: -Infinity,
  lastControl: -Infinity,
};

/** Age of what is shown: of the newest picture, or of the frames in it when the loops stand still. */
export function ageMs() {
  return performance.now() - Math.min(link.lastPicture, link.lastSupervisor);
}

export function isOld() {
  return ageMs() > SILENCE_MS;
}

/** Whether what the control loop says of itself is old, though the supervisor still looks. */
export function isControlOld() {
  return performance.now() - link.lastControl > SILENCE_MS;
}

/**
 * Opens the link and keeps it open.
 * @param {() => void} onPicture
 * @param {() => void} onHello
 */
export function open(onPicture, onHello) {
  const source = new EventSource("/state");
  source.addEventListener("hello", (event) => {
    link.tokens = JSON.parse(event.data).tokens;
    onHello();
  });
  source.addEventListener("state", (event) => {
    const state = JSON.parse(event.data);
    const now = performance.now();
    link.lastPicture = now;
    if (state.supervisorMs !== link.state?.supervisorMs) link.lastSupervisor = now;
    if (state.controlMs !== link.state?.controlMs) link.lastControl = now;
    link.state = state;
    onPicture();
  });
}
