/** Runs up to `width` tasks at a time and yields their results in the order of the items; no more than `width` results are held. */
export async function* mapConcurrent<T, R>(
  items: readonly T[],
  width: number,
  task: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const running: Promise<R>[] = [];
  let next = 0;
  const start = () => {
    const item = items[next];
    if (next >= items.length || item === undefined) return;
    next += 1;
    const promise = task(item);
    // A task that fails while an earlier one is awaited must not count as unhandled; it is thrown when its turn comes.
    promise.catch(() => undefined);
    running.push(promise);
  };
  for (let slot = 0; slot < width; slot += 1) start();
  for (let current = running.shift(); current !== undefined; current = running.shift()) {
    yield await current;
    start();
  }
}
