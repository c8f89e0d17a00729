import { LIMITS, type History, type Writers } from "../../contract/generated.ts";
import type { Chat } from "../../model/Chat.ts";
import type { Conversation } from "../../model/Conversations.ts";
import { Failure } from "../../model/Failure.ts";
import { text } from "../../text/en.ts";
import { failureText, fieldText } from "../../text/failureText.ts";

/** Name, topic and policy of a conversation, for those who may set them. */
export class PolicyViewModel {
  readonly maxName = LIMITS.CreateRoom.MAX_NAME;
  readonly maxTopic = LIMITS.CreateRoom.MAX_TOPIC;
  /** Pauses that are offered, in seconds; 0 is none. */
  readonly pauses: readonly number[];
  name = $state("");
  topic = $state("");
  writers = $state<Writers>("everybody");
  slowSeconds = $state(0);
  history = $state<History>("all");
  busy = $state(false);
  saved = $state(false);
  nameProblem = $state<string | undefined>();
  topicProblem = $state<string | undefined>();
  problem = $state<string | undefined>();

  constructor(
    readonly conversation: Conversation,
    private readonly chat: Chat,
  ) {
    const { name, topic, policy } = conversation;
    this.name = name;
    this.topic = topic ?? "";
    this.writers = policy.writers;
    this.slowSeconds = policy.slowSeconds;
    this.history = policy.history;
    const usual = [0, 5, 10, 30, 60, 300, 900, LIMITS.Policy.MAX_SLOW_SECONDS];
    this.pauses = usual.includes(policy.slowSeconds)
      ? usual
      : [...usual, policy.slowSeconds].sort((a, b) => a - b);
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
    const { writers, slowSeconds, history } = this;
    try {
      await this.chat.members.change(this.conversation.id, {
        name,
        topic: topic === "" ? undefined : topic,
        policy: { writers, slowSeconds, history },
      });
      this.saved = true;
    } catch (cause) {
      this.#explain(Failure.from(cause));
    } finally {
      this.busy = false;
    }
  }

  #clear(): void {
    this.saved = false;
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
