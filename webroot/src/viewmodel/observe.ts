import { createSubscriber } from "svelte/reactivity";
import type { Changes } from "../model/Changes.ts";

/** Makes whoever reads inside an effect or a template read again after each change. */
export function observe(...sources: readonly Changes[]): () => void {
  return createSubscriber((update) => {
    const stops = sources.map((source) => source.subscribe(update));
    return () => stops.forEach((stop) => stop());
  });
}
