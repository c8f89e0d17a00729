import { LIMITS, type ConversationId } from "../contract/generated.ts";
import type { Chat } from "../model/Chat.ts";
import { Failure } from "../model/Failure.ts";
import type { NewId } from "../model/ports.ts";
import { text } from "../text/en.ts";
import { failureText, fieldText } from "../text/failureText.ts";

/** The form that makes a room. */
export class CreateRoomViewModel {
  readonly maxName = LIMITS.CreateRoom.MAX_NAME;
  readonly maxTopic = LIMITS.CreateRoom.MAX_TOPIC;
  name = $state("");
  topic = $state("");
  busy = $state(false);
  nameProblem = $state<string | undefined>();
  topicProblem = $state<string | undefined>();
  problem = $state<string | undefined>();
  /** The same for every attempt, so that a repeat makes no second room. */
  readonly #id: ConversationId;

  constructor(
    private readonly chat: Chat,
    newId: NewId,
    private readonly created: (id: ConversationId) => void,
  ) {
    this.#id = newId();
  }

  async submit(): Promise<void> {
    const name = this.name.trim();
    const topic = this.topic.trim();
    this.#clear();
    if (name.length < 2 || name.length > this.maxName) {
      this.nameProblem = text.failures.name;
    }
    if (this.busy || this.nameProblem !== undefined) {
      return;
    }
    this.busy = true;
    try {
      await this.chat.entering.create(this.#id, name, topic === "" ? undefined : topic);
      this.created(this.#id);
    } catch (cause) {
      this.#explain(Failure.from(cause));
    } finally {
      this.busy = false;
    }
  }

  #clear(): void {
    this.problem = undefined;
    this.nameProblem = undefined;
    this.topicProblem = undefined;
  }

  #explain(failure: Failure): void {
    if (failure.is("NAME_TAKEN")) {
      this.nameProblem = text.failures.roomTaken;
    } else if (failure.field === "name") {
      this.nameProblem = fieldText("name");
    } else if (failure.field === "topic") {
      this.topicProblem = fieldText("topic");
    } else {
      this.problem = failureText(failure.message);
    }
  }
}
