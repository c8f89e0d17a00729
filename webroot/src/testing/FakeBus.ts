import type { Address, BusPort, ReplyOf, RequestOf } from "../model/ports.ts";

type Answer<A extends Address> = (body: RequestOf<A>) => ReplyOf<A> | Promise<ReplyOf<A>>;

export type Asked = { readonly address: Address; readonly body: unknown };

/** A bus whose answers a test decides; remembers what was asked. */
export class FakeBus implements BusPort {
  readonly asked: Asked[] = [];
  readonly #answers = new Map<Address, (body: never) => unknown>();

  answer<A extends Address>(address: A, answer: Answer<A>): void {
    this.#answers.set(address, answer);
  }

  async request<A extends Address>(address: A, body: RequestOf<A>): Promise<ReplyOf<A>> {
    this.asked.push({ address, body });
    const answer = this.#answers.get(address) as Answer<A> | undefined;
    if (answer === undefined) {
      throw new Error(`the test answers nothing at ${address}`);
    }
    return answer(body);
  }

  bodiesOf<A extends Address>(address: A): readonly RequestOf<A>[] {
    return this.asked
      .filter((asked) => asked.address === address)
      .map((asked) => asked.body as RequestOf<A>);
  }
}
